import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { mayActFor } from '#access';
import { findAcademicYear } from '#kernel';
import { rich, t, type PlainKey } from '#language';
import type { Aggregates, Answered } from '#lost-learning';
import { nameOfArea, type WebContext } from './context.ts';
import { InEnglish, Page, type Flash, type PageProps } from './layout/index.ts';
import { inPageLanguage } from './page-language.ts';
import { urls } from './urls.ts';

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

export type ShellProps = Omit<PageProps, 'navigation' | 'place' | 'phase' | 'person' | 'find'> & {
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
      find={{ href: urls.children() }}
      {...inPageLanguage(() => around(web, section))}
    />
  );
}

type Around = Required<Pick<PageProps, 'place' | 'navigation' | 'phase' | 'footerLinks'>>;

function around({ area, actor }: WebContext, section: Section): Around {
  return {
    place: { text: nameOfArea(area), href: urls.area() },
    navigation: SECTIONS.map((item) => ({ text: t(item.text), href: item.href, active: item.section === section })),
    phase: area.demonstration
      ? { tag: t('shell.demonstration'), text: t('shell.demonstration.text', { area: nameOfArea(area) }) }
      : { tag: t('shell.single-user'), text: t('shell.single-user.text') },
    footerLinks: [
      { text: t('shell.measures'), href: urls.measures() },
      { text: t('shell.statistics'), href: urls.statistics() },
      { text: t('shell.open-data'), href: urls.openData() },
      { text: t('shell.methods'), href: urls.methods() },
      { text: t('shell.forms'), href: urls.forms() },
      { text: t('shell.codes'), href: urls.codes() },
      { text: t('shell.terms'), href: urls.terms() },
      { text: t('shell.challenges'), href: urls.challenges() },
      ...(mayActFor(actor.role, 'rights') ? [{ text: t('rights.link'), href: urls.rights() }] : []),
    ],
  };
}

/** The year a page is about: the one asked for, if there is an account of it, else the latest. */
export function yearOf(context: Context, aggregates: Aggregates): Answered | undefined {
  const asked = findAcademicYear(context.req.query('year') ?? '');
  return (asked ? aggregates.findYear(asked) : undefined) ?? aggregates.years[0];
}
