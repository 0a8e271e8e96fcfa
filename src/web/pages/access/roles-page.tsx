import type { JSX } from 'hono/jsx/jsx-runtime';
import { Hono } from 'hono';
import {
  getRole,
  listGranted,
  listPurposes,
  listRoles,
  PURPOSES,
  seesByAgreement,
  type DataClass,
  type Purpose,
  type Role,
} from '#access';
import { findText, listText, t } from '#language';
import type { WebContext } from '../../context.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';

type GrantRow = { readonly purpose: Purpose; readonly classes: readonly DataClass[] };

/** Who may see and do what, for which purpose and on which lawful basis: the table that the database itself reads. */
export function rolesRoutes(web: WebContext): Hono {
  const routes = new Hono();
  routes.get('/access/roles', (context) => context.html(RolesPage(web)));
  return routes;
}

function RolesPage(web: WebContext): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('roles.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('roles.text')}</p>
        <p class="govuk-body">{t('roles.assumed')}</p>
        {listRoles().map((role) => (
          <OneRole role={role} />
        ))}
        <DataTable<Purpose>
          id="purposes"
          caption={t('roles.purposes')}
          columns={[
            { heading: t('roles.purpose'), cell: (purpose) => findText(`looks.purpose.${purpose}`) ?? purpose },
            { heading: t('roles.basis'), cell: (purpose) => <InEnglish>{PURPOSES[purpose].basis}</InEnglish> },
          ]}
          rows={listPurposes()}
        />
      </>
    ),
  });
}

function OneRole({ role }: { readonly role: Role }): JSX.Element {
  const { scopes, ties } = getRole(role);
  const rows = listPurposes()
    .map((purpose): GrantRow => ({ purpose, classes: listGranted(role, purpose) }))
    .filter(({ classes }) => classes.length > 0);
  const reach = [
    ...(scopes.includes('area') ? [t('roles.reach.area')] : []),
    ...ties.map((tie) => t(`roles.reach.${tie}`)),
  ];
  return (
    <section aria-labelledby={`role-${role}`}>
      <h2 class="govuk-heading-m" id={`role-${role}`}>
        {roleText(role)}
      </h2>
      <p class="govuk-body">{findText(`roles.sees.${role}`) ?? getRole(role).sees}</p>
      <p class="govuk-body">{t('roles.reach', { reach: listText(reach) })}</p>
      {seesByAgreement(role) && <p class="govuk-body">{t('roles.by-agreement')}</p>}
      <DataTable<GrantRow>
        id={`grants-${role}`}
        caption={t('roles.grants', { role: roleText(role) })}
        captionSize="s"
        columns={[
          { heading: t('roles.purpose'), cell: ({ purpose }) => findText(`looks.purpose.${purpose}`) ?? purpose },
          {
            heading: t('roles.classes'),
            cell: ({ classes }) => listText(classes.map((one) => t(`roles.class.${one}`))),
          },
        ]}
        rows={rows}
      />
    </section>
  );
}
