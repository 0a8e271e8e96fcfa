import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPassingFolder } from './passing-folder.ts';

/** A process that works in a passing folder until it is told to stop, and says where. */
const { path } = await openPassingFolder(process.argv[2] ?? '', 'work-');
await writeFile(join(path, 'child.txt'), 'a child');
process.stdout.write(path);
setInterval(() => undefined, 1000);
