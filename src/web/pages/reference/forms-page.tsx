import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ImportRow } from '#exchange/area-files';
import { findText, numberText, rich, t, type Part } from '#language';
import { lostLearningForms, type LostLearningForm } from '#lost-learning';
import { nameOfArea, type WebContext } from '../../context.ts';
import { Figures, type FigureProps } from '../../layout/index.ts';
import { maySeeArea } from '../../may.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { listFilesOf, withAccount, type Account } from '../lost-learning/looking.tsx';
import { figureText, unitText } from './figure-text.ts';
import { countSpellsEnded } from './how-account.tsx';
import { listMeasuresOf, type ReferenceMeasure } from './measure.ts';
import { findScope } from './scope.ts';
import { findWorking } from './working.ts';

type Ladder = { readonly words: 'school' | 'child'; readonly fits: (form: LostLearningForm) => boolean };
const LADDERS: readonly Ladder[] = [
  { words: 'school', fits: ({ ladder }) => ladder === 'led by the school' },
  { words: 'child', fits: ({ ladder }) => ladder === 'led by the child or family' },
];

/** What one form comes to here: its figures, and the files it would need that have not come. */
type Sighting = { readonly figures: readonly FigureProps[]; readonly missing: readonly string[] };

/** `/forms`: the fourteen forms of lost learning in two ladders, each with where Kith sees it and its number here. */
export function answerForms(web: WebContext, context: Context): Promise<Response> {
  // Everyone reads what the forms are; what they come to here is for who may see the area.
  const visits = !maySeeArea(web);
  const looks = visits ? {} : { subject: { kind: 'area' } as const };
  return withAccount(web, context, { section: 'none', ...looks }, async (account) => {
    const files = await listFilesOf(web, account);
    const sightings = new Map<string, Sighting>();
    for (const form of visits ? [] : lostLearningForms)
      sightings.set(form.id, await readSighting(web, account, files, form));
    return shell(web, {
      section: 'none',
      caption: t('how.caption', { about: nameOfArea(web.area), year: account.year }),
      title: t('reference.forms.title'),
      working: account.working,
      children: (
        <>
          <p class="govuk-body-l">{t('reference.forms.lead')}</p>
          <p class="govuk-body">{t('reference.forms.after')}</p>
          {LADDERS.map(({ words, fits }) => (
            <>
              <h2 class="govuk-heading-l">{t(`reference.forms.${words}`)}</h2>
              <p class="govuk-body">{t(`reference.forms.${words}.about`)}</p>
              {lostLearningForms
                .filter(fits)
                .toSorted((a, b) => a.rung - b.rung)
                .map((form) => (
                  <Form form={form} sighting={visits ? 'unseen' : sightings.get(form.id)} />
                ))}
            </>
          ))}
        </>
      ),
    });
  });
}

function Form({
  form,
  sighting: given,
}: {
  readonly form: LostLearningForm;
  readonly sighting: Sighting | 'unseen' | undefined;
}): JSX.Element {
  const unseen = given === 'unseen';
  const sighting = unseen ? undefined : given;
  const none = !unseen && (!sighting || (sighting.figures.length === 0 && sighting.missing.length === 0));
  return (
    <section id={form.id}>
      <h3 class="govuk-heading-m govuk-!-margin-bottom-1">
        {t('reference.forms.rung', {
          rung: String(form.rung),
          form: findText(`forms.${form.id}.title`) ?? form.title,
        })}
      </h3>
      <p class="govuk-body">{findText(`forms.${form.id}.words`) ?? form.words}</p>
      {sighting && sighting.figures.length > 0 && <Figures figures={sighting.figures} />}
      {sighting?.missing.map((file) => (
        <p class="govuk-body">{rich('reference.forms.not-known', { file, strong })}</p>
      ))}
      {none && <p class="govuk-body">{rich('reference.forms.no-number', { strong })}</p>}
    </section>
  );
}

function strong(inside: Part[]): JSX.Element {
  return <strong>{inside}</strong>;
}

async function readSighting(
  web: WebContext,
  account: Account,
  files: readonly ImportRow[],
  form: LostLearningForm,
): Promise<Sighting> {
  const figures: FigureProps[] = [];
  const missing = new Set<string>();
  for (const measure of listMeasuresOf(form)) {
    const needs = fileOf(measure);
    if (needs !== undefined && !files.some((file) => file.kind === needs)) missing.add(`${needs}.csv`);
    else figures.push(await figureOf(web, account, measure));
  }
  return { figures, missing: [...missing] };
}

function fileOf({ from }: ReferenceMeasure): string | undefined {
  if (from.kind === 'removal') return 'removals';
  return from.kind === 'suspensions' ? 'suspensions' : undefined;
}

async function figureOf(web: WebContext, account: Account, measure: ReferenceMeasure): Promise<FigureProps> {
  const area = findScope('area');
  const working = area && (await findWorking(account, measure, area));
  const number =
    measure.from.kind === 'spells-ended' ? await countSpellsEnded(web, account, measure.from.ground) : working?.number;
  const counts =
    working?.denominator &&
    t('reference.forms.of', {
      number: numberText(working.numerator.number),
      total: numberText(working.denominator.number),
      what: working.denominator.inside,
    });
  return {
    value: number === undefined ? t('how.no-figure') : figureText(measure.unit, number),
    label: measure.title,
    measure: measure.id,
    href: urls.how(measure.id, 'area', account.year),
    of: counts ?? unitText(measure.unit),
    asOf: account.asOf,
    size: 's',
  };
}
