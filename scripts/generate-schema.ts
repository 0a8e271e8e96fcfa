// Writes src/store/records/schema.ts from the migrations: `npx tsx scripts/generate-schema.ts`, after any change there.
import { closeRecords, openRecords } from '#store';
import { writeFile } from 'node:fs/promises';
import { SCHEMA_FILE, schemaText } from '../src/store/records/generate.ts';

const records = await openRecords();
await writeFile(SCHEMA_FILE, await schemaText(records));
await closeRecords(records);
