/** URLs of who has access, what was agreed, and what only some may do about one child: part of `urls`. */
export const accessUrls = {
  /** Who has access and why: for the administrator; and the table of roles, for everyone. */
  access: () => '/access',
  roles: () => '/access/roles',
  addOrganisation: () => '/access/organisations/new',
  addPerson: () => '/access/people/new',
  person: (id: string) => `/access/people/${id}`,
  addTie: (id: string) => `/access/people/${id}/ties`,
  endTie: (id: string) => `/access/people/${id}/ties/end`,
  endPerson: (id: string) => `/access/people/${id}/end`,
  agreements: () => '/access/agreements',
  addAgreement: () => '/access/agreements/new',
  revokeAgreement: (id: string) => `/access/agreements/${id}/revoke`,
  /** Emergency looks, for the data protection officer; and the way to one. */
  emergencies: () => '/access/emergencies',
  reviewEmergency: (id: string) => `/access/emergencies/${id}`,
  emergency: (upn: string) => `/children/${upn}/emergency`,
  consent: (upn: string) => `/children/${upn}/consent`,
  competence: (upn: string) => `/children/${upn}/consent/competence`,
  writeNote: (upn: string) => `/children/${upn}/notes/new`,
  endNote: (upn: string, id: string) => `/children/${upn}/notes/${id}/end`,
};
