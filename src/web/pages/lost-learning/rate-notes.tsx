import type { JSX } from 'hono/jsx/jsx-runtime';
import type { WebContext } from '../../context.ts';
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
  const sentences = (held: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] =>
    [...held].map(([sentence, labels]) =>
      labels.size === lines.length ? sentence : `${[...labels].join(', ')}: ${sentence}`,
    );
  return (
    <>
      {releases.size > 0 && (
        <p class="govuk-body-s">
          {[`Published figures: ${[...releases].join('; ')}.`, ...sentences(cautions)].join(' ')}
        </p>
      )}
      {reasons.size > 0 && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {releases.size > 0 ? 'Why other figures are not compared:' : 'Why nothing is compared here:'}
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
