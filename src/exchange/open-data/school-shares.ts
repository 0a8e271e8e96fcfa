import { contributorReason, POLICIES, type HidingReason } from '#disclosure';
import type { Person } from './people.ts';

/**
 * Why a figure of these people must be hidden because it is one school’s own, or nearly that of two; undefined where it
 * is not. What is added up of each person is 1, unless said. Who is on no school’s roll is nobody’s share but their own.
 */
export function schoolReason(
  people: readonly Person[],
  amountOf: (person: Person) => number = () => 1,
): HidingReason | undefined {
  const bySchool = new Map<string, number>();
  const withoutSchool: number[] = [];
  for (const person of people) {
    const amount = amountOf(person);
    if (person.school === '') withoutSchool.push(amount);
    else bySchool.set(person.school, (bySchool.get(person.school) ?? 0) + amount);
  }
  return contributorReason([...bySchool.values(), ...withoutSchool], POLICIES.public);
}
