/** A ground on which a pupil of compulsory school age may be taken off a school’s roll. */
export type LeavingGround = {
  /** The letter of the paragraph, as in `roll.csv`. */
  readonly ground: string;
  /** What it says, short, to stand after “because”. */
  readonly words: string;
  readonly source: string;
};

const REGULATION = 'School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation 9(1)';
// Paragraphs (a) to (e) were read in the instrument; the short forms of the others in councils’ deletion forms.
const FORMS = `${REGULATION}, in the short form of councils’ deletion forms`;

/** Every ground, by its letter: a closed list. */
export const leavingGrounds: readonly LeavingGround[] = [
  { ground: 'a', words: 'they are registered at another school', source: REGULATION },
  { ground: 'b', words: 'they finished nursery and are not staying on', source: REGULATION },
  { ground: 'c', words: 'they were registered at two schools and no longer come to this one', source: REGULATION },
  { ground: 'd', words: 'a school attendance order now names another school', source: REGULATION },
  { ground: 'e', words: 'a school attendance order was ended: they are educated in another way', source: REGULATION },
  { ground: 'f', words: 'their parent educates them outside school, and told the school in writing', source: FORMS },
  { ground: 'g', words: 'they moved too far away to come', source: FORMS },
  { ground: 'h', words: 'they did not come back after leave of absence', source: FORMS },
  { ground: 'i', words: 'they were away 20 school days without leave and could not be found', source: FORMS },
  { ground: 'j', words: 'they are in custody under a sentence', source: FORMS },
  { ground: 'k', words: 'they died', source: FORMS },
  { ground: 'l', words: 'they will be over school age and do not go on to its sixth form', source: FORMS },
  { ground: 'm', words: 'they boarded there and the fees were not paid', source: FORMS },
  { ground: 'n', words: 'they left an independent or non-maintained special school', source: FORMS },
  { ground: 'o', words: 'they were permanently excluded', source: FORMS },
];

export function findLeavingGround(ground: string): LeavingGround | undefined {
  return leavingGrounds.find((one) => one.ground === ground);
}
