/**
 * The import law: which folder of `src` may use which other folder, always through its front door (`index.ts`, named
 * `#folder`). This table is the only place where the law is written: the checker, the diagram in ARCHITECTURE.md and
 * the front doors in package.json are held to it. Rooms that do not exist yet stand here too, so that they are
 * checked from their first file.
 */
export type Room = { readonly is: string } & (
  { readonly mayImport: readonly string[] } | { readonly mayImportAllBut: readonly string[] }
);

/** What every domain may stand on. */
export const BASE = ['kernel', 'store', 'access'] as const;

export const LAW: Readonly<Record<string, Room>> = {
  kernel: { is: 'words everyone shares; pure', mayImport: [] },
  language: { is: 'every sentence, in the reader’s language', mayImport: ['kernel'] },
  store: { is: 'the only code that opens a database', mayImport: ['kernel'] },
  disclosure: { is: 'small counts protected; makes Publishable', mayImport: ['kernel'] },
  statistics: { is: 'intervals, funnels, weighting; pure', mayImport: ['kernel'] },
  access: { is: 'who may see whom, and the trace', mayImport: ['kernel', 'store'] },
  'sign-in': { is: 'who is asking: providers, passkeys, sessions', mayImport: [...BASE] },
  outbox: { is: 'jobs, alerts and messages, sent once', mayImport: [...BASE] },
  responsibility: { is: 'who holds whom; never dropped', mayImport: [...BASE, 'outbox'] },
  promises: { is: 'promised, due, delivered, confirmed', mayImport: [...BASE, 'outbox'] },
  place: { is: 'geography, public figures, comparison', mayImport: [...BASE, 'disclosure', 'statistics'] },
  linkage: { is: 'is this the same child?', mayImport: [...BASE, 'statistics'] },
  roll: { is: 'pupils, spells, what was known when', mayImport: [...BASE, 'responsibility', 'place', 'linkage'] },
  register: { is: 'attendance codes and session marks', mayImport: [...BASE, 'roll'] },
  'lost-learning': { is: 'the account and the measures', mayImport: [...BASE, 'register', 'roll'] },
  worklists: {
    is: 'lists of the working day',
    mayImport: [...BASE, 'register', 'roll', 'lost-learning'],
  },
  signals: {
    is: 'early identification, with its reasons',
    mayImport: [...BASE, 'disclosure', 'statistics', 'place', 'roll', 'register', 'lost-learning'],
  },
  support: {
    is: 'plans, referrals, appointments',
    mayImport: [...BASE, 'outbox', 'responsibility', 'promises', 'roll', 'register', 'lost-learning', 'signals'],
  },
  moves: {
    is: 'school moves, transitions, handovers',
    mayImport: [...BASE, 'outbox', 'responsibility', 'roll', 'lost-learning', 'support'],
  },
  survey: {
    is: 'questions and answers that cannot be traced',
    mayImport: ['kernel', 'store', 'disclosure', 'statistics'],
  },
  voice: {
    is: 'who is missing, what they said, what we did',
    mayImport: [...BASE, 'disclosure', 'statistics', 'place', 'survey', 'promises'],
  },
  pledges: { is: 'pledges, events, practice', mayImport: [...BASE, 'promises'] },
  accountability: {
    is: 'shared accountability and evidence',
    mayImport: [
      ...BASE,
      'language',
      'disclosure',
      'statistics',
      'place',
      'responsibility',
      'promises',
      'roll',
      'lost-learning',
      'signals',
      'support',
      'voice',
    ],
  },
  paper: {
    is: 'a school’s term on one page, as PDF',
    mayImport: [...BASE, 'language', 'disclosure', 'statistics', 'place', 'lost-learning', 'accountability'],
  },
  'exchange/layouts': { is: 'how other systems lay out their files', mayImport: [...BASE, 'register'] },
  'exchange/area-files': {
    is: 'the files an area already holds',
    mayImport: [...BASE, 'language', 'roll', 'register', 'exchange/layouts'],
  },
  'exchange/ees': { is: 'published statistics in and out', mayImport: [...BASE, 'place', 'exchange/layouts'] },
  'exchange/spreadsheets': { is: 'tables to take away: CSV, XLSX, ODS', mayImport: ['kernel'] },
  'exchange/open-data': {
    is: 'the area’s figures for everyone to take away',
    mayImport: [...BASE, 'language', 'disclosure', 'place', 'lost-learning', 'exchange/area-files', 'exchange/ees'],
  },
  quality: {
    is: 'what to mend in the files, and what that would change',
    mayImport: [...BASE, 'roll', 'register', 'lost-learning', 'exchange/area-files'],
  },
  rights: {
    is: 'erasure, access, holds, how long things are kept, and what could go wrong',
    mayImport: [...BASE, 'disclosure', 'register', 'worklists', 'exchange/area-files'],
  },
  demo: { is: 'makes the demonstration area', mayImport: ['kernel', 'store', 'access', 'register', 'roll'] },
  web: { is: 'pages', mayImportAllBut: ['store', 'cli', 'demo', 'app', 'testing'] },
  cli: { is: 'commands', mayImportAllBut: ['store', 'web', 'app', 'testing'] },
  app: { is: 'puts it together, reads settings', mayImportAllBut: ['testing'] },
  'testing/records': { is: 'records on either engine; for tests only', mayImport: ['kernel', 'store'] },
  testing: { is: 'cast, arbitraries, worked areas; for tests only', mayImportAllBut: [] },
};

/** Folders beside `src` that hold code. They too enter by front doors; only tests and measurements use `testing`. */
export const BESIDE: Readonly<Record<string, readonly string[]>> = {
  bin: ['app', 'cli'],
  scripts: Object.keys(LAW).filter((room) => room !== 'testing'),
  bench: Object.keys(LAW),
  e2e: Object.keys(LAW),
};

/** Packages that only the named rooms may import: databases in `store`, markup in `web`, the command line in `cli`. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['store'],
  '@duckdb/node-bindings': ['store'],
  '@electric-sql/pglite': ['store'],
  '@electric-sql/pglite-socket': ['store'],
  pg: ['store'],
  'openid-client': ['sign-in'],
  jose: ['sign-in'],
  '@simplewebauthn/server': ['sign-in'],
  'rate-limiter-flexible': ['web'],
  hono: ['web'],
  '@hono/node-server': ['web', 'app'],
  'govuk-frontend': ['web'],
  nunjucks: ['web'],
  '@observablehq/plot': ['web'],
  linkedom: ['web'],
  highs: ['disclosure'],
  'write-excel-file': ['exchange/spreadsheets'],
  fflate: ['exchange/spreadsheets'],
  '@myriaddreamin/typst-ts-web-compiler': ['paper'],
  'intl-messageformat': ['language'],
  '@formatjs/icu-messageformat-parser': ['language'],
  '@opentelemetry/api': ['app'],
  '@opentelemetry/sdk-metrics': ['app'],
  '@opentelemetry/exporter-metrics-otlp-http': ['app'],
  '@opentelemetry/resources': ['app'],
  commander: ['cli'],
  'cli-progress': ['cli'],
};

export function listRooms(): readonly string[] {
  return Object.keys(LAW);
}

/** The rooms that code in `room` may import. */
export function listAllowed(room: string): readonly string[] {
  const rule = LAW[room];
  if (!rule) return BESIDE[room] ?? [];
  if ('mayImport' in rule) return rule.mayImport;
  return listRooms().filter((other) => other !== room && !rule.mayImportAllBut.includes(other));
}

/** The room of a path: the longest room name that the path starts with, or the top folder beside `src`. */
export function findRoom(path: string): string | undefined {
  const [top = ''] = path.split('/');
  if (top !== 'src') return top in BESIDE ? top : undefined;
  return listRooms()
    .filter((room) => path.startsWith(`src/${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Code that checks or makes the product and never ships with it. */
export function isTest(path: string): boolean {
  return /\.(test|long|server|e2e|bench|config)\.tsx?$/.test(path) || /^(src\/testing|e2e|bench|scripts)\//.test(path);
}
