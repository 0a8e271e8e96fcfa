import type { SafeHtml } from '../govuk/index.ts';

/** A picture and what it says in one sentence. The page shows both, with the figures in a table beside them. */
export interface Chart {
  readonly svg: SafeHtml;
  readonly summary: string;
}
