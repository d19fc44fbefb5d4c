import { send } from '../../messages/client.ts';

/** A host in full, and how its punycode reads. */
export interface SpelledHost {
  readonly host: string;
  readonly unicode?: string | undefined;
}

/** The bound hosts that this one could be mistaken for. What tells them apart is large, and wanted seldom: it comes only then. */
export async function findLookAlikes(host: string): Promise<SpelledHost[]> {
  const [{ lookAlikes }, { spellHost }, bound] = await Promise.all([
    import('../../origins/look-alike.ts'),
    import('../../origins/host-spelling.ts'),
    send('signIn.boundHosts'),
  ]);
  return lookAlikes(
    host,
    bound.map((each) => each.host),
  ).map((each) => {
    const { ascii, unicode } = spellHost(each);
    return { host: ascii, unicode };
  });
}
