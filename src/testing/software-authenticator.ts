import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/**
 * A device that holds one passkey, in software: what it answers is what a real one would (WebAuthn level 2, 6.1 and
 * 6.5), or what a copy or a careless device would, where a test says so.
 */
export type SoftwareAuthenticator = {
  readonly create: (options: object, how?: How) => object;
  readonly get: (options: object, how?: How) => object;
};

type How = {
  readonly origin?: string;
  /** Whether it checked who holds it. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly challenge?: string;
};

export function openAuthenticator(site: { readonly origin: string; readonly id: string }): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const around = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  let uses = 0;

  const clientData = (type: string, options: object, { origin = site.origin, challenge }: How): Buffer =>
    Buffer.from(
      JSON.stringify({ type, challenge: challenge ?? textOf(options, 'challenge'), origin, crossOrigin: false }),
    );

  // 6.1: hash of the site’s id, flags (present 1, verified 4, a key is attached 64), counter, the key.
  const authenticatorData = ({ verified = true, counter = ++uses }: How, key?: Buffer): Buffer => {
    const flags = 1 | (verified ? 4 : 0) | (key ? 64 : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(site.id).digest(), head, ...(key ? [key] : [])]);
  };

  return {
    create: (options, how = {}) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attached = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
      const data = authenticatorData(how, attached);
      // A map of three: fmt "none", attStmt {}, authData.
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ]);
      return {
        ...around,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options, how).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get: (options, how = {}) => {
      const client = clientData('webauthn.get', options, how);
      const data = authenticatorData(how);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...around,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: null,
        },
      };
    },
  };
}

/** RFC 9053, 7.1: an EC2 key (1: 2) for ES256 (3: -7) on P-256 (-1: 1), x and y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Buffer.from(head), bytes]);
}

function textOf(value: object, name: string): string {
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' ? text : '';
}
