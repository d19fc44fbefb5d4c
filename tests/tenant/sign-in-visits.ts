import type { PEOPLE } from './directory.ts';
import type { Visit, Visitor } from './visitor.ts';

type Person = (typeof PEOPLE)[keyof typeof PEOPLE];

/** User name and password, up to the page that follows; the same at Entra and for personal accounts. */
export async function signInWithPassword(
  visitor: Visitor,
  address: string,
  person: Person,
): Promise<Visit> {
  const userName = await visitor.visit(address);
  const password = await visitor.submit(userName, { step: 'userName', loginfmt: person.address });
  return visitor.submit(password, { step: 'password', passwd: person.password });
}

/** "Stay signed in?" – "No", up to the app. */
export function declineToStay(visitor: Visitor, page: Visit): Promise<Visit> {
  return visitor.submit(page, { step: 'staySignedIn', no: 'No' });
}
