import { Hono } from 'hono';
import type { WebContext } from '../../context.ts';
import { agreementsRoutes } from './agreements-routes.tsx';
import { consentRoutes } from './consent-routes.tsx';
import { emergencyRoutes } from './emergency-routes.tsx';
import { notesRoutes } from './notes-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { rolesRoutes } from './roles-page.tsx';

/** Who has access and why: people and ties, agreements, consents, emergencies, restricted notes, and the table of roles. */
export function accessPages(web: WebContext): Hono {
  const app = new Hono();
  app.route('/', rolesRoutes(web));
  app.route('/', peopleRoutes(web));
  app.route('/', agreementsRoutes(web));
  app.route('/', emergencyRoutes(web));
  app.route('/', consentRoutes(web));
  app.route('/', notesRoutes(web));
  return app;
}
