import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { packedWords } from './src/crypto/words/packed-words-plugin.ts';

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
        plugins: [packedWords()],
        // Languages are imported from the root of the package, as in the built extension.
        publicDir: false,
        resolve: {
          alias: { '/_locales': fileURLToPath(new URL('public/_locales', import.meta.url)) },
        },
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
