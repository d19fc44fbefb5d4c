import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { once } from '../src/page/once.ts';
import { attendSite } from '../src/page/site.ts';

/** Put into pages of granted sites that may have a field for a code, and into others when the user wants one there. */
export default defineUnlistedScript({ main: () => once(attendSite) });
