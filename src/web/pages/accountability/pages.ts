import { Hono } from 'hono';
import type { WebContext } from '../../context.ts';
import { challengeRoutes } from './challenge-routes.tsx';
import { missionRoutes } from './mission-routes.tsx';
import { schoolComparisonPages } from './school-comparison-routes.tsx';

/** What a place sets out to do, its schools compared fairly, and where a comparison is said to be wrong. */
export function accountabilityPages(web: WebContext): Hono {
  const app = new Hono();
  app.route('/', missionRoutes(web));
  app.route('/', challengeRoutes(web));
  app.route('/', schoolComparisonPages(web));
  return app;
}
