import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { createWriteStream, mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '#kernel';
import { t } from '#language';
import { safeFileName } from './file-name.ts';

export type UploadLimits = { readonly largestFile: number; readonly files: number };

export type ReceivedUpload =
  | {
      readonly kind: 'received';
      readonly files: readonly { readonly n: number; readonly name: string; readonly bytes: number }[];
    }
  | { readonly kind: 'refused'; readonly problem: string };

type Stored = { readonly n: number; readonly name: string; readonly bytes: number; readonly cut: boolean };

/** Streams the files of a form to disk; no file is ever held in memory. What was written is the caller’s to remove. */
export async function receiveUpload(
  request: Request,
  pathOf: (file: { readonly n: number; readonly name: string }) => string,
  limits: UploadLimits,
): Promise<ReceivedUpload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;.*boundary=/i.test(type) || !request.body) return refused(t('imports.new.not-a-form'));
  const storing: Promise<Stored>[] = [];
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { fileSize: limits.largestFile, files: limits.files, fields: 10, fieldSize: 1000, headerPairs: 20 },
  });
  const stop = new AbortController();
  let tooMany = false;
  form.on('filesLimit', () => {
    tooMany = true;
  });
  form.on('file', (_field, stream, sent) => {
    // A form with no file chosen sends one without a name.
    if (sent === '') return stream.resume();
    const file = { n: storing.length + 1, name: safeFileName(sent) };
    const stored = store(stream, file, pathOf(file));
    stored.catch(() => stop.abort()); // the rest of the form would wait for ever
    storing.push(stored);
  });
  try {
    await pipeline(Readable.from(chunksOf(request.body)), form, { signal: stop.signal });
    const files = await Promise.all(storing);
    if (tooMany) return refused(t('imports.new.too-many', { files: String(limits.files) }));
    const cut = files.find((file) => file.cut);
    if (cut) {
      return refused(t('imports.new.too-large', { file: cut.name, size: sizeText(limits.largestFile) }));
    }
    return files.length === 0 ? refused(t('imports.new.none')) : { kind: 'received', files };
  } catch (error) {
    const ends = await Promise.allSettled(storing);
    const reasons = [messageOf(error), ...ends.map((end) => (end.status === 'rejected' ? messageOf(end.reason) : ''))];
    const full = reasons.some((reason) => /ENOSPC|no space left/i.test(reason));
    return refused(t(full ? 'imports.new.no-room' : 'imports.new.stopped'));
  }
}

async function store(
  stream: BusboyFileStream,
  file: { readonly n: number; readonly name: string },
  path: string,
): Promise<Stored> {
  // At once: a stream that fails before anyone listens to it would end the process.
  mkdirSync(dirname(path), { recursive: true });
  await pipeline(stream, createWriteStream(path, { flags: 'wx' }));
  return { ...file, bytes: (await stat(path)).size, cut: stream.truncated };
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function refused(problem: string): ReceivedUpload {
  return { kind: 'refused', problem };
}

/** `2 GB`, `340 KB`, `12 bytes`. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  const size = bytes / 1024 ** step;
  const rounded = size >= 10 || step === 0 ? Math.round(size) : Math.round(size * 10) / 10;
  return t('imports.new.size', { number: String(rounded), unit: units[step] ?? 'GB' });
}
