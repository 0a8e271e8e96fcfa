/** How the areas of one or more authorities became those of others. */
export type PlaceChange = {
  /** First day of the new areas. */
  readonly on: string;
  /**
   * `recoded`: the same area under a new code. `split`: one area became several. `merged`: several became one.
   * `redrawn`: several became several and a part moved from one to another, so that no old area is a sum of new ones.
   */
  readonly kind: 'recoded' | 'split' | 'merged' | 'redrawn';
  /** Codes as in the register of places; for `recoded`, the ONS code that was used before. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** As a sentence. */
  readonly words: string;
  readonly source: string;
};

/** Every change that the carried figures meet, oldest first. A place in none of them has kept its area and code. */
export const PLACE_CHANGES: readonly PlaceChange[] = [
  {
    on: '2009-04-01',
    kind: 'split',
    from: ['old-820'],
    to: ['E06000055', 'E06000056'],
    words: 'Bedfordshire was divided into Bedford and Central Bedfordshire on 1 April 2009.',
    source: 'The Bedfordshire (Structural Changes) Order 2008, SI 2008/907',
  },
  {
    on: '2009-04-01',
    kind: 'split',
    from: ['old-875'],
    to: ['E06000049', 'E06000050'],
    words: 'Cheshire was divided into Cheshire East and Cheshire West and Chester on 1 April 2009.',
    source: 'The Cheshire (Structural Changes) Order 2008, SI 2008/634',
  },
  {
    on: '2013-04-01',
    kind: 'recoded',
    from: ['E08000020'],
    to: ['E08000037'],
    words: 'Gateshead has had a new code since 1 April 2013, when its boundary with Northumberland moved a little.',
    source: 'ONS, Code History Database; The Gateshead and Northumberland (Boundary Change) Order 2013, SI 2013/595',
  },
  {
    on: '2013-04-01',
    kind: 'recoded',
    from: ['E06000048'],
    to: ['E06000057'],
    words: 'Northumberland has had a new code since 1 April 2013, when its boundary with Gateshead moved a little.',
    source: 'ONS, Code History Database; The Gateshead and Northumberland (Boundary Change) Order 2013, SI 2013/595',
  },
  {
    on: '2019-04-01',
    kind: 'redrawn',
    from: ['E10000009', 'E06000028', 'E06000029'],
    to: ['E06000058', 'E06000059'],
    words:
      'Dorset, Bournemouth and Poole became Bournemouth, Christchurch and Poole, and Dorset, on 1 April 2019; Christchurch moved from the one to the other.',
    source: 'The Bournemouth, Dorset and Poole (Structural Changes) Order 2018, SI 2018/648',
  },
  {
    on: '2020-04-01',
    kind: 'recoded',
    from: ['E10000002'],
    to: ['E06000060'],
    words:
      'Buckinghamshire County Council and its districts became one Buckinghamshire Council, with a new code, on 1 April 2020. The area is the same.',
    source: 'The Buckinghamshire (Structural Changes) Order 2019, SI 2019/957',
  },
  {
    on: '2021-04-01',
    kind: 'split',
    from: ['E10000021'],
    to: ['E06000061', 'E06000062'],
    words: 'Northamptonshire was divided into North and West Northamptonshire on 1 April 2021.',
    source: 'The Northamptonshire (Structural Changes) Order 2020, SI 2020/156',
  },
  {
    on: '2023-04-01',
    kind: 'split',
    from: ['E10000006'],
    to: ['E06000063', 'E06000064'],
    words: 'Cumbria was divided into Cumberland, and Westmorland and Furness, on 1 April 2023.',
    source: 'The Cumbria (Structural Changes) Order 2022, SI 2022/331',
  },
  {
    on: '2023-04-01',
    kind: 'recoded',
    from: ['E10000023'],
    to: ['E06000065'],
    words:
      'North Yorkshire County Council and its districts became one North Yorkshire Council, with a new code, on 1 April 2023. The area is the same.',
    source: 'The North Yorkshire (Structural Changes) Order 2022, SI 2022/328',
  },
  {
    on: '2023-04-01',
    kind: 'recoded',
    from: ['E10000027'],
    to: ['E06000066'],
    words:
      'Somerset County Council and its districts became one Somerset Council, with a new code, on 1 April 2023. The area is the same.',
    source: 'The Somerset (Structural Changes) Order 2022, SI 2022/329',
  },
];

/** The code a place has today where it was only given another: `E10000023` is `E06000065`. Others are as given. */
export function codeToday(code: string): string {
  const change = PLACE_CHANGES.find((one) => one.kind === 'recoded' && one.from.includes(code));
  const [today] = change?.to ?? [];
  return today === undefined ? code : codeToday(today);
}

/** What became of a place, and what it came from, oldest first. */
export function changesOf(code: string, changes: readonly PlaceChange[] = PLACE_CHANGES): readonly PlaceChange[] {
  return changes.filter((one) => [...one.from, ...one.to].includes(code));
}
