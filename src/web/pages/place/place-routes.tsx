import { Hono } from 'hono';
import { findPlace } from '#place';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { FormerPlacePage, NoSuchPlace, OtherPlacePage, PlacesPage } from './places-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { readPlaceProfile } from './profile.ts';

/** Pages of one place. A place may be asked for by name or by an older code; its address is its code of today. */
export function profileRoutes(web: WebContext): Hono {
  const app = new Hono();

  app.get('/places', (context) => context.html(PlacesPage(web, context.req.query('find'))));

  app.get('/places/:code', async (context) => {
    const asked = context.req.param('code');
    const place = findPlace(asked);
    if (!place) return context.html(NoSuchPlace(web, asked), 404);
    if (place.code !== asked) return context.redirect(urls.place(place.code), 302);
    if (!place.current) return context.html(FormerPlacePage(web, place));
    if (!['country', 'region', 'authority'].includes(place.level)) return context.html(OtherPlacePage(web, place));
    return context.html(await ProfilePage(web, await readPlaceProfile(web.published, place)));
  });

  return app;
}
