import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t, unitText } from '#language';
import type { WebContext } from '../../context.ts';
import { InEnglish } from '../../layout/index.ts';
import type { RateLine } from './rates.ts';

/** Where the published figures come from, what to know of them, and why others are not compared: each once. */
export function RateNotes({
  lines,
  web,
}: {
  readonly lines: readonly RateLine[];
  readonly web: WebContext;
}): JSX.Element {
  const releases = new Set<string>();
  const cautions = new Map<string, Set<string>>();
  const reasons = new Map<string, Set<string>>();
  const note = (held: Map<string, Set<string>>, sentence: string, label: string): void => {
    held.set(sentence, (held.get(sentence) ?? new Set()).add(label));
  };
  for (const { group, beside } of lines) {
    for (const { comparison: compared } of beside) {
      if (compared.kind === 'not-comparable') note(reasons, compared.reason, group.label);
      else {
        releases.add(web.published.findRelease(compared.published.release)?.title ?? compared.published.release);
        for (const caution of compared.cautions) note(cautions, caution, group.label);
      }
    }
  }
  // What a comparison is careful about, and why there is none, comes from `place`, whose words are English so far.
  const sentences = (held: ReadonlyMap<string, ReadonlySet<string>>): readonly JSX.Element[] =>
    [...held].map(([sentence, labels]) => (
      <>
        {labels.size === lines.length ? '' : `${unitText([...labels])}: `}
        <InEnglish>{sentence}</InEnglish>
      </>
    ));
  return (
    <>
      {releases.size > 0 && (
        <p class="govuk-body-s">
          {rich('area.rates.notes.published', { releases: <InEnglish>{[...releases].join('; ')}</InEnglish> })}
          {sentences(cautions).map((caution) => (
            <> {caution}</>
          ))}
        </p>
      )}
      {reasons.size > 0 && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {t(releases.size > 0 ? 'area.rates.notes.others' : 'area.rates.notes.nothing')}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {sentences(reasons).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
