import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { awaitField } from '../src/page/await-field.ts';

/** Registered for the sites that the user granted (`src/sites/`): where a field for a code may be, it asks for `attend-site.ts`. */
export default defineUnlistedScript({ main: () => awaitField() });
