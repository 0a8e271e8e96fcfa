import { Hono } from 'hono';
import type { WebContext } from '../../context.ts';
import { challengeRoutes } from './challenge-routes.tsx';
import { missionRoutes } from './mission-routes.tsx';

/** What a place sets out to do, and where a comparison of it is said to be wrong. */
export function accountabilityPages(web: WebContext): Hono {
  const app = new Hono();
  app.route('/', missionRoutes(web));
  app.route('/', challengeRoutes(web));
  return app;
}
