/** Names of what an extension's parts say to each other. */
const NAMES = [
  'countersign.changed',
  'countersign.fill',
  'signIn.field',
  'signIn.byHand',
  'signIn.push',
  'signIn.fill',
  'signIn.bind',
  'signIn.useCode',
  'signIn.get',
  'code.filled',
  'enrolment.code',
  'accounts.codes',
  'accounts.reveal',
  'vault.open',
  'fill',
];

/** Of no digits, so that no code is found in it. */
const PAGE_ID = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa';

/** Every shape in which such a message may be wrapped. @type {unknown[]} */
export const MESSAGES = NAMES.flatMap((name) => [
  name,
  { name },
  { type: name },
  { action: name },
  { name, request: {} },
  { name, request: { tabId: 1, page: PAGE_ID, origin: location.origin } },
  { source: 'countersign', name, payload: {} },
  { direction: 'from-background', message: { name } },
  JSON.stringify({ name, request: {} }),
]);

export const EVENT_NAMES = [...NAMES, 'countersign', 'countersign-fill', 'countersign:fill'];
