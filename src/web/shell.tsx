import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { findAcademicYear } from '#kernel';
import type { Aggregates, Answered } from '#lost-learning';
import type { WebContext } from './context.ts';
import { Page, type Flash, type PageProps } from './layout/index.ts';
import { urls } from './urls.ts';

export type Section = 'area' | 'schools' | 'children' | 'national' | 'places' | 'goals' | 'imports' | 'none';

const SECTIONS: readonly { readonly section: Section; readonly text: string; readonly href: string }[] = [
  { section: 'area', text: 'Area', href: urls.area() },
  { section: 'schools', text: 'Schools', href: urls.schools() },
  { section: 'children', text: 'Children', href: urls.children() },
  { section: 'national', text: 'England', href: urls.national() },
  { section: 'places', text: 'Places', href: urls.places() },
  { section: 'goals', text: 'Goals', href: urls.missions() },
  { section: 'imports', text: 'Files', href: urls.imports() },
];

export type ShellProps = Omit<PageProps, 'navigation' | 'place' | 'phase' | 'person'> & {
  readonly section: Section;
  readonly working?: string | undefined;
};

/** A page of this area: navigation, what kind of area it is, and whether newer figures are on their way. */
export function shell(web: WebContext, { section, working, ...props }: ShellProps): JSX.Element {
  const flash: Flash | undefined =
    props.flash ??
    (working === undefined
      ? undefined
      : { kind: 'information', text: `Kith is working out newer figures: ${working} Those here are from before.` });
  return (
    <Page
      {...props}
      {...(flash ? { flash } : {})}
      place={{ text: web.area.name, href: urls.area() }}
      navigation={SECTIONS.map((item) => ({ text: item.text, href: item.href, active: item.section === section }))}
      phase={
        web.area.demonstration
          ? { tag: 'Demonstration', text: `${web.area.name} is fictional. Every child and school in it is invented.` }
          : {
              tag: 'Single user',
              text: 'Whoever uses this machine sees all of this area. Every look at a child is recorded.',
            }
      }
      footerLinks={[
        { text: 'What the measures mean', href: urls.measures() },
        { text: 'Published statistics', href: urls.statistics() },
        { text: 'Open data', href: urls.openData() },
        { text: 'How places are compared', href: urls.methods() },
        { text: 'Forms of lost learning', href: urls.forms() },
        { text: 'Attendance codes', href: urls.codes() },
        { text: 'Term dates', href: urls.terms() },
        { text: 'Comparisons that were challenged', href: urls.challenges() },
      ]}
    />
  );
}

/** The year a page is about: the one asked for, if there is an account of it, else the latest. */
export function yearOf(context: Context, aggregates: Aggregates): Answered | undefined {
  const asked = findAcademicYear(context.req.query('year') ?? '');
  return (asked ? aggregates.findYear(asked) : undefined) ?? aggregates.years[0];
}
