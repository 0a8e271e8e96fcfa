import type { JSX } from 'hono/jsx/jsx-runtime';
import { LRUCache } from 'lru-cache';
import { dateText, spokenLanguage, t } from '#language';
import type { FigureProps } from './props.ts';

/** A number that explains itself: what it is, of how many, as of when, and the way to how it was worked out. */
export function Figure(props: FigureProps): JSX.Element {
  return (
    <div class={`kith-figure kith-figure--${props.size ?? 'l'}`} data-figure={props.measure} data-value={props.value}>
      <p class="kith-figure__label">{props.label}</p>
      <p class="kith-figure__value">{props.value}</p>
      {props.of && <p class="kith-figure__of">{props.of}</p>}
      {props.beside && <p class="kith-figure__beside">{props.beside}</p>}
      {props.asOf && <p class="kith-figure__as-of">{t('shell.up-to', { date: dateText(props.asOf) })}</p>}
      <p class="kith-figure__how">
        <a class="govuk-link govuk-link--no-visited-state" href={props.href}>
          {t('shell.how')}
          <span class="govuk-visually-hidden">{` ${props.label}`}</span>
        </a>
      </p>
    </div>
  );
}

/** Figures side by side, as many as there is room for. */
export function Figures({ figures }: { figures: readonly FigureProps[] }): JSX.Element {
  return (
    <ul class="kith-figures">
      {figures.map((figure) => (
        <li>
          <Figure {...figure} />
        </li>
      ))}
    </ul>
  );
}

/** Words for those who hear a page, by language and what the number is: a table says the same of each number of a column. */
const hows = new LRUCache<string, string>({ max: 200 });

function howText(figure: string): string {
  const key = `${spokenLanguage()} ${figure}`;
  const before = hows.get(key);
  if (before !== undefined) return before;
  const said = t('shell.figure-how', { figure });
  hows.set(key, said);
  return said;
}

/** A number in a table or a sentence; the number is itself the link to its explanation. */
export function InlineFigure(props: Pick<FigureProps, 'value' | 'label' | 'measure' | 'href'>): JSX.Element {
  return (
    <a
      class="govuk-link govuk-link--no-visited-state kith-inline-figure"
      href={props.href}
      data-figure={props.measure}
      data-value={props.value}
    >
      {props.value}
      <span class="govuk-visually-hidden">{` ${howText(props.label)}`}</span>
    </a>
  );
}
