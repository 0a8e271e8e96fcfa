export * from './academic-year.ts';
export * from './calendar-date.ts';
export * from './clock.ts';
export * from './csv.ts';
export * from './failure.ts';
export * from './instant.ts';
export * from './rejection.ts';
export * from './upn.ts';
