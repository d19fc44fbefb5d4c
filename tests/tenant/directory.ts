/** One Entra tenant. People and codes belong to it; nothing is shared between two of them. */
export interface Organisation {
  readonly name: string;
  /** The GUID that stands for the organisation in Microsoft's addresses. */
  readonly tenantId: string;
  /** The app that its people sign in to. */
  readonly portalHost: string;
}

interface Person {
  readonly address: string;
  readonly name: string;
  readonly password: string;
  /** The home organisation first; in the others the person is a guest under the same address. */
  readonly organisations: readonly Organisation[];
}

/** A person in an organisation: what an authenticator calls an account. */
export interface Account {
  readonly organisation: Organisation;
  readonly person: Person;
}

const contoso: Organisation = {
  name: 'Contoso',
  tenantId: '0c5d1f2a-6b1e-4c47-9c55-2f7a3f4e9d10',
  portalHost: 'portal.contoso.example',
};

const fabrikam: Organisation = {
  name: 'Fabrikam',
  tenantId: 'f4b71c83-1d0e-4a39-8a62-5be0c7d2e6f1',
  portalHost: 'portal.fabrikam.example',
};

export const ORGANISATIONS = { contoso, fabrikam };

/** Personal accounts belong to one tenant of Microsoft's own, whose id is the same for everybody. */
export const PERSONAL: Organisation = {
  name: 'Microsoft',
  tenantId: '9188040d-6c67-4c5b-b112-36a304b66dad',
  portalHost: 'account.live.com',
};

const alex: Person = {
  address: 'alex@contoso.example',
  name: 'Alex Weber',
  password: 'correct horse',
  organisations: [contoso, fabrikam],
};

const sam: Person = {
  address: 'sam@contoso.example',
  name: 'Sam Okafor',
  password: 'battery staple',
  organisations: [contoso],
};

const pat: Person = {
  address: 'pat@outlook.example',
  name: 'Pat Lindqvist',
  password: 'purple umbrella',
  organisations: [PERSONAL],
};

const kim: Person = {
  address: 'kim@outlook.example',
  name: 'Kim Sato',
  password: 'silver teapot',
  organisations: [PERSONAL],
};

export const PEOPLE = { alex, sam, pat, kim };

export function findOrganisation(tenantId: string | null | undefined): Organisation | undefined {
  return Object.values(ORGANISATIONS).find((each) => each.tenantId === tenantId?.toLowerCase());
}

/** The account behind an address as typed at an organisation's sign-in. */
export function findAccount(organisation: Organisation, address: string): Account | undefined {
  const wanted = address.trim().toLowerCase();
  const person = Object.values(PEOPLE).find((each) => each.address === wanted);
  return person?.organisations.includes(organisation) ? { organisation, person } : undefined;
}

/** Organisation and address: an address alone names several accounts where guests are. */
export function accountKey({ organisation, person }: Account): string {
  return `${organisation.tenantId}/${person.address}`;
}

export function isGuest({ organisation, person }: Account): boolean {
  return person.organisations[0] !== organisation;
}
