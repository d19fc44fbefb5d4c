import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { once } from '../src/page/once.ts';
import { attendSite } from '../src/page/site.ts';

/** Registered for the sites that the user granted, and put into others when he wants a code there (`src/sites/`). */
export default defineUnlistedScript({ main: () => once(attendSite) });
