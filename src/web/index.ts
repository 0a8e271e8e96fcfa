export type { AccountState, AreaContext, WebContext } from './context.ts';
export { UNNAMED_AREA } from './context.ts';
export { LIMITS } from './limits.tsx';
export { REFUSALS, type Answered, type Operation, type RequestFault, type RestrictionEvent } from './operation.ts';
export { createWeb } from './server.tsx';
