// Where a page of published figures names a period in its address or its text: one spelling, kept in `place`.
export { findPeriod, periodSlug, periodTitle } from '#place';
