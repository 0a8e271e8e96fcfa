export { buildLists, listEntries, listsForm } from './entries.ts';
export type { DetailColumn, DetailKind, List, ListGroup, ListSource, ListUnit } from './list.ts';
export { findList, lists, type ListId } from './lists.ts';
export { supportSteps, supportStepsSource, type SupportStep } from './support-steps.ts';
