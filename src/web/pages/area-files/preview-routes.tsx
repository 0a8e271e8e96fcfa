import { createReadStream } from 'node:fs';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { t } from '#language';
import { findReading, listLayouts } from '#exchange/area-files';
import { urls } from '../../urls.ts';
import { answerGone, answerNotFinished, answerWorking, fieldsOf, ID, LARGEST_FORM, uploadPage } from './answers.tsx';
import type { Desk } from './desk.ts';
import { mappedBy } from './mapping.ts';
import { PreviewPage } from './preview-page.tsx';
import { findUpload, incomingOf, saveUpload, type Upload, type UploadedFile } from './upload-folder.ts';

/** The preview of an upload, and every choice on it. */
export function previewRoutes(desk: Desk): Hono {
  const { area } = desk;
  const routes = new Hono();

  routes.get(`/imports/new/${ID}`, async (context) => {
    const upload = await findUpload(area, context.req.param('id'));
    if (desk.findImport(context.req.param('id'))?.state().kind === 'working') {
      return context.redirect(urls.importProgress(context.req.param('id')), 303);
    }
    if (!upload) return answerGone(desk, context);
    await desk.mayBringIn();
    const { key, job } = await desk.preview(upload);
    const state = job.state();
    if (state.kind === 'working') {
      return answerWorking(desk, context, {
        ...state,
        title: t('imports.working.looking'),
        here: urls.preview(upload.id),
      });
    }
    if (state.kind === 'failed') return answerNotFinished(desk, context, upload.id, state.reason);
    const again = context.req.query('told') === 'look-again';
    return uploadPage(desk, context, {
      title: t('preview.title'),
      ...(again ? { flash: { kind: 'information', text: t('preview.look-again') } as const } : {}),
      children: <PreviewPage upload={upload} preview={state.value} previewKey={key} known={await listLayouts(area)} />,
    });
  });

  routes.post(`/imports/new/${ID}/files/:n{[0-9]+}`, bodyLimit({ maxSize: LARGEST_FORM }), async (context) => {
    await desk.mayBringIn();
    const found = await fileOf(desk, context.req.param());
    if (!found) return answerGone(desk, context);
    const { upload, file } = found;
    const fields = await fieldsOf(context);
    const removed = fields['action'] === 'remove';
    const layout = removed ? null : await chosenLayout(desk, upload, file, fields);
    const files = removed
      ? upload.files.filter((one) => one.n !== file.n)
      : upload.files.map((one) => (one.n === file.n ? { ...one, layout } : one));
    return afterChoice(desk, context, { ...upload, files }, removed ? '' : `#file-${file.n}`);
  });

  routes.post(`/imports/new/${ID}/remove-unread`, async (context) => {
    await desk.mayBringIn();
    const upload = await findUpload(area, context.req.param('id'));
    if (!upload) return answerGone(desk, context);
    const state = (await desk.preview(upload)).job.state();
    if (state.kind !== 'done') return context.redirect(urls.preview(upload.id), 303);
    const files = upload.files.filter((_, index) => {
      const outcome = state.value.files[index]?.outcome.kind;
      return outcome !== 'asks' && outcome !== 'refused';
    });
    return afterChoice(desk, context, { ...upload, files }, '');
  });

  routes.get(`/imports/new/${ID}/files/:n{[0-9]+}/rejections.csv`, async (context) => {
    await desk.mayBringIn();
    const found = await fileOf(desk, context.req.param());
    if (!found) return answerGone(desk, context);
    const state = (await desk.preview(found.upload)).job.state();
    const outcome =
      state.kind === 'done' ? state.value.files[found.upload.files.indexOf(found.file)]?.outcome : undefined;
    const path = outcome?.kind === 'ready' ? outcome.rejections : undefined;
    if (path === undefined) return context.redirect(urls.preview(found.upload.id), 303);
    context.header('Content-Type', 'text/csv; charset=utf-8');
    context.header('Content-Disposition', `attachment; filename="rejected-${found.file.n}.csv"`);
    return stream(context, async (out) => {
      for await (const chunk of createReadStream(path, 'utf8')) await out.write(String(chunk));
    });
  });

  routes.post(`/imports/new/${ID}/cancel`, async (context) => {
    const id = context.req.param('id');
    if (desk.findImport(id)?.state().kind === 'working') return context.redirect(urls.importProgress(id), 303);
    await desk.drop(id);
    return context.redirect(`${urls.imports()}?told=cancelled`, 303);
  });

  return routes;
}

async function fileOf(
  desk: Desk,
  { id = '', n = '' }: Readonly<Record<string, string>>,
): Promise<{ readonly upload: Upload; readonly file: UploadedFile } | undefined> {
  const upload = await findUpload(desk.area, id);
  const file = upload?.files.find((one) => one.n === Number(n));
  return upload && file ? { upload, file } : undefined;
}

/** What the person chose for one file: nothing where it is to be read by its own columns. */
async function chosenLayout(
  { area }: Desk,
  upload: Upload,
  file: UploadedFile,
  fields: Readonly<Record<string, string>>,
): Promise<UploadedFile['layout']> {
  const [incoming] = incomingOf(area, { ...upload, files: [file] });
  if (!incoming) return file.layout;
  const reading = await findReading(incoming, await listLayouts(area));
  if (fields['action'] === 'layout') {
    const id = (fields['layout'] ?? '').replace(/^layout:/, '');
    return reading.others.find((one) => one.id === id) ?? null;
  }
  return reading.kind === 'layout' ? mappedBy(reading, fields) : file.layout;
}

async function afterChoice(desk: Desk, context: Context, upload: Upload, at: string): Promise<Response> {
  if (upload.files.length === 0) {
    await desk.drop(upload.id);
    return context.redirect(`${urls.imports()}?told=cancelled`, 303);
  }
  await saveUpload(desk.area, { ...upload, revision: upload.revision + 1 });
  return context.redirect(`${urls.preview(upload.id)}${at}`, 303);
}
