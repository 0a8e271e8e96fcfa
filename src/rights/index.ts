export { eraseChild, finishErasure, type Erased, type Erasing } from './erase.ts';
export { listGrounds } from './journal.ts';
