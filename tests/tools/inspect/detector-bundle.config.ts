import { fileURLToPath } from 'node:url';

/** For Vite: the detector as one script, minified as it is released (detector-bundle.ts names the folder to write to). */
export default {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    emptyOutDir: true,
    lib: {
      entry: fileURLToPath(new URL('detector-page.ts', import.meta.url)),
      formats: ['iife'],
      name: 'detector',
      fileName: () => 'detector.js',
    },
  },
};
