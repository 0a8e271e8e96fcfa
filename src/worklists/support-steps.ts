import type { ListSource } from './list.ts';

/** One step of what is asked of a school and its partners before the law is used. */
export type SupportStep = {
  readonly id: 'expect' | 'monitor' | 'listen' | 'facilitate' | 'formalise' | 'enforce';
  readonly title: string;
  readonly asks: string;
};

/** Where the order of the steps comes from: no primary source was opened for it, so it is an assumption, and pages say so. */
export const supportStepsSource: ListSource = {
  says: 'What is asked of schools, trusts and authorities, in this order; the law is used only where support was not taken up or is not the right answer.',
  where: 'DfE, Working together to improve school attendance (August 2024), not opened',
  standing: 'assumption',
};

/** The steps of “support first”, in order. Kith knows of none whether it was taken: no file says so. */
export const supportSteps: readonly SupportStep[] = [
  {
    id: 'expect',
    title: 'Expect',
    asks: 'Let families know what attendance is hoped for and why, and make the school a place the child wants to be in.',
  },
  {
    id: 'monitor',
    title: 'Monitor',
    asks: 'Look at the register early and often, so that a pattern is seen before it has set.',
  },
  {
    id: 'listen',
    title: 'Listen and understand',
    asks: 'Ask the child and the family what stands in the way, at school, at home or on the way there.',
  },
  {
    id: 'facilitate',
    title: 'Facilitate support',
    asks: 'Take away what stands in the way where the school can, and bring in the services that can where it cannot.',
  },
  {
    id: 'formalise',
    title: 'Formalise support',
    asks: 'Where support was not taken up, agree it in writing: a plan or a contract with what each side does, and by when.',
  },
  {
    id: 'enforce',
    title: 'Enforce',
    asks: 'Only when all of this was tried, or would not help, consider the law.',
  },
];
