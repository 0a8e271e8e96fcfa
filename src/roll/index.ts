/** Where the roll’s models stand: school, spell, child, gap, dual_day. They read `received_*` and `question`. */
export const rollModels = new URL('./models/', import.meta.url);
export { findLeavingGround, leavingGrounds, type LeavingGround } from './leaving-grounds.ts';
