export * from './attendance-codes.ts';

/** Where the register’s models stand: school_day, mark_day, coverage, register_session. */
export const registerModels = new URL('./models/', import.meta.url);
