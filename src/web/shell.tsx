import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { getRole } from '#access';
import { findAcademicYear } from '#kernel';
import { findText, rich, t, type PlainKey } from '#language';
import type { Aggregates, Answered } from '#lost-learning';
import { nameOfArea, type WebContext } from './context.ts';
import { footerOf } from './footer.ts';
import { InEnglish, Page, type Flash, type PageProps } from './layout/index.ts';
import { inPageLanguage } from './page-language.ts';
import { mayBringFiles, maySee, maySeeArea, maySpeak } from './may.ts';
import { findPersonAsking, isVisitor } from './person.ts';
import { urls } from './urls.ts';
import { waitingNotices } from './waiting.ts';

export type Section = 'area' | 'lists' | 'schools' | 'children' | 'national' | 'places' | 'goals' | 'imports' | 'none';

const SECTIONS = [
  { section: 'area', text: 'shell.area', href: urls.area() },
  { section: 'lists', text: 'shell.lists', href: urls.lists() },
  { section: 'schools', text: 'shell.schools', href: urls.schools() },
  { section: 'children', text: 'shell.children', href: urls.children() },
  { section: 'national', text: 'shell.england', href: urls.national() },
  { section: 'places', text: 'shell.places', href: urls.places() },
  { section: 'goals', text: 'shell.goals', href: urls.missions() },
  { section: 'imports', text: 'shell.files', href: urls.imports() },
] as const satisfies readonly { readonly section: Section; readonly text: PlainKey; readonly href: string }[];

export type ShellProps = Omit<
  PageProps,
  'navigation' | 'place' | 'phase' | 'person' | 'signIn' | 'find' | 'notices'
> & {
  readonly section: Section;
  readonly working?: string | undefined;
};

/** A page of this area: navigation, what kind of area it is, and whether newer figures are on their way. */
export function shell(web: WebContext, { section, working, ...props }: ShellProps): JSX.Element {
  const flash: Flash | undefined =
    props.flash ??
    (working === undefined
      ? undefined
      : {
          kind: 'information',
          text: rich('shell.working', { words: <InEnglish>{working}</InEnglish> }),
        });
  return (
    <Page
      {...props}
      {...(flash ? { flash } : {})}
      find={maySee(web, 'account') ? { href: urls.children() } : undefined}
      {...inPageLanguage(() => around(web, section))}
    />
  );
}

type Around = Pick<PageProps, 'place' | 'navigation' | 'phase' | 'footer' | 'person' | 'signIn' | 'notices'>;

/** Whether a section holds anything for whoever asks. */
function offers(web: WebContext, section: Section): boolean {
  switch (section) {
    case 'area':
      return maySeeArea(web);
    case 'lists':
      return maySee(web, 'lists');
    case 'schools':
      return maySeeArea(web) || (maySee(web, 'account') && getRole(web.actor.role).ties.includes('school'));
    case 'children':
      return maySee(web, 'account');
    case 'goals':
      return maySpeak(web);
    case 'imports':
      return mayBringFiles(web);
    default:
      return true;
  }
}

function around(web: WebContext, section: Section): Around {
  const visits = isVisitor(web);
  const shown = SECTIONS.filter((item) => offers(web, item.section));
  return {
    place: { text: nameOfArea(web.area), href: urls.area() },
    navigation: shown.map((item) => ({ text: t(item.text), href: item.href, active: item.section === section })),
    person: personOf(),
    signIn: visits ? { text: t('shell.sign-in'), href: urls.signIn() } : undefined,
    phase: phaseOf(web),
    notices: waitingNotices(),
    footer: footerOf(web),
  };
}

function personOf(): PageProps['person'] {
  const person = findPersonAsking();
  if (!person) return undefined;
  const { name, role } = person.actor;
  return { name, as: roleText(role), signOut: { text: t('shell.sign-out'), href: urls.signOut() } };
}

function phaseOf({ area, signIn }: WebContext): PageProps['phase'] {
  if (area.demonstration)
    return { tag: t('shell.demonstration'), text: t('shell.demonstration.text', { area: nameOfArea(area) }) };
  return signIn ? undefined : { tag: t('shell.single-user'), text: t('shell.single-user.text') };
}

/** A role as its holder would say it. */
export function roleText(role: string): string {
  return findText(`looks.role.${role}`) ?? role;
}

/** The year a page is about: the one asked for, if there is an account of it, else the latest. */
export function yearOf(context: Context, aggregates: Aggregates): Answered | undefined {
  const asked = findAcademicYear(context.req.query('year') ?? '');
  return (asked ? aggregates.findYear(asked) : undefined) ?? aggregates.years[0];
}
