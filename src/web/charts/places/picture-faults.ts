import { parseHTML } from 'linkedom';
import { textWidth } from '../label-lines.ts';

/** How far a mark may stand over the edge: half a line’s width. */
const SLACK = 1;

/**
 * What of a chart’s pictures is not a number or lies outside its view box: for tests of charts with any data. What is
 * clipped or moved as a whole (`clip-path`, `transform`) is not looked at.
 */
export function pictureFaults(markup: string): readonly string[] {
  const broken = /NaN|Infinity|undefined/.exec(markup);
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${markup}</body></html>`);
  const faults = broken ? [`${broken[0]} at ${markup.slice(Math.max(0, broken.index - 60), broken.index + 20)}`] : [];
  for (const picture of document.querySelectorAll('svg[aria-labelledby]')) {
    const [, , width = 0, height = 0] = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const check = (x: number, y: number, what: string): void => {
      const inside = x >= -SLACK && x <= width + SLACK && y >= -SLACK && y <= height + SLACK;
      if (!inside) faults.push(`${what} at ${x} ${y} is outside ${width} by ${height}`);
    };
    for (const element of picture.querySelectorAll('path, circle, text, tspan')) {
      if (element.closest('defs, clipPath, [transform], [clip-path]')) continue;
      const number = (name: string): number => Number(element.getAttribute(name) ?? 0);
      if (element.tagName === 'path') {
        for (const [x, y] of pathPoints(element.getAttribute('d') ?? '')) check(x, y, element.getAttribute('d') ?? '');
      } else if (element.tagName === 'circle') check(number('cx'), number('cy'), 'circle');
      else if (element.tagName === 'tspan' || !element.querySelector('tspan')) {
        for (const x of textEnds(element)) check(x, number('y'), `“${element.textContent}”`);
      }
    }
  }
  return faults;
}

/** Where a text begins and ends, if it is as wide as a wide font makes it. */
function textEnds(element: Element): readonly number[] {
  const of = (name: string): string | null =>
    element.getAttribute(name) ?? element.closest(`[${name}]`)?.getAttribute(name) ?? null;
  const long = textWidth(element.textContent, Number(of('font-size') ?? 14), of('font-weight') === '700');
  const x = Number(element.getAttribute('x') ?? 0);
  const anchor = of('text-anchor');
  if (anchor === 'end') return [x - long, x];
  return anchor === 'middle' ? [x - long / 2, x + long / 2] : [x, x + long];
}

/** The points that a path goes through. */
function pathPoints(path: string): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].flatMap(([, command = '', rest = '']) => {
    const numbers = [...rest.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
    const relative = command === command.toLowerCase();
    const size = { h: 1, v: 1, a: 7 }[command.toLowerCase()] ?? 2;
    return Array.from({ length: Math.floor(numbers.length / size) }, (_, at): readonly [number, number] => {
      const last = numbers.slice(at * size, (at + 1) * size).slice(-2);
      const [toX, toY] = command.toLowerCase() === 'v' ? [undefined, last[0]] : last;
      x = toX === undefined ? x : relative ? x + toX : toX;
      y = toY === undefined ? y : relative ? y + toY : toY;
      return [x, y];
    });
  });
}
