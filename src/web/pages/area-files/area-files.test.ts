import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { singleUser, type Actor } from '#access';
import { areaAt, listImports, listLayouts } from '#exchange/area-files';
import { addDays, calendarDate, findUpn, fixedClock, instantOf, type Clock } from '#kernel';
import { publishedArea, workedArea, type PublishedArea } from '#testing';
import { htmlFaults } from '../../layout/html-faults.ts';
import { createWeb } from '../../server.tsx';
import { areaFilesPages } from './index.ts';

const MORNING = instantOf(Date.UTC(2026, 0, 6, 9));

let folder: string;
let worked: PublishedArea;
let area: ReturnType<typeof areaAt>;
let pages: Hono;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-web-files-'));
  worked = await publishedArea(workedArea, { now: MORNING });
  await rm(worked.web.area.folder.derived, { recursive: true });
}, 240_000);
afterAll(async () => {
  await worked.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  area = areaAt(await mkdtemp(join(folder, 'area-')));
  await cp(worked.web.area.folder.path, area.path, { recursive: true });
  pages = createWeb(webOf());
});

function webOf(other: { readonly clock?: Clock; readonly actor?: Actor } = {}) {
  const imports = () => listImports(area);
  return { ...worked.web, ...other, area: { ...worked.web.area, folder: area, imports } };
}

const origin = { Origin: 'http://localhost' };
type Sent = readonly [name: string, content: string | Buffer<ArrayBuffer>];

async function post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  return pages.request(path, { method: 'POST', body, headers: origin });
}

async function upload(...files: readonly Sent[]): Promise<Response> {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new File([content], name));
  return pages.request('/imports/new', { method: 'POST', body: form, headers: origin });
}

/** A page once its work is done, following where it leads. */
async function arrive(
  path: string,
): Promise<{ readonly text: string; readonly path: string; readonly document: Document }> {
  for (;;) {
    const response = await pages.request(path);
    const to = response.headers.get('location');
    if (to !== null) return arrive(to);
    const text = await response.text();
    if (response.headers.get('refresh') !== null) {
      // As a browser waits: asked again at once, the work would never get a turn on a slow machine.
      await pause(50);
      continue;
    }
    // Links that look like buttons, and banners, are the official markup.
    const faults = await htmlFaults(text);
    expect(faults.filter((fault) => !fault.startsWith('prefer-native-element'))).toEqual([]);
    return { text, path, document: parseHTML(text).document };
  }
}

async function uploaded(...files: readonly Sent[]) {
  const response = await upload(...files);
  const at = response.headers.get('location') ?? '';
  expect([response.status, at]).toEqual([303, expect.stringMatching(/^\/imports\/new\/[0-9a-f]{32}$/)]);
  return { at, page: await arrive(at) };
}

const sample = async (id: string): Promise<Sent> => [`${id}.csv`, await readFile(`samples/${id}.csv`)];
/** All that the area holds, but for what is worked out from it. */
const tree = async (): Promise<readonly string[]> =>
  (await readdir(area.path, { recursive: true })).filter((name) => !name.startsWith('derived')).toSorted();
const tags = (document: Document): readonly string[] =>
  [...document.querySelectorAll('main .govuk-tag')].map((tag) => tag.textContent.trim());

/** The confirm form as a browser would send it. */
function fieldsIn(document: Document, action: string): Readonly<Record<string, string>> {
  const form = [...document.querySelectorAll('form')].find((one) => one.getAttribute('action') === action);
  const inputs = [...(form?.querySelectorAll('input') ?? [])];
  const sent = inputs.filter((one) => one.getAttribute('type') !== 'checkbox' || one.hasAttribute('checked'));
  return Object.fromEntries(sent.map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']));
}

async function confirm(at: string): Promise<Awaited<ReturnType<typeof arrive>>> {
  const { document } = await arrive(at);
  const response = await post(`${at}/confirm`, fieldsIn(document, `${at}/confirm`));
  expect(response.status).toBe(303);
  return arrive(response.headers.get('location') ?? '');
}

describe('what could not be used', () => {
  it('is told once the files are in, with what to do, and can be taken away', async () => {
    const { text, document } = await arrive('/imports/to-mend');
    const rows = [...document.querySelectorAll('#rejected tbody tr')].map((row) => row.textContent ?? '');
    expect(rows.some((row) => row.includes('roll.csv') && row.includes('Enter the last day on roll'))).toBe(true);
    const counted = [...document.querySelectorAll('#rejected tbody td:nth-child(3)')];
    const csv = (await (await pages.request('/imports/to-mend.csv')).text()).trimEnd().split('\n');
    expect(csv[0]).toBe('file,line,column,value,fault,problem');
    expect(csv.length - 1).toBe(counted.reduce((sum, cell) => sum + Number(cell.textContent), 0));
    expect(text).toContain('Used, though it looks wrong');

    // It is of the files that are held now: a bad row brought in since is in it, a formula only as text.
    const { at } = await uploaded(['marks-bad.csv', 'upn,urn,date,am,pm\nD801400121005,900101,2024-10-14,=1+1,I\n']);
    await confirm(at);
    expect((await arrive('/imports/to-mend')).text).toContain('marks-bad.csv');
    expect(await (await pages.request('/imports/to-mend.csv')).text()).toContain("marks-bad.csv,2,am,'=1+1");
  });

  it('is nothing where there are no files', async () => {
    area = areaAt(await mkdtemp(join(folder, 'empty-')));
    pages = createWeb(webOf());
    expect((await arrive('/imports/to-mend')).text).toContain('No files have been brought in yet.');
    expect((await pages.request('/imports/to-mend.csv')).headers.get('location')).toBe('/imports/to-mend');
  });
});

describe('the way of a file', () => {
  it('is brought in once, however many windows confirm it at the same moment', async () => {
    const { at, page } = await uploaded([
      'marks-late.csv',
      'upn,urn,date,am,pm\nD801400121005,900101,2024-10-14,I,I\n',
    ]);
    const fields = fieldsIn(page.document, `${at}/confirm`);
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(`${at}/confirm`, fields)));
    expect(answers.map((one) => one.status)).toEqual([303, 303, 303, 303]);
    expect((await arrive(`${at}/progress`)).path).toBe('/imports?told=imported');
    expect((await listImports(area)).filter((row) => row.file === 'marks-late.csv')).toHaveLength(1);
    // The back button leads to a page that says so, and sending the form again changes nothing.
    expect((await arrive(at)).text).toContain('This upload is not here any more');
    expect((await post(`${at}/confirm`, fields)).status).toBe(303);
    expect(await listImports(area)).toHaveLength(7);
  });

  it('is uploaded, questioned, previewed, confirmed, listed and taken out again', async () => {
    const before = await tree();
    const { at, page } = await uploaded(await sample('census-pupil-list'), await sample('weekly-register'));
    expect(tags(page.document)).toEqual(['Answer needed', 'Answer needed']);
    expect(page.text).toContain('What is the URN of the school this file is from?');
    expect(page.document.querySelector(`form[action="${at}/confirm"]`)).toBeNull();
    expect(await listImports(area)).toHaveLength(6);

    for (const n of [1, 2]) {
      const answered = await post(`${at}/files/${n}`, { action: 'columns', 'answer.urn': '900101' });
      expect(answered.headers.get('location')).toBe(`${at}#file-${n}`);
    }
    const answered = await arrive(at);
    expect(tags(answered.document)).toEqual(['Can be read', 'Can be read']);
    expect(answered.text).toContain('38 children are new');
    expect(answered.document.querySelector('#changes tbody')?.textContent).toMatch(
      /one child on one school’s roll.*38/,
    );
    expect(answered.document.querySelector('#file-1-faults tbody')?.textContent).toMatch(/check letter.*22UPN/);
    const list = await pages.request(`${at}/files/1/rejections.csv`);
    expect([list.headers.get('content-type'), (await list.text()).split('\n').length]).toEqual([
      'text/csv; charset=utf-8',
      4,
    ]);

    const listed = await confirm(at);
    expect(listed.path).toBe('/imports?told=imported');
    expect(listed.text).toContain('Brought in by Single user as import-2');
    expect((await listImports(area)).slice(-2).map((row) => [row.file, row.by, row.layout])).toEqual([
      ['census-pupil-list.csv', 'Single user', 'census-pupil-list'],
      ['weekly-register.csv', 'Single user', 'weekly-register'],
    ]);
    expect((await tree()).filter((name) => name.startsWith('uploads'))).toEqual([]);

    // A second press of the button, and the same files again, change nothing.
    expect((await arrive((await post(`${at}/confirm`, {})).headers.get('location') ?? '')).path).toBe(
      '/imports?told=imported',
    );
    const again = await uploaded(await sample('census-pupil-list'), await sample('weekly-register'));
    expect(tags(again.page.document)).toEqual(['Here already', 'Here already']);
    expect(again.page.text).toContain('There is nothing to bring in');
    expect((await post(`${again.at}/cancel`)).headers.get('location')).toBe('/imports?told=cancelled');
    expect((await listImports(area)).length).toBe(8);

    const asked = await arrive('/imports/import-2/forget');
    expect(asked.text).toMatch(/Take import-2 out\?[\s\S]*census-pupil-list\.csv/);
    expect((await post('/imports/import-2/forget')).headers.get('location')).toBe('/imports?told=forgotten');
    expect(await tree()).toEqual(before);
  });

  it('keeps a mapping that was confirmed, and proposes it the next time', async () => {
    const strange = Buffer.from(
      (await readFile('samples/weekly-register.csv', 'utf8')).replace('UPN,', 'Nr,').replace('Week beginning', 'Woche'),
    );
    const first = await uploaded(['strange.csv', strange]);
    // Worked out from its values; the person says that the week is the column called Woche, and the school.
    const columns = [...first.page.document.querySelectorAll('#file-1-column-week option')].map(
      (one) => one.textContent,
    );
    const week = columns.findIndex((text) => text.trim() === 'Woche') - 1;
    await post(`${first.at}/files/1`, { action: 'columns', 'column.week': String(week) });
    await post(`${first.at}/files/1`, { action: 'columns', 'answer.urn': '900101' });
    const { document } = await arrive(first.at);
    const confirmForm = fieldsIn(document, `${first.at}/confirm`);
    expect(confirmForm).toMatchObject({ 'keep.1': 'yes', 'title.1': 'Files like strange.csv' });
    await arrive(
      (await post(`${first.at}/confirm`, { ...confirmForm, 'title.1': 'Elm, by weeks' })).headers.get('location') ?? '',
    );
    expect((await listLayouts(area))[0]).toMatchObject({ id: 'own-elm-by-weeks', title: 'Elm, by weeks' });
    const next = await uploaded(['other.csv', Buffer.concat([strange, Buffer.from('\n')])]);
    expect(tags(next.page.document)).toEqual(['Can be read']);
    expect(next.page.text).toContain('With the layout “Elm, by weeks”. Every column of the file fits.');
    expect(next.page.document.querySelector('#file-1-answer-urn')?.getAttribute('value')).toBe('900101');
    expect(next.page.document.querySelector('[name="keep.1"]')).toBeNull();
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const before = await tree();
    const { at } = await uploaded(await sample('suspensions-list'));
    await post(`${at}/cancel`);
    expect(await tree()).toEqual(before);
    expect((await arrive(at)).text).toContain('This upload is not here any more');
  });

  it('is read in another way where the person chooses it', async () => {
    const { at, page } = await uploaded(await sample('suspensions-list'));
    expect(tags(page.document)).toEqual(['Can be read']);
    await post(`${at}/files/1`, { action: 'layout', layout: 'layout:census-pupil-list' });
    const other = await arrive(at);
    expect(tags(other.document)).toEqual(['Answer needed']);
    expect(other.text).toContain('What is the enrolment status of these pupils?');
    await post(`${at}/files/1`, { action: 'remove' });
    expect((await tree()).some((name) => name.startsWith('uploads'))).toBe(false);
  });

  it('is previewed again where the area changed in between', async () => {
    const { at, page } = await uploaded(await sample('suspensions-list'));
    const old = fieldsIn(page.document, `${at}/confirm`);
    await post('/imports/import-1/forget');
    const response = await post(`${at}/confirm`, old);
    expect(response.headers.get('location')).toBe(`${at}?told=look-again`);
    const again = await arrive(`${at}?told=look-again`);
    expect(again.text).toContain('Something changed since you last looked');
    expect(again.text).toContain('Add the school to schools.csv');
  });
});

describe('what cannot be read', () => {
  it('is shown with its sentence, can be removed, and the rest goes on', async () => {
    const before = await tree();
    const whole = gzipSync(await readFile('samples/weekly-register.csv'));
    const twice = await sample('suspensions-list');
    const { at, page } = await uploaded(
      ['empty.csv', ''],
      ['Book1.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
      ['weekly.csv.gz', whole.subarray(0, 400)],
      twice,
      twice,
    );
    expect(tags(page.document)).toEqual([
      'Cannot be read',
      'Cannot be read',
      'Cannot be read',
      'Can be read',
      'Sent twice',
    ]);
    expect(page.text).toContain('empty.csv is empty. Export it again');
    expect(page.text).toContain('Save the sheet as “CSV UTF-8”');
    expect(page.text).toContain('its gzip is not whole');
    await post(`${at}/confirm`, {});
    expect((await tree()).filter((name) => !name.startsWith('uploads'))).toEqual(before);
    await post(`${at}/remove-unread`);
    const rest = await arrive(at);
    expect(tags(rest.document)).toEqual(['Can be read', 'Sent twice']);
    await confirm(at);
    expect((await listImports(area)).slice(6).map((row) => row.file)).toEqual(['suspensions-list.csv']);
  });

  it('is told when the upload itself fails, and nothing of it stays', async () => {
    const before = await tree();
    const told = async (response: Response): Promise<string> => {
      expect(response.status).toBe(400);
      return parseHTML(await response.text()).document.querySelector('#files-error')?.textContent ?? '';
    };
    expect(await told(await upload())).toContain('Choose at least one file.');
    pages = new Hono().use(csrf()).route('/', areaFilesPages(webOf(), { largestFile: 100_000 }));
    expect(await told(await upload(['marks.csv', Buffer.alloc(3_000_000, 'a')]))).toContain(
      'marks.csv is larger than 98 KB',
    );
    const broken = await pages.request('/imports/new', {
      method: 'POST',
      headers: { ...origin, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nupn,',
    });
    expect(await told(broken)).toContain('The upload stopped before it was whole');
    const text = await pages.request('/imports/new', {
      method: 'POST',
      headers: { ...origin, 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(await told(text)).toContain('Choose the files on this page');
    expect(await tree()).toEqual(before);
  });

  it('does not become markup, a path or a formula', async () => {
    const nasty = [
      'upn,urn,date,am,<script>alert(1)</script>',
      '"=HYPERLINK(""http://x"",""y"")",900100,2024-10-08,/,x',
      '<img src=x onerror=alert(2)>,900100,2024-10-08,/,x',
      'F801400123018,900100,2024-10-08,<b>I</b>,x',
    ].join('\n');
    const { at, page } = await uploaded(
      ['../../../marks-<img onerror=alert(3)>.csv', nasty],
      ['C:\\x\\..|Zoë\u202e.csv', 'a,b\n1,2\n'],
    );
    expect(page.document.querySelectorAll('main script, main img, main b')).toHaveLength(0);
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.document.querySelector('h2')?.textContent).toContain('marks-_img onerror=alert(3)_.csv');
    const names = (await tree())
      .filter((name) => /uploads\/.*\/files\/\d\//.test(name))
      .map((name) => name.split('/').at(-1));
    expect(names).toEqual(['marks-_img onerror=alert(3)_.csv', '_Zoë.csv']);
    const csv = await (await pages.request(`${at}/files/1/rejections.csv`)).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  });
});

describe('who may', () => {
  it('leaves a trace before anything is shown, and stops who has no leave', async () => {
    const rosa = findUpn('E801400120900');
    if (!rosa) throw new Error('not a UPN');
    const looks = async (): Promise<number> => {
      const all = await worked.web.access.listLooks(singleUser, rosa);
      return all.filter((look) => look.purpose === 'import-and-data-quality' && look.kind === 'area').length;
    };
    const before = await looks();
    const { at } = await uploaded(await sample('suspensions-list'));
    // One for the upload, one for its preview; a page that waits for its preview looks again.
    expect(await looks()).toBeGreaterThanOrEqual(before + 2);
    const stranger: Actor = { id: 'stranger', name: 'Sam Stranger', role: 'inclusion-lead', scope: 'ties' };
    pages = createWeb(webOf({ actor: stranger }));
    for (const response of [await pages.request(at), await upload(['a.csv', 'a']), await post(`${at}/confirm`)]) {
      expect([response.status, await response.text()]).toEqual([403, expect.not.stringContaining('suspensions-list')]);
    }
    expect(await listImports(area)).toHaveLength(6);
  });

  it('answers no form from elsewhere', async () => {
    const response = await pages.request('/imports/import-1/forget', {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { Origin: 'http://elsewhere.example' },
    });
    expect(response.status).toBe(403);
    expect(await listImports(area)).toHaveLength(6);
  });
});

describe('what is left lying', () => {
  it('is swept away after a day', async () => {
    const { at } = await uploaded(await sample('suspensions-list'));
    const tomorrow = `${addDays(calendarDate('2026-01-06'), 1)}T09:00:01.000000Z`;
    pages = createWeb(webOf({ clock: fixedClock(instantOf(Date.parse(tomorrow))) }));
    await pages.request('/imports/new');
    expect((await pages.request(at)).status).toBe(404);
    expect((await tree()).some((name) => name.startsWith('uploads'))).toBe(false);
  });

  it('says after a restart whether an import counted', async () => {
    const { at } = await uploaded(await sample('suspensions-list'));
    const state = join(area.path, 'uploads', at.split('/').at(-1) ?? '', 'upload.json');
    await writeFile(state, (await readFile(state, 'utf8')).replace('"confirmedAt":null', `"confirmedAt":"${MORNING}"`));
    pages = createWeb(webOf());
    expect((await arrive(`${at}/progress`)).text).toContain(
      'This import did not finish; nothing was changed. Try again.',
    );
    expect((await confirm(at)).path).toBe('/imports?told=imported');

    // Another was stopped after its import counted and before its upload was cleared away.
    const late = await uploaded(await sample('long-register'));
    const folderOfLate = join(area.path, 'uploads', late.at.split('/').at(-1) ?? '');
    await cp(folderOfLate, join(folder, 'kept-upload'), { recursive: true });
    await post(`${late.at}/files/1`, { action: 'columns', 'answer.urn': '900101' });
    await confirm(late.at);
    await cp(join(folder, 'kept-upload'), folderOfLate, { recursive: true });
    const lateState = join(folderOfLate, 'upload.json');
    await writeFile(
      lateState,
      (await readFile(lateState, 'utf8')).replace('"confirmedAt":null', `"confirmedAt":"${MORNING}"`),
    );
    pages = createWeb(webOf());
    expect((await arrive(`${late.at}/progress`)).path).toBe('/imports?told=imported');
    expect((await tree()).some((name) => name.startsWith('uploads'))).toBe(false);
  });

  it('shows an empty list with the way to begin', async () => {
    area = areaAt(await mkdtemp(join(folder, 'new-')));
    pages = createWeb(webOf());
    const { text } = await arrive('/imports');
    expect(text).toContain('No files have been brought in yet.');
    expect(text).toContain('href="/imports/new"');
    expect((await arrive('/imports/new')).text).toContain('enctype="multipart/form-data"');
  });
});
