import { weekday } from '#kernel';
import { schoolDays } from './school-days.ts';
import { upnWith } from './upn.ts';

const LAST_YEAR = [...schoolDays('2023-09-04', '2023-09-22'), ...schoolDays('2023-11-06', '2023-11-17')];
const THIS_YEAR = [...schoolDays('2024-09-03', '2024-09-27'), ...schoolDays('2024-11-04', '2024-11-15')];
/** The last day with marks: a Wednesday. */
const MARKED_TO = '2024-11-13';

/**
 * Two schools of one trust with one child each, over the first weeks of two autumns: the year before last began a day
 * earlier in its week and had a week less before half term. Each child is ill on every Monday. Of the days `silent`, both
 * among them, the second school sends no register.
 */
export function twoYears(silent?: readonly [from: string, to: string]): Readonly<Record<string, string>> {
  const upns = ['801200012001', '801200012002'].map(upnWith);
  const urns = ['900100', '900101'];
  const all = [...LAST_YEAR, ...THIS_YEAR];
  const sessions = urns.flatMap((urn) => all.map((date) => `${urn},${date},1,1`));
  const marks = urns.flatMap((urn, at) =>
    all
      .filter((date) => date <= MARKED_TO && !(silent && at === 1 && date >= silent[0] && date <= silent[1]))
      .map((date) => `${upns[at] ?? ''},${urn},${date},${weekday(date) === 1 ? 'I,I' : '/,\\'}`),
  );
  return {
    'schools.csv': [
      'urn,la,name,phase,trust',
      '900100,801,One,primary,Oak Trust',
      '900101,801,Two,primary,Oak Trust',
      '',
    ].join('\n'),
    'sessions.csv': ['urn,date,am,pm', ...sessions, ''].join('\n'),
    'roll.csv': [
      'upn,urn,status,entry_date,birth_date',
      ...urns.map((urn, at) => `${upns[at] ?? ''},${urn},C,2023-09-01,2014-01-01`),
      '',
    ].join('\n'),
    'marks.csv': ['upn,urn,date,am,pm', ...marks, ''].join('\n'),
  };
}
