export { compareSeals, goOnSealing } from './going-on.ts';
export { unsealedLooks } from './sealing.ts';
export { startSealer, type Sealer, type SealerOptions } from './sealer.ts';
export type { SetAside } from './set-aside.ts';
export { verifyLooks, type VerifyOptions } from './verifying.ts';
export type { Fault, ToldSetAside, Verdict } from './walk.ts';
