import type { OpenRelease } from './release.ts';

/** What a release is and what was done to it, for whoever opens the folder without Kith. */
export function readmeText(release: Omit<OpenRelease, 'files'>, names: readonly string[]): string {
  const lines = [
    release.title,
    `${release.area}, school year ${release.year}, counted up to ${release.as_of}`,
    ...(release.fictional ? ['This area is fictional. Every child and school in it is invented.'] : []),
    `Version ${release.version}, published ${release.published}. Licence: ${release.licence}`,
    '',
    'Who is counted',
    release.population,
    '',
    'What was done to protect people',
    ...release.statement,
    ...release.left_out.map(
      (topic) => `There is no breakdown by ${topic.toLowerCase()}: a group would be too small, or one or two schools’.`,
    ),
    '',
    'Reading the figures',
    'A session is half a school day. A number is to the nearest 5, each by itself, so rows need not add up.',
    '“c” is a hidden figure. It is not 0, and it is not missing. A 0 is a true 0.',
    '',
    'Files',
    ...names,
    '',
  ];
  return lines.join('\n');
}
