import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

export const MESSAGES: Readonly<Record<string, { message: string; description: string }>> =
  messages;

/** As the browser does it: `$1` and so on are replaced; a key that is not there gives nothing. */
export function getMessage(key: unknown, substitutions: readonly string[] = []): string {
  if (typeof key !== 'string') throw new TypeError('a message is asked for by its name');
  if (!Object.hasOwn(MESSAGES, key)) return '';
  return (MESSAGES[key]?.message ?? '').replace(
    /\$(\d)/gu,
    (_, place) => substitutions[Number(place) - 1] ?? '',
  );
}
