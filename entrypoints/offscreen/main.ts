import { answerTasks } from '../../src/offscreen/answer.ts';

answerTasks(navigator.serviceWorker);
