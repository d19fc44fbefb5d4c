import { defineContentScript } from 'wxt/utils/define-content-script';
import { SIGN_IN_HOSTS } from '../src/origins/microsoft.ts';
import { attendMicrosoft } from '../src/page/microsoft.ts';
import { once } from '../src/page/once.ts';

export default defineContentScript({
  matches: SIGN_IN_HOSTS.map((host) => `https://${host}/*`),
  main: () => once(attendMicrosoft),
});
