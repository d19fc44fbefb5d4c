import { answerDecodeRequests } from '../../src/offscreen/answer.ts';

answerDecodeRequests(navigator.serviceWorker);
