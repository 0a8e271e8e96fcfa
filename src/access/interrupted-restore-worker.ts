// Run by backup.test.ts in a process of its own, which is killed in the middle of restoring:
// `tsx interrupted-restore-worker.ts FOLDER-OR-ADDRESS BACKUP`.
import { openRecords, restoreRecords } from '#store';

const [, , place = '', backup = ''] = process.argv;
const records = await openRecords(place.startsWith('postgres') ? { databaseUrl: place } : { folder: place });
await restoreRecords(records, backup, (done) => {
  if (done > 1) process.kill(process.pid, 'SIGKILL');
});
