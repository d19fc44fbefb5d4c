import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../src/ui/popup/early.ts';

/** Runs in the popup before its modules are there: their way from the disk and the background's answer take the same time. */
export default defineUnlistedScript({ main: askEarly });
