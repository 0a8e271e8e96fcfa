import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Organisation, PersonTie, PersonWithAccess, Tie } from '#access';
import { rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { DataTable, hiddenWords, linkTo, type Flash } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** Who has access, where they work, and the ways to give and end it. */
export function PeoplePage(
  web: WebContext,
  props: {
    readonly people: readonly PersonWithAccess[];
    readonly organisations: readonly Organisation[];
    readonly flash: Flash | undefined;
  },
): JSX.Element {
  const { people, organisations, flash } = props;
  return shell(web, {
    section: 'none',
    title: t('people.title'),
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">
          {rich('people.text', { roles: linkTo(urls.roles()), agreements: linkTo(urls.agreements()) })}
        </p>
        <h2 class="govuk-heading-m">{t('people.people')}</h2>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.addPerson()}>
            {t('people.add')}
          </a>
        </p>
        <DataTable<PersonWithAccess>
          id="people"
          caption={t('people.people.caption')}
          captionSize="s"
          columns={[
            { heading: t('people.name'), cell: ({ name }) => <bdi>{name}</bdi> },
            { heading: t('people.role'), cell: ({ role }) => roleText(role) },
            {
              heading: t('people.workplace'),
              cell: ({ organisation }) => <bdi>{nameOfPlace(organisations, organisation)}</bdi>,
            },
            { heading: t('people.sees'), cell: (person) => <Reach person={person} /> },
            {
              heading: t('people.change'),
              cell: ({ id, name }) => (
                <a class="govuk-link" href={urls.person(id)}>
                  {rich('people.change.one', { name, hidden: hiddenWords })}
                </a>
              ),
            },
          ]}
          rows={people}
          empty={t('people.none')}
        />
        <h2 class="govuk-heading-m">{t('people.organisations')}</h2>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.addOrganisation()}>
            {t('people.organisation.add')}
          </a>
        </p>
        <DataTable<Organisation>
          id="organisations"
          caption={t('people.organisations.caption')}
          captionSize="s"
          columns={[
            { heading: t('people.name'), cell: ({ name }) => <bdi>{name}</bdi> },
            { heading: t('people.kind'), cell: ({ kind }) => t(`people.kind.${kind}`) },
            { heading: t('people.urn'), cell: ({ urn }) => (urn === undefined ? '' : String(urn)) },
          ]}
          rows={organisations}
          empty={t('people.organisations.none')}
        />
      </>
    ),
  });
}

function Reach({ person }: { readonly person: PersonWithAccess }): JSX.Element {
  if (person.scope === 'area') return <>{t('people.whole-area')}</>;
  if (person.ties.length === 0) return <>{t('people.no-ties')}</>;
  return (
    <ul class="govuk-list">
      {person.ties.map((tie) => (
        <li>{heldText(tie)}</li>
      ))}
    </ul>
  );
}

export function nameOfPlace(organisations: readonly Organisation[], id: string | undefined): string {
  return organisations.find((one) => one.id === id)?.name ?? id ?? t('people.nowhere');
}

/** To end a tie nobody needs to be told which child it is whose record is restricted. */
export function heldText({ tie, restricted }: PersonTie): string {
  return restricted ? t('people.tie.restricted') : tieText(tie);
}

export function tieText(tie: Tie): string {
  if ('upn' in tie) return t('people.tie.child', { upn: tie.upn });
  if ('member_of' in tie) return t('people.tie.in-care');
  const urn = String(tie.urn);
  return tie.class === undefined ? t('people.tie.school', { urn }) : t('people.tie.class', { urn, form: tie.class });
}
