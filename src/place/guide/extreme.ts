import { listPlaces } from '../places.ts';
import { areaOf, type GuideArea } from './areas.ts';
import { guideText, unitOf } from './guide-text.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Figure } from './reading.ts';

/** 95% of a normal distribution lies within this many standard deviations. */
const Z = 1.959_964;

/**
 * A region against each of the other eight, as a ratio that is above 1 where the statement holds. What is told is the
 * region that comes closest to breaking it, method’s error and chance both allowed for. Chance: the interval of a ratio
 * of two counts, on the log scale, with variance 1/a + 1/b (Rothman, Greenland and Lash, “Modern Epidemiology”, 3rd
 * edition, chapter 14). Where DfE publishes no counts there is nothing to measure chance by, and the error says so.
 */
export async function findExtreme(
  figureOf: (area: GuideArea) => Promise<Figure | undefined>,
  question: { readonly measure: MeasureId; readonly area: GuideArea; readonly side: 'highest' | 'lowest' },
): Promise<Figure | undefined> {
  const { measure, area, side } = question;
  const here = await figureOf(area);
  if (!here || area.kind !== 'published') return undefined;
  const others: { readonly name: string; readonly figure: Figure; readonly ratio: Ratio }[] = [];
  for (const region of listPlaces().filter((one) => one.level === 'region' && one.code !== area.code)) {
    const figure = await figureOf(areaOf(region.code));
    // Without every region nothing is the highest or the lowest.
    if (!figure) return undefined;
    const ratio = side === 'highest' ? ratioOf(here, figure) : ratioOf(figure, here);
    others.push({ name: region.name, figure, ratio });
  }
  const [closest] = others.toSorted((a, b) => a.ratio.low - b.ratio.low);
  if (!closest) return undefined;
  const counted = here.count !== undefined && closest.figure.count !== undefined;
  const [above, below] = side === 'highest' ? [here, closest.figure] : [closest.figure, here];
  return {
    ...closest.ratio,
    error: counted
      ? 'Chance in the counts of both regions (95% interval), and the method’s own error in each rate. Suspensions of one child are not independent, so for suspensions chance is wider than this.'
      : 'DfE gives these rates without counts, so what chance does to them cannot be measured; only their rounding is allowed for.',
    steps: [
      { sentence: `The region asked about: ${area.name}`, number: guideText(unitOf(measure), here.value) },
      {
        sentence: `The region that comes closest: ${closest.name}`,
        number: guideText(unitOf(measure), closest.figure.value),
      },
      {
        sentence: `${guideText(unitOf(measure), above.value)} ÷ ${guideText(unitOf(measure), below.value)}`,
        number: guideText('times', closest.ratio.value),
      },
      {
        sentence: 'With everything that is uncertain about both, the ratio lies from',
        number: `${guideText('times', closest.ratio.low)} to ${guideText('times', closest.ratio.high)}`,
      },
    ],
    assumptions: [
      'The nine regions are compared with each other, not with single authorities.',
      'A difference that is more than chance says nothing about its cause.',
      ...here.assumptions,
    ],
    parts: [{ name: area.name, figure: here }, ...others]
      .map(({ name, figure: { value, low, high } }) => ({ name, value, low, high, weight: undefined }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    rows: [here, ...others.map((one) => one.figure)].flatMap((figure) => figure.rows),
  };
}

type Ratio = { readonly value: number; readonly low: number; readonly high: number };

/** The greater rate of the statement over the lesser one. */
function ratioOf(above: Figure, below: Figure): Ratio {
  const chance =
    above.count === undefined || below.count === undefined
      ? 1
      : Math.exp(Z * Math.sqrt(1 / above.count + 1 / below.count));
  return {
    value: above.value / below.value,
    low: above.low / below.high / chance,
    high: (above.high / below.low) * chance,
  };
}
