/** Answers requests without a network, as `createWeb(…)` does. */
type Site = { readonly request: (address: string, init?: RequestInit) => Response | Promise<Response> };

/** What a browser does that matters for signing in: it keeps cookies by host and follows redirects, also to elsewhere. */
export type CookieBrowser = {
  readonly get: (address: string, headers?: Readonly<Record<string, string>>) => Promise<Landed>;
  readonly post: (
    address: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Landed>;
  /** One request, and no redirect followed. */
  readonly once: (address: string, init?: RequestInit) => Promise<Response>;
  readonly cookies: (host: string) => ReadonlyMap<string, string>;
  readonly setCookie: (host: string, name: string, value: string) => void;
};

export type Landed = {
  readonly address: string;
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Every address on the way, with what it set. */
  readonly way: readonly { readonly address: string; readonly status: number; readonly setCookie: readonly string[] }[];
};

/** `site` answers for `origin`; every other address is fetched. */
export function openCookieBrowser(origin: string, site: () => Site): CookieBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (host: string): Map<string, string> => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  const once = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, origin);
    const jar = jarOf(url.host);
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', url.host);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const asked = { ...init, headers, redirect: 'manual' as const };
    const response = await (url.origin === origin ? site().request(url.href, asked) : fetch(url, asked));
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line) || /expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };

  const follow = async (address: string, init: RequestInit): Promise<Landed> => {
    const way: { address: string; status: number; setCookie: readonly string[] }[] = [];
    let [url, asked] = [new URL(address, origin), init];
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await once(url.href, asked);
      way.push({ address: url.href, status: response.status, setCookie: response.headers.getSetCookie() });
      const to = response.headers.get('location');
      if (to === null) {
        const { status, headers } = response;
        return { address: url.href, status, html: await response.text(), headers, way };
      }
      await response.body?.cancel();
      url = new URL(to, url);
      asked = {};
    }
    throw new Error('more redirects than a browser follows');
  };

  return {
    once,
    get: (address, headers = {}) => follow(address, { headers }),
    post: (address, fields, headers = {}) =>
      follow(address, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    cookies: (host) => jarOf(host),
    setCookie: (host, name, value) => void jarOf(host).set(name, value),
  };
}
