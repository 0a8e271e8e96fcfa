import { checkPages } from './check-pages.ts';

checkPages([
  '/national',
  '/places',
  '/places?find=nowhere',
  '/places/E08000032',
  '/places/E12000001',
  '/places/E06000053',
  '/places/E10000006',
  '/places/E99999999',
  '/compare?measure=pupils-suspended-rate&period=2022/23&place=E08000032',
  '/compare?period=2022/23&period=2021/22',
  '/variation?measure=plans-within-20-weeks',
  '/groups?measure=persistent-absence&place=E08000032',
  '/methods',
  '/measures',
  '/codes',
  '/forms',
]);
