export { binomialP } from './binomial.ts';
export { caseMixOf, type CaseMix, type CaseMixPlace } from './case-mix.ts';
export { intervalAt, rateDifference, rateRatio, riskDifference, riskRatio, type Compared } from './difference.ts';
export { discoveriesAmong, type Discovery } from './discoveries.ts';
export { dispersionOf, RESAMPLES, type Dispersion, type ObservedExpected } from './dispersion.ts';
export {
  funnelCurve,
  funnelLimits,
  funnelOf,
  widenedLimits,
  type Funnel,
  type FunnelPlace,
  type Part,
} from './funnel.ts';
export { LEVELS, type Estimate, type Interval, type Intervals, type Level } from './level.ts';
export { twoSidedP } from './normal.ts';
export { countInterval, poissonP } from './poisson.ts';
export { quantile, weightedQuantile } from './quantile.ts';
export { rake, type Answers, type Margin, type Raked } from './raking.ts';
export { findCountRate, findProportion, proportionInterval, type Reading } from './rate.ts';
export { dissimilarity, type Dissimilarity, type Unit } from './segregation.ts';
export { shrinkRates, type Ratio, type Shrinkage, type Shrunk } from './shrinkage.ts';
export { standardise, type StandardisedPlace, type StratumCount, type StratumShare } from './standardisation.ts';
export {
  findChanceAtOrBelow,
  fitTrend,
  paceInterval,
  predict,
  type FittedTrend,
  type Prediction,
  type Trend,
  type TrendPoint,
} from './trend.ts';
