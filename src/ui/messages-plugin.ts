import { readFile } from 'node:fs/promises';

interface Message {
  readonly message: string;
}

/**
 * Plugin of the build: `messages.json?messages` is `{key: message}`, without what is for translators. The pages cannot
 * fetch that file (`connect-src 'none'`), so a language that the user chose comes to them as a module.
 */
export function messagesPlugin() {
  return {
    name: 'countersign:messages',
    enforce: 'pre' as const,
    async load(id: string) {
      const [path = '', query] = id.split('?');
      if (query !== 'messages') return undefined;
      const messages: Readonly<Record<string, Message>> = JSON.parse(await readFile(path, 'utf8'));
      const sentences = Object.entries(messages).map(([key, { message }]) => [key, message]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(sentences))};`,
        moduleType: 'js' as const,
      };
    },
  };
}
