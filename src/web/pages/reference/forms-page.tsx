import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ImportRow } from '#exchange/area-files';
import { lostLearningForms, type LostLearningForm } from '#lost-learning';
import type { WebContext } from '../../context.ts';
import { Figures, type FigureProps } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { withAccount, type Account } from '../lost-learning/looking.tsx';
import { figureText } from './figure-text.ts';
import { countSpellsEnded } from './how-account.tsx';
import { listMeasuresOf, type ReferenceMeasure } from './measure.ts';
import { findScope } from './scope.ts';
import { findWorking } from './working.ts';

const LADDERS: readonly { readonly id: LostLearningForm['ladder']; readonly title: string; readonly about: string }[] =
  [
    {
      id: 'led by the school',
      title: 'Led by the school',
      about: 'Time that a school’s decision takes from a child’s learning.',
    },
    {
      id: 'led by the child or family',
      title: 'Led by the child or family',
      about: 'Time a child or family stays away. Behind each there is a reason to ask about.',
    },
  ];

/** What one form comes to here: its figures, and the files it would need that have not come. */
type Sighting = { readonly figures: readonly FigureProps[]; readonly missing: readonly string[] };

/** `/forms`: the fourteen forms of lost learning in two ladders, each with where Kith sees it and its number here. */
export function answerForms(web: WebContext, context: Context): Promise<Response> {
  return withAccount(web, context, { section: 'none', subject: { kind: 'area' } }, async (account) => {
    const files = await web.area.imports();
    const sightings = new Map<string, Sighting>();
    for (const form of lostLearningForms) sightings.set(form.id, await readSighting(web, account, files, form));
    return shell(web, {
      section: 'none',
      caption: `${web.area.name}, ${account.year}`,
      title: 'The fourteen forms of lost learning',
      working: account.working,
      children: (
        <>
          <p class="govuk-body-l">
            A child can lose learning in many ways before anyone calls it exclusion. Here are fourteen, from the most
            severe to the least in each ladder, and where this area’s files show them.
          </p>
          <p class="govuk-body">
            After the lost-learning continuum of IPPR and The Difference (2024 and 2025). Nobody is asked to record
            more: where no file carries a form, this page says so.
          </p>
          {LADDERS.map(({ id, title, about }) => (
            <>
              <h2 class="govuk-heading-l">{title}</h2>
              <p class="govuk-body">{about}</p>
              {lostLearningForms
                .filter((form) => form.ladder === id)
                .toSorted((a, b) => a.rung - b.rung)
                .map((form) => (
                  <Form form={form} sighting={sightings.get(form.id)} />
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
  sighting,
}: {
  readonly form: LostLearningForm;
  readonly sighting: Sighting | undefined;
}): JSX.Element {
  const none = !sighting || (sighting.figures.length === 0 && sighting.missing.length === 0);
  return (
    <section id={form.id}>
      <h3 class="govuk-heading-m govuk-!-margin-bottom-1">{`${form.rung}. ${form.title}`}</h3>
      <p class="govuk-body">{form.words}</p>
      {sighting && sighting.figures.length > 0 && <Figures figures={sighting.figures} />}
      {sighting?.missing.map((file) => (
        <p class="govuk-body">
          <strong>Not known here.</strong>
          {` No ${file} has come in, so there is no number. That is not the same as none.`}
        </p>
      ))}
      {none && (
        <p class="govuk-body">
          <strong>No number.</strong> No file that came in tells it apart.
        </p>
      )}
    </section>
  );
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
    `${working.numerator.number.toLocaleString('en-GB')} of ${working.denominator.number.toLocaleString('en-GB')} ${working.denominator.words.toLowerCase()}`;
  return {
    value: number === undefined ? 'No figure' : figureText(measure.unit, number),
    label: measure.title,
    measure: measure.id,
    href: urls.how(measure.id, 'area', account.year),
    of: counts ?? measure.unit,
    asOf: account.asOf,
    size: 's',
  };
}
