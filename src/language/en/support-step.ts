/** The steps of “support first”, as the list of that name shows them; the same words stand in `src/worklists`. */
export const supportStep = {
  'support-step.expect.title': 'Expect',
  'support-step.expect.asks':
    'Let families know what attendance is hoped for and why, and make the school a place the child wants to be in.',
  'support-step.monitor.title': 'Monitor',
  'support-step.monitor.asks': 'Look at the register early and often, so that a pattern is seen before it has set.',
  'support-step.listen.title': 'Listen and understand',
  'support-step.listen.asks':
    'Ask the child and the family what stands in the way, at school, at home or on the way there.',
  'support-step.facilitate.title': 'Facilitate support',
  'support-step.facilitate.asks':
    'Take away what stands in the way where the school can, and bring in the services that can where it cannot.',
  'support-step.formalise.title': 'Formalise support',
  'support-step.formalise.asks':
    'Where support was not taken up, agree it in writing: a plan or a contract with what each side does, and by when.',
  'support-step.enforce.title': 'Enforce',
  'support-step.enforce.asks': 'Only when all of this was tried, or would not help, consider the law.',
  'support-step.source':
    'What is asked of schools, trusts and authorities, in this order; the law is used only where support was not taken up or is not the right answer.',
  'support-step.source.where': 'DfE, Working together to improve school attendance (August 2024), not opened',
} as const;
