import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Fault, type FaultCode } from '../fault.ts';
import { CHANGED, ReplySchema } from './envelope.ts';
import type { MessageName, Request, Response } from './protocol.ts';

/**
 * Asks the background.
 *
 * @throws Fault with the code that the background answered
 */
export async function send<Name extends MessageName>(
  name: Name,
  ...[request]: Request<Name> extends undefined ? [] : [Request<Name>]
): Promise<Response<Name>> {
  const reply = v.parse(ReplySchema, await browser.runtime.sendMessage({ name, request }));
  if (!reply.ok) throw new Fault(reply.code as FaultCode, name, reply.field);
  return reply.response as Response<Name>;
}

/** Calls back when the background says that something changed, until the returned function is called. */
export function onChanged(callback: () => void): () => void {
  const listener = (message: unknown): undefined => {
    if (message === CHANGED) callback();
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
