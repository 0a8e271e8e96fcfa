/** One method of comparison, as the page tells it. The formula and sources stand in the same words in the method document. */
export type Method = {
  /** Where a link to it leads. */
  readonly id: string;
  /** Its heading, here and in the document. */
  readonly name: string;
  /** In plain words: what it tells a reader. */
  readonly says: string;
  /** As in `docs/methods/fair-comparison.md`, letter for letter: a test compares them. */
  readonly formulas: readonly string[];
  readonly sources: readonly string[];
  readonly notFor: string;
  /** Pages that use it. */
  readonly usedOn: string;
};

export const METHODS: readonly Method[] = [
  {
    id: 'intervals',
    name: 'Intervals',
    says: 'How far chance alone could have moved a figure from what the place would have in the long run. A small place’s interval is wide: one child more or fewer moves its rate a lot. Shares of people have Wilson’s interval. Events such as suspensions have none here: one child may have several, so they come in bunches and the exact interval of their count is too narrow.',
    formulas: [
      '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)',
      'χ²(α/2; 2O)/2 to χ²(1 − α/2; 2O + 2)/2; the lower is 0 where O is',
      'twice the smaller exact tail, at most 1: below 0.05 exactly where the exact interval leaves E out',
    ],
    sources: ['E. B. Wilson, JASA 22 (1927)', 'F. Garwood, Biometrika 28 (1936)'],
    notFor:
      'Telling two places apart: two intervals may overlap though the places differ. Sessions have none here, because those of one pupil follow one another.',
    usedOn: 'Place profiles, comparisons',
  },
  {
    id: 'many-comparisons',
    name: 'Many comparisons',
    says: 'Which differences stand out when many are looked at. Of a hundred places that do not differ at all, five would look different at 95% by chance. So all figures of a page are read together, and of those called higher or lower at 95% at most 1 in 20 is expected to be chance, at 99.8% 2 in 1,000.',
    formulas: ['The q value of the i-th smallest p is the least p⟨j⟩ m / j over j ≥ i.'],
    sources: ['Y. Benjamini and Y. Hochberg, JRSS B 57, 1995'],
    notFor:
      'One comparison decided on beforehand. It bounds the share of mistakes, not each place’s chance of being one.',
    usedOn: 'Place profiles, comparisons',
  },
  {
    id: 'funnel',
    name: 'Funnel',
    says: 'Which places lie outside where chance would leave a place of their size around the common rate. Where places differ by more than chance throughout, the limits are widened by that difference, so that a large place is not taken to task for being large.',
    formulas: [
      'a = (F(r) − p) / (F(r) − F(r − 1)), the limit is (r − a) / n',
      'τ² = (Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 1/s², not below 0',
    ],
    sources: ['D. J. Spiegelhalter, Statistics in Medicine 24, 2005, A.1.1'],
    notFor:
      'Putting places in an order. Inside the limits there is nothing to tell, and where all do badly nobody stands out.',
    usedOn: 'Comparisons',
  },
  {
    id: 'shrinkage',
    name: 'Shrinkage',
    says: 'A guess of a small place’s own level, drawn towards the common mean the more the less it has to show.',
    formulas: ['m + w (r − m), w = A / (A + m/n), A = max(0, s² − m/n̄)'],
    sources: ['R. J. Marshall, Applied Statistics 40, 1991, global'],
    notFor: 'Holding a place to account: a shrunken figure is partly other people’s.',
    usedOn: 'How much authorities differ (the tenths)',
  },
  {
    id: 'dispersion',
    name: 'Dispersion',
    says: 'How large the postcode lottery is: how far places lie from the common rate, squared, once chance is taken out. 0 is no more than chance. Beside it stand the rate that a tenth of places are above over the rate that a tenth are below, and how much of the spread chance explains (m/n̄ over A + m/n̄, as under shrinkage).',
    formulas: ['SCV = (Σ((O − E)/E)² − Σ 1/E) / k'],
    sources: ['K. McPherson and others, NEJM 307, 1982', 'P. Diehr and others, 1990', 'Efron, 1979'],
    notFor:
      'Naming places, or saying why they differ. For something that happens to about half of all, it takes out a little too much as chance.',
    usedOn: 'How much authorities differ',
  },
  {
    id: 'two-groups',
    name: 'Two groups',
    says: 'How many times as often, and how many more in a hundred, something happens in one group of pupils than among everyone else in the place. Groups within groups are counted, not multiplied.',
    formulas: ['exp(ln ratio ± z √(1/a − 1/n + 1/b − 1/m))', 'exp(ln ratio ± z √(1/a + 1/b))'],
    sources: [
      'D. Katz and others, Biometrics 34, 1978',
      'R. G. Newcombe, Statistics in Medicine 17, 1998',
      'Rothman and Greenland, 1998',
      'A. Donner and G. Y. Zou, 2012',
    ],
    notFor: 'A group without a case: the ratio says nothing then, and the difference does. Nor for saying why.',
    usedOn: 'Groups of pupils',
  },
  {
    id: 'observed-and-expected',
    name: 'Observed and expected',
    says: 'What a place would have, had each part of it (phase, year group, sex, need) the rate of all places together. Published figures of places do not come in such parts, so these pages do not use it; the command `kith standardise` does, with a place’s own rows.',
    formulas: ['E = Σ nₖ rₖ'],
    sources: ['Breslow and Day, “Statistical methods in cancer research” II, 1987'],
    notFor: 'Comparing two such ratios with each other, or allowing away what a place itself decides.',
    usedOn: 'Commands',
  },
];
