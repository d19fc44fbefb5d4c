/** The browser that `--browser` names; Chromium where it is left out. */
export function readBrowserName(option = 'chromium'): 'chromium' | 'firefox' {
  if (option === 'chromium' || option === 'firefox') return option;
  throw new Error('--browser is chromium or firefox');
}
