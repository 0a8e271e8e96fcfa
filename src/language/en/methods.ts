/** `/methods`: how places are compared. Formulas and sources stand in the same words in the method document. */
export const methods = {
  'methods.lead':
    'A comparison is fair or it is not shown: like with like, with how far chance could have moved each figure, and with the reply of those it is about beside it.',
  'methods.rule.order':
    'No place stands above another: lists are in order of name, and words say higher, lower or similar to England.',
  'methods.rule.like':
    'Only like is compared: one measure, one period, one kind of school, one group of pupils. Anything else is refused with the reason.',
  'methods.rule.question':
    'A difference is a question, not a finding. A method can say that chance does not explain a figure; it cannot say what does.',
  'methods.rule.hidden':
    'A figure that its publisher hides stays hidden, with the reason, and is never shown as 0 or worked out from others.',
  'methods.rule.breaks': 'Where a series changes its meaning or a place its area, the line is broken and says why.',
  'methods.wrong.link': 'This comparison is wrong for us: what to do',
  'methods.formulas':
    'In the formulas z is 1.959963984540054 at 95% and 3.090232306167813 at 99.8%; x is a numerator, n a denominator, O observed, E expected. The same functions are commands (<code>kith rates</code>, <code>funnel</code>, <code>shrink</code>, <code>dispersion</code>, <code>discoveries</code>, <code>standardise</code>), so that anyone can work out every figure again. The document that comes with Kith, fair-comparison.md, says more of each: when to use it, and its limits.',
  'methods.formula': '{count, plural, one {Formula} other {Formulas}}',
  'methods.source': 'Source',
  'methods.not-for': 'Not for',
  'methods.used-on': 'Used on',
  'methods.wrong': 'This comparison is wrong for us',
  'methods.wrong.lead':
    'A place knows things that its figures do not. Whoever acts for a school or the area can say so, and is heard beside the figure before anyone acts on it.',
  'methods.wrong.open': 'Open the figure: every number leads to the page that says how it was worked out.',
  'methods.wrong.say':
    'Follow “Say why this comparison is wrong for you”, choose what is wrong, and say in your own words what would show it.',
  'methods.wrong.stands':
    'It stands beside the figure at once, with who said it and when: on the figure’s own page, and where it is shown on the pages of the area, a school, a place, places beside each other and England.',
  'methods.wrong.promise':
    'A reply is promised within {days, plural, one {# working day} other {# working days}}. Until then the page says by when; after that, that it is overdue.',
  'methods.wrong.reply':
    'The reply stands beside the figure too, with what came of it. Both stay, unless they had to be taken out: then that stays.',
  'methods.wrong.reasons': 'What can be wrong',
  'methods.wrong.outcomes': 'What can come of it',
  'methods.wrong.open-list': 'Waiting for a reply: {count, number}',
  'methods.wrong.answered-list': 'Answered, or taken out: {count, number}',
  'methods.wrong.all': 'All challenges, and how soon a reply is promised',
  'methods.wrong.figure': 'Figure',
  'methods.wrong.what': 'What is wrong',
  'methods.wrong.by': 'Said by',
  'methods.wrong.replied': 'Reply',
  'methods.intervals.name': 'Intervals',
  'methods.intervals.says':
    'How far chance alone could have moved a figure from what the place would have in the long run. A small place’s interval is wide: one child more or fewer moves its rate a lot. Shares of people have Wilson’s interval. Events such as suspensions have none here: one child may have several, so they come in bunches and the exact interval of their count is too narrow.',
  'methods.intervals.formula-1': '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)',
  'methods.intervals.formula-2': 'χ²(α/2; 2O)/2 to χ²(1 − α/2; 2O + 2)/2; the lower is 0 where O is',
  'methods.intervals.formula-3':
    'twice the smaller exact tail, at most 1: below 0.05 exactly where the exact interval leaves E out',
  'methods.intervals.source-1': 'E. B. Wilson, JASA 22 (1927)',
  'methods.intervals.source-2': 'F. Garwood, Biometrika 28 (1936)',
  'methods.intervals.not-for':
    'Telling two places apart: two intervals may overlap though the places differ. Sessions have none here, because those of one pupil follow one another.',
  'methods.intervals.used-on': 'Place profiles, comparisons',
  'methods.many-comparisons.name': 'Many comparisons',
  'methods.many-comparisons.says':
    'Which differences stand out when many are looked at. Of a hundred places that do not differ at all, five would look different at 95% by chance. So all figures of a page are read together, and of those called higher or lower at 95% at most 1 in 20 is expected to be chance, at 99.8% 2 in 1,000.',
  'methods.many-comparisons.formula-1': 'The q value of the i-th smallest p is the least p⟨j⟩ m / j over j ≥ i.',
  'methods.many-comparisons.source-1': 'Y. Benjamini and Y. Hochberg, JRSS B 57, 1995',
  'methods.many-comparisons.not-for':
    'One comparison decided on beforehand. It bounds the share of mistakes, not each place’s chance of being one.',
  'methods.many-comparisons.used-on': 'Place profiles, comparisons',
  'methods.funnel.name': 'Funnel',
  'methods.funnel.says':
    'Which places lie outside where chance would leave a place of their size around the common rate. Where places differ by more than chance throughout, the limits are widened by that difference, so that a large place is not taken to task for being large.',
  'methods.funnel.formula-1': 'a = (F(r) − p) / (F(r) − F(r − 1)), the limit is (r − a) / n',
  'methods.funnel.formula-2': 'τ² = (Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 1/s², not below 0',
  'methods.funnel.source-1': 'D. J. Spiegelhalter, Statistics in Medicine 24, 2005, A.1.1',
  'methods.funnel.not-for':
    'Putting places in an order. Inside the limits there is nothing to tell, and where all do badly nobody stands out.',
  'methods.funnel.used-on': 'Comparisons',
  'methods.shrinkage.name': 'Shrinkage',
  'methods.shrinkage.says':
    'A guess of a small place’s own level, drawn towards the common mean the more the less it has to show.',
  'methods.shrinkage.formula-1': 'm + w (r − m), w = A / (A + m/n), A = max(0, s² − m/n̄)',
  'methods.shrinkage.source-1': 'R. J. Marshall, Applied Statistics 40, 1991, global',
  'methods.shrinkage.not-for': 'Holding a place to account: a shrunken figure is partly other people’s.',
  'methods.shrinkage.used-on': 'How much authorities differ (the tenths)',
  'methods.dispersion.name': 'Dispersion',
  'methods.dispersion.says':
    'How large the postcode lottery is: how far places lie from the common rate, squared, once chance is taken out. 0 is no more than chance. Beside it stand the rate that a tenth of places are above over the rate that a tenth are below, and how much of the spread chance explains (m/n̄ over A + m/n̄, as under shrinkage).',
  'methods.dispersion.formula-1': 'SCV = (Σ((O − E)/E)² − Σ 1/E) / k',
  'methods.dispersion.source-1': 'K. McPherson and others, NEJM 307, 1982',
  'methods.dispersion.source-2': 'P. Diehr and others, 1990',
  'methods.dispersion.source-3': 'Efron, 1979',
  'methods.dispersion.not-for':
    'Naming places, or saying why they differ. For something that happens to about half of all, it takes out a little too much as chance.',
  'methods.dispersion.used-on': 'How much authorities differ',
  'methods.two-groups.name': 'Two groups',
  'methods.two-groups.says':
    'How many times as often, and how many more in a hundred, something happens in one group of pupils than among everyone else in the place. Groups within groups are counted, not multiplied.',
  'methods.two-groups.formula-1': 'exp(ln ratio ± z √(1/a − 1/n + 1/b − 1/m))',
  'methods.two-groups.formula-2': 'exp(ln ratio ± z √(1/a + 1/b))',
  'methods.two-groups.source-1': 'D. Katz and others, Biometrics 34, 1978',
  'methods.two-groups.source-2': 'R. G. Newcombe, Statistics in Medicine 17, 1998',
  'methods.two-groups.source-3': 'Rothman and Greenland, 1998',
  'methods.two-groups.source-4': 'A. Donner and G. Y. Zou, 2012',
  'methods.two-groups.not-for':
    'A group without a case: the ratio says nothing then, and the difference does. Nor for saying why.',
  'methods.two-groups.used-on': 'Groups of pupils',
  'methods.observed-and-expected.name': 'Observed and expected',
  'methods.observed-and-expected.says':
    'What a place would have, had each part of it (phase, year group, sex, need) the rate of all places together. Published figures of places do not come in such parts, so these pages do not use it; the command `kith standardise` does, with a place’s own rows.',
  'methods.observed-and-expected.formula-1': 'E = Σ nₖ rₖ',
  'methods.observed-and-expected.source-1': 'Breslow and Day, “Statistical methods in cancer research” II, 1987',
  'methods.observed-and-expected.not-for':
    'Comparing two such ratios with each other, or allowing away what a place itself decides.',
  'methods.observed-and-expected.used-on': 'Commands',
} as const;
