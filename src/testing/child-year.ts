/** Rows as `access` publishes them, with nothing told but what is given: one example serves its tests and those of pages. */
export { childYear, listEntry, upnOf } from '../access/child-year.example.ts';
