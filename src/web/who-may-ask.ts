import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** Everyone, whoever signed in, or everyone for some of its addresses. */
export type Asker = 'public' | 'signed-in' | { readonly publicAt: RegExp };

/**
 * Who may ask for which route, one row each: default deny. A route without a row needs a person, and a test finds it.
 * Public is what is published for everyone or says nothing of the area’s children; what a person may then see is for
 * `access` to say.
 */
export const WHO_MAY_ASK: Readonly<Record<string, Asker>> = {
  // Whether the process works: for the machines that watch it.
  'GET /health': 'public',
  'GET /ready': 'public',
  // The area’s account and lists, schools and children.
  'GET /': 'signed-in',
  'GET /schools': 'signed-in',
  'GET /schools/compare': 'signed-in',
  'GET /schools/compare.csv': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/compare': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/classes/:value': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/year-groups/:value': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/groups/fsm/:value': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/groups/in-care/:value': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/groups/sen/:value': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/groups/sex/:value': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/paper': 'signed-in',
  'GET /schools/:urn{[0-9]{6}}/paper.pdf': 'signed-in',
  'GET /trusts': 'signed-in',
  'GET /trusts/:slug{[a-z0-9-]+}': 'signed-in',
  'GET /trusts/:file{[a-z0-9-]+\\.csv}': 'signed-in',
  'GET /tables/:file{[a-z-]+\\.csv}': 'signed-in',
  'GET /why-different/:scope': 'signed-in',
  'GET /children': 'signed-in',
  'GET /:file{children\\.(?:csv|xlsx|ods)}': 'signed-in',
  'GET /children/:upn': 'signed-in',
  'GET /children/:upn/looks': 'signed-in',
  'GET /children/:upn/who-can-see': 'signed-in',
  'GET /children/:upn/sessions.csv': 'signed-in',
  'GET /lists': 'signed-in',
  'GET /lists/changes': 'signed-in',
  'GET /lists/:id{[a-z0-9-]+}': 'signed-in',
  'GET /lists/:file{[a-z0-9-]+\\.(?:csv|xlsx|ods)}': 'signed-in',
  'POST /lists/seen': 'signed-in',
  // Requests about someone’s own data.
  'GET /rights': 'signed-in',
  'GET /rights/new': 'signed-in',
  'POST /rights/new': 'signed-in',
  'GET /rights/:id{[0-9a-f]{32}}': 'signed-in',
  'POST /rights/:id{[0-9a-f]{32}}': 'signed-in',
  'POST /rights/:id{[0-9a-f]{32}}/restrict': 'signed-in',
  'GET /rights/restrictions/:id{[0-9a-f]{32}}': 'signed-in',
  'POST /rights/restrictions/:id{[0-9a-f]{32}}': 'signed-in',
  // Who has access and why. The table of roles is for everyone; what else may be seen here is for `access` to say.
  'GET /access/roles': 'public',
  'GET /access': 'signed-in',
  'GET /access/organisations/new': 'signed-in',
  'POST /access/organisations/new': 'signed-in',
  'GET /access/people/new': 'signed-in',
  'POST /access/people/new': 'signed-in',
  'GET /access/people/:person{[a-z0-9-]{1,64}}': 'signed-in',
  'POST /access/people/:person{[a-z0-9-]{1,64}}/ties': 'signed-in',
  'POST /access/people/:person{[a-z0-9-]{1,64}}/ties/end': 'signed-in',
  'POST /access/people/:person{[a-z0-9-]{1,64}}/end': 'signed-in',
  'GET /access/agreements': 'signed-in',
  'GET /access/agreements/new': 'signed-in',
  'POST /access/agreements/new': 'signed-in',
  'POST /access/agreements/:id{[0-9a-f]{32}}/revoke': 'signed-in',
  'GET /access/emergencies': 'signed-in',
  'POST /access/emergencies/:id{[0-9a-f]{32}}': 'signed-in',
  'GET /children/:upn/emergency': 'signed-in',
  'POST /children/:upn/emergency': 'signed-in',
  'GET /children/:upn/consent': 'signed-in',
  'POST /children/:upn/consent': 'signed-in',
  'POST /children/:upn/consent/competence': 'signed-in',
  'GET /children/:upn/notes/new': 'signed-in',
  'POST /children/:upn/notes/new': 'signed-in',
  'POST /children/:upn/notes/:id{[0-9a-f]{32}}/end': 'signed-in',
  // Files and their quality.
  'GET /imports': 'signed-in',
  'GET /imports/:import/forget': 'signed-in',
  'POST /imports/:import/forget': 'signed-in',
  'GET /imports/to-mend': 'signed-in',
  'GET /imports/to-mend.csv': 'signed-in',
  'GET /imports/new': 'signed-in',
  'POST /imports/new': 'signed-in',
  'GET /imports/new/:id{[0-9a-f]{32}}': 'signed-in',
  'POST /imports/new/:id{[0-9a-f]{32}}/files/:n{[0-9]+}': 'signed-in',
  'GET /imports/new/:id{[0-9a-f]{32}}/files/:n{[0-9]+}/rejections.csv': 'signed-in',
  'POST /imports/new/:id{[0-9a-f]{32}}/remove-unread': 'signed-in',
  'POST /imports/new/:id{[0-9a-f]{32}}/cancel': 'signed-in',
  'POST /imports/new/:id{[0-9a-f]{32}}/confirm': 'signed-in',
  'GET /imports/new/:id{[0-9a-f]{32}}/progress': 'signed-in',
  'GET /quality': 'signed-in',
  'GET /quality.csv': 'signed-in',
  'GET /quality/:rule': 'signed-in',
  'GET /terms/:year{[0-9]{4}-[0-9]{2}}': 'signed-in',
  'POST /terms/:year{[0-9]{4}-[0-9]{2}}': 'signed-in',
  'POST /terms/:year{[0-9]{4}-[0-9]{2}}/reset': 'signed-in',
  // Goals and challenges: they name who acts.
  'GET /missions': 'signed-in',
  'GET /missions.csv': 'signed-in',
  'GET /missions/new': 'signed-in',
  'POST /missions/new': 'signed-in',
  'GET /missions/:id{[0-9a-f]{32}}': 'signed-in',
  'GET /missions/:file{[0-9a-f]{32}\\.csv}': 'signed-in',
  'GET /missions/:id{[0-9a-f]{32}}/amend': 'signed-in',
  'POST /missions/:id{[0-9a-f]{32}}/amend': 'signed-in',
  'GET /missions/:id{[0-9a-f]{32}}/end': 'signed-in',
  'POST /missions/:id{[0-9a-f]{32}}/end': 'signed-in',
  'GET /challenges': 'signed-in',
  'GET /challenges/new': 'signed-in',
  'POST /challenges/new': 'signed-in',
  'POST /challenges/reply-time': 'signed-in',
  'GET /challenges/:id{[0-9a-f]{32}}': 'signed-in',
  'POST /challenges/:id{[0-9a-f]{32}}/acknowledge': 'signed-in',
  'POST /challenges/:id{[0-9a-f]{32}}/answer': 'signed-in',
  'GET /challenges/:id{[0-9a-f]{32}}/take-out': 'signed-in',
  'POST /challenges/:id{[0-9a-f]{32}}/take-out': 'signed-in',
  // Published statistics, and what words mean.
  'GET /national': 'public',
  'GET /national.csv': 'public',
  'GET /guide': 'public',
  'GET /guide.csv': 'public',
  'GET /guide/:id': 'public',
  'GET /guide/:id/rows.csv': 'public',
  'GET /places': 'public',
  'GET /places/:code': 'public',
  'GET /compare': 'public',
  'GET /compare.csv': 'public',
  'GET /variation': 'public',
  'GET /groups': 'public',
  'GET /statistics': 'public',
  'GET /statistics/:measure': 'public',
  'GET /methods': 'public',
  'GET /measures': 'public',
  'GET /codes': 'public',
  'GET /forms': 'public',
  'GET /terms': 'public',
  // A published figure of a published place; figures of the account have other scopes.
  'GET /how/:measure/:scope': { publicAt: /^\/how\/[^/]+\/(england|[A-Z]\d{8})$/ },
  // What the area released for everyone.
  'GET /open-data': 'public',
  'GET /open-data/:set/:version': 'public',
  'GET /api/*': 'public',
  // Signing in and out.
  'GET /sign-in': 'public',
  'GET /sign-in/with/:provider': 'public',
  'GET /sign-in/callback/:provider': 'public',
  'POST /sign-in/as': 'public',
  'GET /sign-in/invitation': 'public',
  'POST /sign-in/invitation': 'public',
  'POST /sign-in/passkey/:step': 'public',
  'POST /sign-in/provider-sign-out/:provider': 'public',
  'POST /sign-out': 'public',
  'GET /signed-out': 'public',
  'GET /signed-out/at/:provider': 'public',
  'GET /sign-in/own': 'signed-in',
  'POST /sign-in/own': 'signed-in',
  'GET /sign-in/people': 'signed-in',
  'POST /sign-in/people': 'signed-in',
};

/** Rows whose pattern stands for more than one route. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [[/^GET \/api\//, 'GET /api/*']];

/** The row of a route; undefined where it has none. */
export function findAsker(method: string, path: string): Asker | undefined {
  const route = `${method} ${path}`;
  return WHO_MAY_ASK[PREFIXES.find(([pattern]) => pattern.test(route))?.[1] ?? route];
}

/** Whether everyone may have an answer to this request. Where several routes fit, all of them must be public. */
export function isPublic(context: Context): boolean {
  const method = context.req.method === 'HEAD' ? 'GET' : context.req.method;
  const routes = matchedRoutes(context).filter((route) => route.method === method);
  return (
    routes.length > 0 &&
    routes.every((route) => {
      const asker = findAsker(method, route.path);
      return typeof asker === 'object' ? asker.publicAt.test(context.req.path) : asker === 'public';
    })
  );
}
