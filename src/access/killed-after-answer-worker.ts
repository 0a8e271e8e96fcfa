// Run by killed-after-answer.test.ts in a process of its own: `tsx killed-after-answer-worker.ts FOLDER`. It kills itself as
// soon as it has an answer, so that nothing is written down afterwards.
import { systemClock } from '#kernel';
import { openRecords } from '#store';
import { writeSync } from 'node:fs';
import { createAccess } from './access.ts';
import { singleUser } from './actor.ts';
import { upnOf } from './child-year.example.ts';

const records = await openRecords({ folder: process.argv[2] ?? '' });
const access = createAccess(records, systemClock);
const child = { kind: 'child', upn: upnOf(1) } as const;
const asked = process.argv[3];
const purpose = 'attendance-and-inclusion-support';
if (asked === 'acting') {
  const read = await access.actingAs(singleUser, purpose, child, (tx) =>
    tx.selectFrom('account.child_year').select('upn').executeTakeFirstOrThrow(),
  );
  writeSync(1, read.upn);
} else if (asked === 'permit') {
  writeSync(1, (await access.permitFor(singleUser, purpose, child)).kind);
} else {
  const stranger = { ...singleUser, id: 'stranger' };
  const refused = await access
    .actingAs(stranger, purpose, child, () => Promise.resolve('let in'))
    .catch(() => 'refused');
  writeSync(1, refused);
}
process.kill(process.pid, 'SIGKILL');
