/** Where data crosses from one hand to another, and what stands there: each row is a boundary of trust. */
export type DataFlow = {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  /** What stands at the boundary. */
  readonly guard: string;
};

export const DATA_FLOWS = [
  {
    from: 'Schools, trusts and other systems',
    to: 'Whoever brings files in',
    what: 'Rolls, registers, suspensions, removals, as exports',
    guard: 'How they travel is for the area: Kith fetches nothing',
  },
  {
    from: 'Whoever brings files in',
    to: 'Kith',
    what: 'The same files, by upload or command',
    guard: 'Who may bring files in; one careful reading in bounded memory; a preview before anything counts',
  },
  {
    from: 'A browser',
    to: 'The proxy',
    what: 'Requests, forms, files, session cookies',
    guard: 'https; the proxy is not part of Kith',
  },
  {
    from: 'The proxy',
    to: 'Kith',
    what: 'The same, as plain http',
    guard: 'Host, origin, size and rate of each request; session; who may ask for which route',
  },
  {
    from: 'Kith',
    to: 'A sign-in provider',
    what: 'That somebody wants to sign in; from it, a subject and how strong the sign-in was',
    guard: 'https to configured issuers alone; signed answers; no name or e-mail address is kept',
  },
  {
    from: 'Kith',
    to: 'The records (PostgreSQL)',
    what: 'People, ties, agreements, consents, notes, looks, and one packed year a child',
    guard: 'Row security for a login that owns nothing; a purpose and a look in each transaction',
  },
  {
    from: 'Kith',
    to: 'The area’s folder (received files, warehouse)',
    what: 'Received files as they came, and everything worked out of them',
    guard: 'The file system alone; Kith reads single children of it only with a permit that left its look',
  },
  {
    from: 'The records (PostgreSQL)',
    to: 'The seals, outside',
    what: 'Digests of looks, signed; no name and no UPN',
    guard: 'A key that is not in the records; storage that can only be added to',
  },
  {
    from: 'The records (PostgreSQL)',
    to: 'Backups',
    what: 'Everything in them; the area’s folder is copied beside',
    guard: 'Readable by its owner alone; not encrypted by Kith',
  },
  {
    from: 'Kith',
    to: 'A person’s own machine',
    what: 'Lists, a governors’ page, the record of a child, that were asked for',
    guard: 'A look for each that a page gives; formulas are text; after that, whoever has the file',
  },
  {
    from: 'Kith',
    to: 'Everyone',
    what: 'Releases of open data and published statistics',
    guard: 'Only what `disclosure` made publishable, in a release that somebody made on purpose',
  },
] as const satisfies readonly DataFlow[];

/** Where data is, or who has it. */
export type DataPlace = (typeof DATA_FLOWS)[number]['from' | 'to'];
