import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { listLayouts, type Preview } from '#exchange/area-files';
import { t } from '#language';
import type { Layout } from '#exchange/layouts';
import { urls } from '../../urls.ts';
import { answerGone, answerNotFinished, answerWorking, fieldsOf, ID, LARGEST_FORM } from './answers.tsx';
import type { Bring, Desk } from './desk.ts';
import { findKeepName, keptAs, type Fields } from './mapping.ts';
import { findUpload, removeUpload, type Upload } from './upload-folder.ts';

/** Confirming an upload, and how far its import is. */
export function confirmRoutes(desk: Desk): Hono {
  const { web, area } = desk;
  const routes = new Hono();
  const done = `${urls.imports()}?told=imported`;

  routes.post(`/imports/new/${ID}/confirm`, bodyLimit({ maxSize: LARGEST_FORM }), async (context) => {
    await desk.mayBringIn();
    const id = context.req.param('id');
    const begun = desk.findImport(id)?.state().kind;
    if (begun === 'working' || begun === 'done') return context.redirect(urls.importProgress(id), 303);
    const upload = await findUpload(area, id);
    if (!upload) return answerGone(desk, context);
    const fields = await fieldsOf(context);
    const { key, job } = await desk.preview(upload);
    const state = job.state();
    if (state.kind !== 'done' || key !== fields['key']) {
      return context.redirect(`${urls.preview(id)}?told=look-again`, 303);
    }
    const bring = whatToBring(upload, state.value, fields, await listLayouts(area));
    if (!bring) return context.redirect(urls.preview(id), 303);
    await desk.bringIn(upload, bring);
    return context.redirect(urls.importProgress(id), 303);
  });

  routes.get(`/imports/new/${ID}/progress`, async (context) => {
    const id = context.req.param('id');
    const state = desk.findImport(id)?.state();
    if (state?.kind === 'done') return context.redirect(done, 303);
    if (state?.kind === 'working') {
      return answerWorking(desk, context, {
        ...state,
        title: t('imports.working.bringing-in'),
        here: urls.importProgress(id),
      });
    }
    const upload = await findUpload(area, id);
    if (!upload) return answerGone(desk, context);
    if (state) return answerNotFinished(desk, context, id, state.reason);
    if (upload.confirmedAt === null) return context.redirect(urls.preview(id), 303);
    // Kith was stopped in between. An import counts whole or not at all, so the list of imports knows which.
    const since = upload.confirmedAt.slice(0, 19);
    const names = new Set(upload.files.map((file) => file.name));
    if ((await web.area.imports()).some((row) => row.at >= since && row.by === web.actor.name && names.has(row.file))) {
      await removeUpload(area, id);
      return context.redirect(done, 303);
    }
    return answerNotFinished(desk, context, id, t('imports.not-finished.stopped'));
  });

  return routes;
}

/** Files that can be read, and the mappings to keep; undefined where a file still waits for an answer, or none is left. */
function whatToBring(upload: Upload, { files }: Preview, fields: Fields, known: readonly Layout[]): Bring | undefined {
  if (files.some(({ outcome }) => outcome.kind === 'asks' || outcome.kind === 'refused')) return undefined;
  const incoming = files.flatMap(({ outcome }) => (outcome.kind === 'ready' ? [outcome.incoming] : []));
  const keep = files.flatMap(({ reading, outcome, name }, index) => {
    const n = upload.files[index]?.n ?? 0;
    if (reading.kind !== 'layout' || outcome.kind !== 'ready' || fields[`keep.${n}`] !== 'yes') return [];
    const as = findKeepName(reading.layout, name, known);
    return as ? [keptAs(reading, as, fields[`title.${n}`])] : [];
  });
  return incoming.length === 0 ? undefined : { incoming, keep };
}
