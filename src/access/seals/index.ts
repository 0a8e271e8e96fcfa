export { unsealedLooks } from './sealing.ts';
export { startSealer, type Sealer, type SealerOptions } from './sealer.ts';
export { verifyLooks, type Fault, type Verdict, type VerifyOptions } from './verifying.ts';
