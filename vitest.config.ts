import { defineConfig } from 'vitest/config';

/** One scenario file, two browsers: each project tells the scenarios which one to start. */
function scenarios(browser: 'chromium' | 'firefox') {
  return {
    test: {
      name: browser,
      include: ['tests/e2e/**/*.scenario.ts'],
      provide: { browser },
      // A browser with its own profile a file; two at once would starve each other on two cores.
      fileParallelism: false,
      testTimeout: 180_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'] } },
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
