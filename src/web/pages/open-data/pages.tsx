import { Hono } from 'hono';
import { listReleases, readReleasedFigures } from '#exchange/open-data';
import { rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { OpenDataPage } from './open-data-page.tsx';
import { ReleasePage } from './release-page.tsx';

/** What the area released for everyone. Only releases are read here: no child, no account, nothing worked out. */
export function openDataPages(web: WebContext): Hono {
  const app = new Hono();
  app.get('/open-data', async (context) => context.html(OpenDataPage(web, await listReleases(web.area.folder.path))));
  app.get('/open-data/:set/:version', async (context) => {
    const { set, version } = context.req.param();
    const releases = await listReleases(web.area.folder.path);
    const release = releases.find((one) => one.data_set === set && one.version === version);
    if (!release) return context.html(NoSuchRelease(web), 404);
    return context.html(ReleasePage(web, release, await readReleasedFigures(web.area.folder.path, release)));
  });
  return app;
}

function NoSuchRelease(web: WebContext) {
  return shell(web, {
    section: 'none',
    title: t('open-data.no-such'),
    children: <p class="govuk-body">{rich('open-data.no-such.text', { link: linkTo(urls.openData()) })}</p>,
  });
}
