import { AROUND_A_CHILD } from './around-a-child.ts';
import { CHANGING } from './changing.ts';
import { COMING_IN } from './coming-in.ts';
import { DOING_MORE } from './doing-more.ts';
import { PEOPLE } from './people.ts';
import { SEEING } from './seeing.ts';
import { STOPPING } from './stopping.ts';
import type { Threat } from './threat.ts';

/** What could go wrong, one table: the threat model and the impact assessment are made from it, and a test holds every row. */
export const THREATS: readonly { readonly title: string; readonly threats: readonly Threat[] }[] = [
  { title: 'Coming in', threats: COMING_IN },
  { title: 'Doing more than one may', threats: DOING_MORE },
  { title: 'Changing what stands there', threats: CHANGING },
  { title: 'Reading what is not theirs', threats: SEEING },
  { title: 'Stopping the work', threats: STOPPING },
  { title: 'Around a child', threats: AROUND_A_CHILD },
  { title: 'What the use of it does to people', threats: PEOPLE },
];
