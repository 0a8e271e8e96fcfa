import type { Permit } from '#access';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import type { Account } from '../lost-learning/looking.tsx';
import type { QualitySums } from './read-quality.ts';

/** What a page of data quality is made of: sums, and leave to see the rows behind them. */
export type Looking = {
  readonly web: WebContext;
  readonly account: Account;
  readonly sums: QualitySums;
  readonly permit: Permit;
  /** The one school it is about, if it is. */
  readonly urn: number | undefined;
};

export function nameOfSchool({ schools }: QualitySums): (urn: number) => string {
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  return (urn) => names.get(urn) ?? t('quality.school', { urn: String(urn) });
}
