/** `/open-data`: what there is to take away. What a release says of itself stays as it was released. */
export const openData = {
  'open-data.title': 'Open data',
  'open-data.lead': 'Figures to take away and use: about {area}, and published for England.',
  'open-data.released-by': 'Released by {area}',
  'open-data.set': 'Data set',
  'open-data.year': 'School year',
  'open-data.version': 'Version',
  'open-data.published': 'Published',
  'open-data.figures': 'Figures',
  'open-data.hidden': 'Hidden',
  'open-data.none':
    'Nothing has been released yet. Whoever runs this Kith makes a release with: kith publish-open-data',
  'open-data.why': 'Why some figures are hidden',
  'open-data.why.text':
    'A count of 1 to 7 people is never shown, because someone could be recognised in it. So that it cannot be worked out from totals either, a few other figures are hidden with it. Every other count is to the nearest 5. All tables of a release are protected together, and each release is held against those before it.',
  'open-data.no-schools': 'There is nothing by school. A figure of one school is the school’s own to give.',
  'open-data.statistics': 'Published statistics',
  'open-data.statistics.text':
    '{count, number} measures published by the Department for Education and others, as they were published: <browse>browse them and take each as CSV</browse>, or ask for them by address. They are under the <licence>Open Government Licence v3.0</licence>.',
  'open-data.ask': 'Ask by address',
  'open-data.ask.releases': 'Releases as JSON',
  'open-data.ask.measures': 'Published measures as JSON',
  'open-data.ask.openapi': 'What can be asked, in OpenAPI',
  'open-data.no-such': 'There is no such release',
  'open-data.no-such.text': 'Check the address, or choose from <link>all open data</link>.',
  'open-data.release.title': '{title}, {year}',
  'open-data.release.lead': '{area}, counted up to {date}. Version {version}, published {published}.',
  'open-data.release.fictional': 'This area is fictional. Every child and school in it is invented.',
  'open-data.release.take': 'Take it away',
  'open-data.release.size': '{file} ({size} kB)',
  'open-data.release.licence': 'Licence: {licence}',
  'open-data.release.cite':
    'To cite it: {area} ({year}), {title}, {schoolyear}, version {version}. These addresses do not change, and neither does what is at them.',
  'open-data.release.protected': 'What was done to protect people',
  'open-data.release.left-out': 'There is no breakdown by {topic}: a group would be too small, or one or two schools’.',
  'open-data.release.figures': 'The figures',
  'open-data.release.how-to-read':
    '“c” is a hidden figure. It is not 0. Counts are to the nearest 5, each by itself, so they need not add up. A session is half a school day.',
  'open-data.release.everyone': 'Everyone',
  'open-data.release.by': 'By',
} as const;
