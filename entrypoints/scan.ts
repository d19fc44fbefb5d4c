import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectAll } from '../src/page/pictures.ts';
import { takePointedTo } from '../src/page/pointed-to.ts';

/** Put into a page by `src/scan/scan.ts` when the user asks for it; the browser hands over what it gives. */
export default defineUnlistedScript({ main: () => collectAll(takePointedTo()) });
