import { defineConfig } from 'vitest/config';
import { packedWords } from './src/crypto/words/packed-words-plugin.ts';
import { messagesPlugin } from './src/ui/messages-plugin.ts';

/** One scenario file, two browsers: each project tells the scenarios which one to start. */
function scenarios(browser: 'chromium' | 'firefox') {
  return {
    test: {
      name: browser,
      include: ['tests/e2e/**/*.scenario.ts'],
      provide: { browser },
      // One browser at a time: a file starts its own, on a profile of its own.
      fileParallelism: false,
      testTimeout: 180_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [messagesPlugin(), packedWords()],
        test: { name: 'unit', include: ['tests/**/*.test.ts'] },
      },
      scenarios('chromium'),
      scenarios('firefox'),
    ],
  },
});

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: 'chromium' | 'firefox';
  }
}
