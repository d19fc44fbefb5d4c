import { type MessageKey, t } from '../../i18n.ts';

/** Why there is no picture, by the names that the browser gives its errors (Media Capture and Streams, 10.2). */
const SENTENCES: Readonly<Record<string, MessageKey>> = {
  NotFoundError: 'cameraNone',
  // The camera that was chosen is not there any more.
  OverconstrainedError: 'cameraNone',
  NotAllowedError: 'cameraRefused',
  SecurityError: 'cameraRefused',
  NotReadableError: 'cameraBusy',
  AbortError: 'cameraBusy',
};

export function cameraSentence(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  return t(Object.hasOwn(SENTENCES, name) ? (SENTENCES[name] ?? 'cameraFailed') : 'cameraFailed');
}
