import type { Context } from 'hono';
import { findPurpose, type DataClass, type Purpose, type Subject, type Tx } from '#access';
import { findUpn, Refusal, type Upn } from '#kernel';
import { t } from '#language';
import { notFound, orRefusal, type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import type { FormError } from '../../layout/index.ts';
import { urls } from '../../urls.ts';

/** One transaction for the purpose and subject of the page. */
export type Acting = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** A form of some paragraphs; larger ones were not sent by our pages. */
export const LARGEST_FORM = 64 * 1024;
/** The part of an address that names what was made here. */
export const ID = ':id{[0-9a-f]{32}}';

const AREA: Subject = { kind: 'area' };

/**
 * For who may read or do what is of this class of data, over the whole area. Everybody else is answered as at an address
 * that does not exist.
 */
export function whoMay(
  web: WebContext,
  context: Context,
  wanted: DataClass,
  answer: (acting: Acting) => Promise<Answer>,
): Promise<Response> {
  const purpose = findPurpose(web.actor.role, wanted);
  if (!purpose) return Promise.resolve(context.notFound());
  return orNotFound(context, () => answer((work) => web.access.actingAs(web.actor, purpose, AREA, work)));
}

async function orNotFound(context: Context, answer: () => Promise<Answer>): Promise<Response> {
  const made = await orRefusal(answer);
  if (made instanceof Refusal) return context.notFound();
  return made instanceof Response ? made : context.html(made);
}

/** As much of a child as a page about consent or a note needs. */
export type NamedChild = { readonly upn: Upn; readonly name: string; readonly urns: readonly number[] };

/** For who may do what is of this class about a child it sees. One that is not there and one that may not be seen answer alike. */
export async function aboutChild(
  web: WebContext,
  context: Context,
  wanted: DataClass,
  answer: (child: NamedChild, acting: Acting) => Promise<Answer>,
): Promise<Response> {
  const upn = upnOf(context);
  const purpose = findPurpose(web.actor.role, wanted);
  if (!upn || !purpose) return noSuchChild(web, context);
  const acting = actingAt(web, purpose, upn);
  const child = await orRefusal(() => acting((tx) => findNamedChild(tx, upn)));
  if (!child || child instanceof Refusal) return noSuchChild(web, context);
  const made = await orRefusal(() => answer(child, acting));
  if (made instanceof Refusal) return noSuchChild(web, context);
  return made instanceof Response ? made : context.html(made);
}

function actingAt(web: WebContext, purpose: Purpose, upn: Upn): Acting {
  return (work) => web.access.actingAs(web.actor, purpose, { kind: 'child', upn }, work);
}

async function findNamedChild(tx: Tx, upn: Upn): Promise<NamedChild | undefined> {
  const rows = await tx
    .selectFrom('account.child_year')
    .select(['given_name', 'family_name', 'urns'])
    .where('upn', '=', upn)
    .orderBy('academic_year', 'desc')
    .execute();
  const [row] = rows;
  if (!row) return undefined;
  const name = [row.given_name, row.family_name].filter((part) => part !== null).join(' ');
  return { upn, name: name === '' ? upn : name, urns: [...new Set(rows.flatMap(({ urns }) => urns))] };
}

export function upnOf(context: Context): Upn | undefined {
  return findUpn((context.req.param('upn') ?? '').toUpperCase());
}

export function noSuchChild(web: WebContext, context: Context): Promise<Response> {
  return notFound(web, context, 'children', t('children.not-found'), t('children.not-found.text'), {
    text: t('children.find-one'),
    href: urls.children(),
  });
}

/** The fields of a form, each with every value that was sent. */
export type Form = { readonly text: (name: string) => string; readonly all: (name: string) => readonly string[] };

export const EMPTY: Form = { text: () => '', all: () => [] };

export async function formOf(context: Context): Promise<Form> {
  const sent = await context.req.parseBody({ all: true });
  const all = (name: string): readonly string[] =>
    [sent[name] ?? [], sent[`${name}[]`] ?? []]
      .flat()
      .flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));
  return { all, text: (name) => all(name).at(-1) ?? '' };
}

/** What is wrong with the length of a text, or nothing. */
export function lengthErrors(
  form: Form,
  field: string,
  [least, most]: readonly [number, number],
  words: string,
): readonly FormError[] {
  const { length } = form.text(field);
  return length >= least && length <= most ? [] : [{ field, text: words }];
}

/**
 * A radio or (of `many`) a checkbox a choice, each with an id of its own; the first has the id to which the error summary
 * leads. Several controls of one name are an array, and say so.
 */
export function choices(
  form: Form,
  field: string,
  items: readonly { readonly value: string; readonly text: string }[],
  many = false,
) {
  const chosen = form.all(field);
  return {
    idPrefix: field,
    name: many ? `${field}[]` : field,
    items: items.map(({ value, text }) => ({ value, text, checked: chosen.includes(value) })),
  };
}
