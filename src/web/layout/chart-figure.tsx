import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { govuk, htmlOf } from '../govuk/index.ts';
import type { ChartFigureProps } from './props.ts';

/** A chart with its heading, its sentence, its source and its table: the same figures four ways. */
export function ChartFigure({ chart, heading, headingLevel = 2, source, children }: ChartFigureProps): JSX.Element {
  const Heading = `h${headingLevel}` as const;
  return (
    <figure class="kith-chart">
      <figcaption>
        <Heading class="govuk-heading-m kith-chart__heading">{heading}</Heading>
        <p class="govuk-body kith-chart__summary">{chart.summary}</p>
      </figcaption>
      {chart.svg}
      {children !== undefined && govuk.details({ summaryText: t('shell.as-table'), html: htmlOf(<>{children}</>) })}
      {source && <p class="kith-chart__source">{source}</p>}
    </figure>
  );
}
