// `node start.js SCRIPT …`: a script of this folder, read as bin/kith.js reads the command.
import { pathToFileURL } from 'node:url';
import { load } from '../../bin/load.js';

process.argv.splice(1, 1);
await load(pathToFileURL(process.argv[1]));
