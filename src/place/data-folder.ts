import { fileURLToPath } from 'node:url';

/** Where the figures that Kith carries are: `data/` at the top of the project. */
export const DATA_FOLDER = fileURLToPath(new URL('../../data', import.meta.url));

/** The carried figures as observations, made from the files beside it (see `data/README.md`). */
export const CARRIED_OBSERVATIONS = 'observations.parquet';
