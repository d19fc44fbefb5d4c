import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Places {
  /** Names to look up in the folders of PATH. */
  readonly names: readonly string[];
  readonly files: readonly string[];
}

function windowsPrograms(...programs: readonly string[]): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (variable) => process.env[variable] ?? [],
  );
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

function chromiumPlaces(): Places {
  switch (process.platform) {
    case 'darwin':
      return {
        names: ['chromium'],
        files: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
          (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
        ),
      };
    case 'win32':
      return {
        names: [],
        files: windowsPrograms(
          'Chromium\\Application\\chrome.exe',
          'Google\\Chrome\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ),
      };
    default:
      return {
        names: [
          'chromium',
          'chromium-browser',
          'google-chrome-stable',
          'google-chrome',
          'microsoft-edge-stable',
          'microsoft-edge',
        ],
        files: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
      };
  }
}

/** The editions that take unsigned extensions (ESR, Developer Edition, Nightly) before the others. */
function firefoxPlaces(): Places {
  switch (process.platform) {
    case 'darwin':
      return {
        names: [],
        files: ['Firefox ESR', 'Firefox Developer Edition', 'Firefox Nightly', 'Firefox'].map(
          (app) => `/Applications/${app}.app/Contents/MacOS/firefox`,
        ),
      };
    case 'win32':
      return {
        names: [],
        files: windowsPrograms(
          'Mozilla Firefox ESR\\firefox.exe',
          'Firefox Developer Edition\\firefox.exe',
          'Firefox Nightly\\firefox.exe',
          'Mozilla Firefox\\firefox.exe',
        ),
      };
    default:
      return {
        names: ['firefox-esr', 'firefox-developer-edition', 'firefox-nightly', 'firefox'],
        files: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox'],
      };
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find({ names, files }: Places): string | undefined {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...files].find(isExecutable);
}

/** Chromium, Chrome or Edge; undefined if none is installed. */
export function findChromium(): string | undefined {
  return find(chromiumPlaces());
}

export function findFirefox(): string | undefined {
  return find(firefoxPlaces());
}
