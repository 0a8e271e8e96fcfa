/** Grounds for taking a pupil off a roll, to stand after “because”. The same words stand in roll; a test holds them together. */
export const grounds = {
  'grounds.a': 'they are registered at another school',
  'grounds.b': 'they finished nursery and are not staying on',
  'grounds.c': 'they were registered at two schools and no longer come to this one',
  'grounds.d': 'a school attendance order now names another school',
  'grounds.e': 'a school attendance order was ended: they are educated in another way',
  'grounds.f': 'their parent educates them outside school, and told the school in writing',
  'grounds.g': 'they moved too far away to come',
  'grounds.h': 'they did not come back after leave of absence',
  'grounds.i': 'they were away 20 school days without leave and could not be found',
  'grounds.j': 'they are in custody under a sentence',
  'grounds.k': 'they died',
  'grounds.l': 'they will be over school age and do not go on to its sixth form',
  'grounds.m': 'they boarded there and the fees were not paid',
  'grounds.n': 'they left an independent or non-maintained special school',
  'grounds.o': 'they were permanently excluded',
} as const;
