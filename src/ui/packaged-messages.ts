import { readFileSync } from 'node:fs';

interface PublicFile {
  readonly relativeDest: string;
  readonly absoluteSrc?: string;
}

interface Message {
  readonly message: string;
  readonly description?: string;
}

/**
 * A file of a language as it is packaged: without the descriptions, which are for translators. Run by the build; any other
 * file is as it was.
 */
export function packagedMessages<File extends PublicFile>(file: File) {
  const { relativeDest, absoluteSrc } = file;
  if (absoluteSrc === undefined || !relativeDest.endsWith('/messages.json')) return file;
  const messages: Readonly<Record<string, Message>> = JSON.parse(readFileSync(absoluteSrc, 'utf8'));
  const packaged = Object.entries(messages).map(([key, { description: _, ...message }]) => [
    key,
    message,
  ]);
  return { relativeDest, contents: JSON.stringify(Object.fromEntries(packaged)) };
}

/** Plugin of the build: who imports such a file gets it from the package, in place of a copy in a chunk. */
export function packagedLanguages() {
  return {
    name: 'countersign:packaged-languages',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id.startsWith('/_locales/') ? { id, external: true } : undefined),
  };
}
