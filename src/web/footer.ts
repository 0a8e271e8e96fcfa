import { mayActFor } from '#access';
import { t } from '#language';
import type { WebContext } from './context.ts';
import type { FooterGroup } from './layout/index.ts';
import { maySee, maySpeak } from './may.ts';
import { findPersonAsking } from './person.ts';
import { urls } from './urls.ts';

/** The foot of every page of an area: what whoever asks may do beside looking, and what everyone may read. */
export function footerOf(web: WebContext): readonly FooterGroup[] {
  return [
    { text: t('shell.yours'), links: yours(web) },
    {
      text: t('shell.everyone'),
      links: [
        { text: t('roles.title'), href: urls.roles() },
        { text: t('shell.measures'), href: urls.measures() },
        { text: t('shell.statistics'), href: urls.statistics() },
        { text: t('shell.open-data'), href: urls.openData() },
        { text: t('shell.methods'), href: urls.methods() },
        { text: t('shell.forms'), href: urls.forms() },
        { text: t('shell.codes'), href: urls.codes() },
        { text: t('shell.terms'), href: urls.terms() },
      ],
    },
  ];
}

function yours(web: WebContext): FooterGroup['links'] {
  const managesPeople = maySee(web, 'people');
  const link = (is: boolean, text: string, href: string): FooterGroup['links'] => (is ? [{ text, href }] : []);
  return [
    ...link(managesPeople, t('people.title'), urls.access()),
    ...link(findPersonAsking() !== undefined, t('sign-in.own.title'), urls.signInOwn()),
    ...link(signsPeopleIn(), t('sign-in.people.title'), urls.signInPeople()),
    // Who keeps people finds agreements there.
    ...link(!managesPeople && maySee(web, 'agreements'), t('agreements.title'), urls.agreements()),
    ...link(maySee(web, 'emergencies'), t('emergencies.title'), urls.emergencies()),
    ...link(maySee(web, 'requests'), t('rights.link'), urls.rights()),
    ...link(maySpeak(web), t('shell.challenges'), urls.challenges()),
  ];
}

/** Whether whoever signed in gives and ends access; where nobody signs in there is nothing to see of it. */
function signsPeopleIn(): boolean {
  const person = findPersonAsking();
  return person !== undefined && mayActFor(person.actor.role, 'access-management');
}
