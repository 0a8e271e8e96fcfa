import { Hono, type Context, type Next } from 'hono';
import { t } from '#language';
import { refused } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { mayBringFiles } from '../../may.ts';
import { confirmRoutes } from './confirm-routes.tsx';
import { createDesk } from './desk.ts';
import { importsRoutes } from './imports-routes.tsx';
import { previewRoutes } from './preview-routes.tsx';
import { toMendRoutes } from './to-mend.tsx';
import { uploadRoutes } from './upload-routes.tsx';

/** Two gigabytes: some 40 million rows of marks as plain CSV. */
const LARGEST_FILE = 2 * 1024 ** 3;

/** Files: what was brought in, bringing more in through a preview that a person confirms, and taking it out again. */
export function areaFilesPages(web: WebContext, options: { readonly largestFile?: number } = {}): Hono {
  const desk = createDesk(web, options.largestFile ?? LARGEST_FILE);
  const pages = new Hono();
  for (const path of ['/imports', '/imports/*']) {
    pages.use(path, (context: Context, next: Next) =>
      mayBringFiles(web) ? next() : refused(web, context, 'imports', t('imports.refused')),
    );
  }
  pages.route('/', uploadRoutes(desk));
  pages.route('/', previewRoutes(desk));
  pages.route('/', confirmRoutes(desk));
  pages.route('/', importsRoutes(desk));
  pages.route('/', toMendRoutes(desk));
  return pages;
}
