import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { EnvelopeSchema, type Reply } from './envelope.ts';
import {
  type MessageName,
  PROTOCOL,
  type Request,
  type Response,
  type SenderOf,
} from './protocol.ts';
import { type BrowserSender, classifySender, type OwnIdentity, type Sender } from './sender.ts';

export type Handlers = {
  readonly [Name in MessageName]: (
    request: Request<Name>,
    sender: SenderOf<Name>,
  ) => Promise<Response<Name>>;
};

/**
 * Brings a message to its handler, if the browser says that it comes from somebody who may send it. Denies
 * by default: without a class, without a rule, or with a request that does not fit, no handler runs.
 */
export function createRouter(handlers: Handlers, own: OwnIdentity) {
  return async (message: unknown, browserSender: BrowserSender): Promise<Reply> => {
    try {
      const sender = classifySender(browserSender, own);
      if (!sender) throw new Fault('refused', 'the sender is unknown');
      const envelope = v.safeParse(EnvelopeSchema, message);
      if (!envelope.success) throw new Fault('malformed', 'no such message');
      const { name, request } = envelope.output;
      if (!isMessageName(name)) throw new Fault('malformed', 'no such message');
      return { ok: true, response: await deliver(handlers, name, request, sender) };
    } catch (error) {
      if (!(error instanceof Fault)) return { ok: false, code: 'internal' };
      return { ok: false, code: error.code, ...(error.field ? { field: error.field } : {}) };
    }
  };
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(PROTOCOL, name);
}

async function deliver<Name extends MessageName>(
  handlers: Handlers,
  name: Name,
  request: unknown,
  sender: Sender,
): Promise<unknown> {
  const definition = PROTOCOL[name];
  if (!maySend(name, sender)) throw new Fault('refused', `${sender.class} may not send ${name}`);
  const parsed = v.safeParse(definition.request, request);
  if (!parsed.success) {
    throw new Fault('malformed', name, v.getDotPath(parsed.issues[0]) ?? 'request');
  }
  const response = await handlers[name](parsed.output as Request<Name>, sender);
  return v.parse(definition.response, response);
}

function maySend<Name extends MessageName>(name: Name, sender: Sender): sender is SenderOf<Name> {
  return PROTOCOL[name].from.some((allowed) => allowed === sender.class);
}
