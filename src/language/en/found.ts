/** Who has a child, for whoever may find it and not read about it. */
export const found = {
  'found.title': 'A record exists',
  'found.text': 'This child is known here. What is held is not shared with your organisation; that it is held is.',
  'found.school': '{school} (URN {urn})',
  'found.ask': 'Ask the school for what you need, and say what for.',
} as const;
