export type { AccountState, AreaContext, WebContext } from './context.ts';
export { UNNAMED_AREA } from './context.ts';
export { createWeb } from './server.tsx';
