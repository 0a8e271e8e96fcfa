import { findText } from '#language';
import type { WebContext } from '../../context.ts';

/** What a provider is called; passkeys and the demonstration by their own names. */
export function wayText(web: WebContext, way: string): string {
  const provider = web.signIn?.providers.find(({ id }) => id === way);
  return provider?.title ?? findText(`sign-in.way.${way}`) ?? way;
}
