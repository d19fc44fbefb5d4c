import { defineContentScript } from 'wxt/utils/define-content-script';
import { ENROLMENT_HOSTS } from '../src/origins/microsoft.ts';
import { attendEnrolment } from '../src/page/enrolment.ts';

export default defineContentScript({
  matches: ENROLMENT_HOSTS.map((host) => `https://${host}/*`),
  main: attendEnrolment,
});
