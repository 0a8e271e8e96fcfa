import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { MapCell } from './map-cells.ts';

/** One authority of a map: its name and figure when pointed at, and its link where it has one. */
export function MapPlace({ cell, children }: { cell: MapCell; children?: Child }): JSX.Element {
  const content = (
    <>
      <title>{cell.words}</title>
      {children}
    </>
  );
  return cell.href === undefined ? <g>{content}</g> : <a href={cell.href}>{content}</a>;
}

/** 153 links are many to go through by keyboard: a way past them, seen when it is reached. */
export function SkipMap({ chart, linked }: { chart: string; linked: boolean }): JSX.Element | null {
  return linked ? (
    <a class="govuk-skip-link" href={`#${chart}-end`}>
      {t('pictures.map.skip')}
    </a>
  ) : null;
}

export function MapEnd({ chart, linked }: { chart: string; linked: boolean }): JSX.Element | null {
  return linked ? <span id={`${chart}-end`} tabindex={-1} /> : null;
}
