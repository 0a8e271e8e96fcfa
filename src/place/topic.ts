/** What a reader browses the catalogue by, in this order. */
export const TOPICS = [
  { id: 'absence', title: 'Absence from school' },
  { id: 'attendance-by-code', title: 'Attendance by register code' },
  { id: 'suspension', title: 'Suspension and exclusion' },
  { id: 'pupils', title: 'Who goes to school here' },
  { id: 'sen', title: 'Special educational needs (SEN)' },
  { id: 'early-years', title: 'Early years' },
  { id: 'economy', title: 'Money and work' },
  { id: 'deprivation', title: 'Deprivation of neighbourhoods' },
  { id: 'health', title: 'Health' },
  { id: 'waits', title: 'Waits for children’s health services' },
] as const;
export type Topic = (typeof TOPICS)[number];
export type TopicId = Topic['id'];

export function findTopic(id: string): Topic | undefined {
  return TOPICS.find((topic) => topic.id === id);
}
