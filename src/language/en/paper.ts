/** Around one page for governors: choosing a term, and the way to the PDF. */
export const paper = {
  'paper.link': 'One page for governors (PDF)',
  'paper.as-pdf': 'One page as PDF',
  'paper.pdf-english': 'The PDF is in English.',
  'paper.terms': 'Terms',
  'paper.term.autumn': 'Autumn term',
  'paper.term.spring': 'Spring term',
  'paper.term.summer': 'Summer term',
  'paper.no-school': 'School not found',
  'paper.no-school.text': 'No school of this area has that number (URN).',
} as const;
