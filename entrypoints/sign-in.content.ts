import { defineContentScript } from 'wxt/utils/define-content-script';
import { SIGN_IN_HOSTS } from '../src/origins/microsoft.ts';
import { attendEntraSignIn } from '../src/page/entra-sign-in.ts';

export default defineContentScript({
  matches: SIGN_IN_HOSTS.map((host) => `https://${host}/*`),
  main: attendEntraSignIn,
});
