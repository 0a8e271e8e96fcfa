import type { JSX } from 'hono/jsx/jsx-runtime';
import { findPurpose, type Note } from '#access';
import type { Upn } from '#kernel';
import { momentText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { hiddenWords } from '../../layout/index.ts';
import { urls } from '../../urls.ts';

/**
 * Restricted notes on a child’s page: that there is one, of which organisation, since when and whom to ask; and the words
 * for those it names. Nothing where there is none and who looks may not write one.
 */
export function RestrictedNotes(props: {
  readonly web: WebContext;
  readonly upn: Upn;
  readonly notes: readonly Note[];
}): JSX.Element | null {
  const { web, upn, notes } = props;
  const mayWrite = findPurpose(web.actor.role, 'note-writing') !== undefined;
  if (notes.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby="notes">
      <h2 class="govuk-heading-m" id="notes">
        {t('notes.title')}
      </h2>
      {notes.length === 0 && <p class="govuk-body">{t('notes.none')}</p>}
      {notes.map((note) => (
        <OneNote note={note} upn={upn} mayEnd={mayWrite && note.own} />
      ))}
      {mayWrite && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.writeNote(upn)}>
            {t('notes.write')}
          </a>
        </p>
      )}
    </section>
  );
}

function OneNote(props: { readonly note: Note; readonly upn: Upn; readonly mayEnd: boolean }): JSX.Element {
  const { note, upn, mayEnd } = props;
  const when = momentText(note.at);
  return (
    <>
      <p class="govuk-body">
        {note.words === undefined
          ? t('notes.exists', { organisation: note.organisationName, when, ask: note.whomToAsk })
          : t('notes.one', { organisation: note.organisationName, when, author: note.author, ask: note.whomToAsk })}
      </p>
      {note.words !== undefined && <>{govuk.insetText({ text: note.words, classes: 'kith-written' })}</>}
      {mayEnd && (
        <form method="post" action={urls.endNote(upn, note.id)}>
          <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
            {rich('notes.end', { when, hidden: hiddenWords })}
          </button>
        </form>
      )}
    </>
  );
}
