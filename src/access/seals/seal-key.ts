import { Refusal } from '#kernel';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from './seal.ts';

/** Which key a seal was signed with: the first 16 hexadecimal digits of SHA-256 over the public key (SPKI, DER). */
function idOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

function keyPath(folder: string): string {
  return join(folder, 'looks.key');
}

export function publicKeyPath(folder: string): string {
  return join(folder, 'looks.pub');
}

/**
 * The key in the folder of seals, made where there is none and nothing was ever sealed. Throws `Refusal`
 * `access/seal-key` where seals exist and their key does not: another key in its place would hide that it was lost.
 */
export async function openSigner(folder: string, mayMake: boolean): Promise<Signer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const privateKey = await readKey(folder, mayMake);
  const publicKey = createPublicKey(privateKey);
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  // Written once and left as it is: whoever changes the key says so by adding to it.
  const told = publicKeyPath(folder);
  await writeFile(told, pem, { flag: 'wx', mode: 0o644 }).catch(unlessThere);
  const key = idOf(publicKey);
  if (!(await readKeyFile(told)).has(key)) {
    throw new Refusal(
      'access/seal-key',
      `${told} does not hold the public half of the key in ${keyPath(folder)}. Put back the copies that were kept of both; where the key was changed on purpose, add its public half to ${told} (openssl pkey -in looks.key -pubout >> looks.pub).`,
    );
  }
  return { key, sign: (digest) => sign(null, Buffer.from(digest, 'hex'), privateKey).toString('base64') };
}

async function readKey(folder: string, mayMake: boolean): Promise<KeyObject> {
  const path = keyPath(folder);
  if (mayMake) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    // Of two processes that start at once, one writes it and both read it.
    await writeFile(path, pem, { flag: 'wx', mode: 0o600, flush: true }).catch(unlessThere);
  }
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal(
      'access/seal-key',
      `The key that seals the record of looks is not in ${path}, or cannot be read. Put back the copy that was kept of it; looks are recorded meanwhile, and sealed when it is there.`,
      { cause },
    );
  });
  await chmod(path, 0o600).catch(() => undefined); // not ours to change: it was read all the same
  const key = keyIn(text, createPrivateKey);
  if (key) return key;
  throw new Refusal('access/seal-key', `${path} holds no Ed25519 key. Put back the copy that was kept of it.`);
}

function keyIn(text: string, read: (pem: string) => KeyObject): KeyObject | undefined {
  try {
    const key = read(text);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

/** Whether a signature is of one of the public keys in a file. `unknown`: of no key that is there. */
export type SignatureCheck = (key: string, digest: string, signature: string) => 'right' | 'wrong' | 'unknown';

/** Reads `looks.pub`: one public key or more, as PEM, one after another. */
export async function readPublicKeys(path: string): Promise<SignatureCheck> {
  const byId = await readKeyFile(path);
  return (key, digest, signature) => {
    const publicKey = byId.get(key);
    if (!publicKey) return 'unknown';
    const right = verify(null, Buffer.from(digest, 'hex'), publicKey, Buffer.from(signature, 'base64'));
    return right ? 'right' : 'wrong';
  };
}

async function readKeyFile(path: string): Promise<ReadonlyMap<string, KeyObject>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal(
      'access/seal-key',
      `The public key of the record of looks is not in ${path}. Put back the copy that was kept of it.`,
      { cause },
    );
  });
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.flatMap((block) => keyIn(block, createPublicKey) ?? []);
  if (keys.length === 0) {
    throw new Refusal('access/seal-key', `${path} holds no Ed25519 public key. Put back the copy that was kept of it.`);
  }
  return new Map(keys.map((key) => [idOf(key), key]));
}
