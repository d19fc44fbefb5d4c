import { parseArgs } from 'node:util';
import { Fault } from '../../src/fault.ts';
import { codeAtStep, codeAtTime } from '../../src/otp/code.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri.ts';
import { readFields } from './inspect/read-fields.ts';
import { readPictures } from './inspect/read-pictures.ts';

const USAGE = `Usage:
  npm run --silent inspect -- uri  URI|-
  npm run --silent inspect -- code URI|- [--at UNIX_SECONDS] [--counter N]
  npm run --silent inspect -- qr   FILE…
  npm run --silent inspect -- fields FILE.html…
With - the first two read one URI a line from standard input and print one JSON line each.
qr reads the QR codes of pictures (PNG, JPEG, GIF, WebP) and prints one JSON line a file: "texts", and "ms", the
milliseconds that it looked for them.
fields opens pages and prints one JSON line a file: "fields", an entry for each input for one-time codes with "selector",
"kind" and "score", and "fill", the selectors of what an app's code would be put into. Of an input in a shadow root the
selector is "host >>> input".`;

interface Moment {
  /** Seconds since 1970, for TOTP and Steam. */
  readonly at: number;
  /** For HOTP; the URI's own where it is undefined. */
  readonly counter: number | undefined;
}

/** The parsed account; what its type does not have is null. */
function describe(credential: Credential) {
  const { type, issuer, account, secret, algorithm, digits } = credential;
  return {
    type,
    issuer,
    account,
    secret,
    algorithm,
    digits,
    period: type === 'hotp' ? null : credential.period,
    counter: type === 'hotp' ? credential.counter : null,
  };
}

function codeOf(credential: Credential, { at, counter }: Moment): string {
  if (credential.type !== 'hotp') return codeAtTime(credential, at);
  return codeAtStep(credential, counter ?? credential.counter);
}

function attempt<Result>(
  act: () => Result,
): Result | { error: { code: string; field: string | null; message: string } } {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { error: { code: error.code, field: error.field ?? null, message: error.message } };
  }
}

/** A whole number from the command line; undefined where the option was not given. */
function readNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/u.test(text) && Number(text) <= Number.MAX_SAFE_INTEGER) return Number(text);
  throw new Fault('invalid', `--${option} is not a whole number of 0 or more`, option);
}

/** Only a line feed ends a line: `readline` also splits at U+2028, which may stand in a label. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function usage(): never {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { at: { type: 'string' }, counter: { type: 'string' } },
    });
    return { positionals, values };
  } catch {
    return usage();
  }
}

const { positionals, values } = readArguments();
const [command, uri] = positionals;
const takesFiles = command === 'qr' || command === 'fields';
if (uri === undefined || (positionals.length > 2 && !takesFiles)) usage();

function inspect(text: string) {
  return attempt(() => {
    const credential = parseOtpauthUri(text);
    if (command === 'uri') return describe(credential);
    const at = readNumber(values.at, 'at') ?? Date.now() / 1000;
    const counter = readNumber(values.counter, 'counter');
    return { code: codeOf(credential, { at, counter }) };
  });
}

/** Prints a line for each file as soon as it is read. */
async function printReadings(readings: AsyncIterable<object>): Promise<void> {
  for await (const reading of readings) {
    console.log(JSON.stringify(reading));
    if ('error' in reading) process.exitCode = 1;
  }
}

if (command !== 'uri' && command !== 'code' && !takesFiles) usage();
if (command === 'qr') await printReadings(readPictures(positionals.slice(1)));
else if (command === 'fields') await printReadings(readFields(positionals.slice(1)));
else if (uri === '-') {
  for await (const line of linesOf(process.stdin)) console.log(JSON.stringify(inspect(line)));
} else {
  const result = inspect(uri);
  console.log('code' in result ? result.code : JSON.stringify(result));
  if ('error' in result) process.exitCode = 1;
}
