import { once } from 'node:events';
import { connect } from 'node:net';
import * as v from 'valibot';

/** https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html: type, id, error, result */
const Response = v.tuple([v.literal(1), v.number(), v.nullable(v.unknown()), v.unknown()]);
const Failure = v.object({ error: v.string(), message: v.string() });
const Greeting = v.object({ marionetteProtocol: v.literal(3) });

export interface Marionette {
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  close(): void;
}

interface Waiting {
  readonly command: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Cuts a stream of `LENGTH:JSON` packets (the length is in bytes) into values. */
function* packets(received: Buffer): Generator<unknown, Buffer> {
  let rest = received;
  for (;;) {
    const colon = rest.indexOf(':');
    if (colon < 0) return rest;
    const length = Number(rest.toString('latin1', 0, colon));
    if (!Number.isSafeInteger(length)) throw new Error('Marionette sent no length');
    const end = colon + 1 + length;
    if (rest.length < end) return rest;
    yield JSON.parse(rest.toString('utf8', colon + 1, end));
    rest = rest.subarray(end);
  }
}

function failureOf(command: string, error: unknown): Error {
  const failure = v.safeParse(Failure, error);
  const message = failure.success
    ? `${failure.output.error}: ${failure.output.message}`
    : JSON.stringify(error);
  return new Error(`${command}: ${message}`);
}

/** Connects to the remote control of Firefox, which geckodriver speaks to as well. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  const greeted = Promise.withResolvers<void>();
  let greeting = true;
  let received: Buffer = Buffer.alloc(0);
  let lastId = 0;

  const failAll = (error: Error): void => {
    greeted.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const accept = (packet: unknown): void => {
    if (greeting) {
      v.parse(Greeting, packet);
      greeting = false;
      greeted.resolve();
      return;
    }
    const [, id, error, result] = v.parse(Response, packet);
    const call = waiting.get(id);
    if (!call) throw new Error(`Marionette answered what nobody asked: ${id}`);
    waiting.delete(id);
    if (error === null) call.resolve(result);
    else call.reject(failureOf(call.command, error));
  };

  socket.on('data', (data) => {
    try {
      const cut = packets(Buffer.concat([received, data]));
      for (;;) {
        const next = cut.next();
        if (next.done) {
          received = next.value;
          return;
        }
        accept(next.value);
      }
    } catch (error) {
      socket.destroy(new Error('Marionette is not understood', { cause: error }));
    }
  });
  socket.on('error', failAll);
  socket.on('close', () => failAll(new Error('Firefox has ended')));
  await once(socket, 'connect');
  await greeted.promise;

  return {
    send(command, parameters = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      if (socket.destroyed) {
        reject(new Error(`${command}: Firefox has ended`));
        return promise;
      }
      lastId += 1;
      waiting.set(lastId, { command, resolve, reject });
      const message = Buffer.from(JSON.stringify([0, lastId, command, parameters]));
      socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
      return promise;
    },
    close: () => socket.destroy(),
  };
}
