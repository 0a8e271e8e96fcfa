export { buildLists, listBatches, listEntries, listsForm } from './entries.ts';
export type { DetailColumn, DetailKind, List, ListGroup, ListSource, ListUnit } from './list.ts';
export { listTable, PERSONAL_DATA, type TableCell, type TableEntry } from './list-table.ts';
export { findList, lists, type ListId } from './lists.ts';
export { supportSteps, supportStepsSource, type SupportStep } from './support-steps.ts';
