import { performance } from 'node:perf_hooks';
import { systemClock } from '#kernel';
import { areaAt, importFiles, listAreaFiles } from '#exchange/area-files';
import { tellSpent } from './spent.ts';

/** `tsx bench/england/import-area.ts FILES AREA`: imports a folder of area files as kith import does. */
const [files = '', area = ''] = process.argv.slice(2);
if (files === '' || area === '') throw new Error('Say what to import and where to keep it: import-area.ts FILES AREA');

const began = performance.now();
await importFiles(areaAt(area), await listAreaFiles(files), { clock: systemClock, by: 'bench' });
tellSpent('Import', began);
