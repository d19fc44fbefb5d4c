import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Decoder } from '../../../qr/page-decoder.ts';
import { errorSentence } from '../../fault-sentence.ts';
import { numeral, t } from '../../i18n.ts';
import { cameraSentence } from './camera-sentence.ts';

/** Milliseconds between two looks: quick enough for a hand that moves, and easy on the battery. */
const BETWEEN_LOOKS_MS = 100;

/** Enough for a code that fills a quarter of the picture; more only takes longer to read. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** A camera to choose. */
interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

export interface Camera {
  /** The browser asks the user between `off` and `on`. */
  readonly state: ReadonlySignal<'off' | 'starting' | 'on'>;
  readonly problem: ReadonlySignal<string>;
  /** All that there are, once one of them is on: before, the browser does not say. */
  readonly choices: ReadonlySignal<readonly CameraChoice[]>;
  readonly chosen: ReadonlySignal<string>;
  /** Shows the picture. */
  readonly video: RefObject<HTMLVideoElement | null>;
  /** @param id one of the choices; the one that the browser proposes, without */
  start(id?: string): Promise<void>;
  stop(): void;
  /** Takes back what is said of a camera that is off. */
  dismiss(): void;
}

/**
 * Reads the codes that a camera sees, until it is stopped, the tab is hidden or the page is left.
 *
 * @param onTexts gets the texts of a picture, whether they are new or not; none are looked for until it is done
 */
export function useCamera(
  decoder: Decoder,
  onTexts: (texts: readonly string[]) => Promise<unknown>,
): Camera {
  const state = useSignal<'off' | 'starting' | 'on'>('off');
  const problem = useSignal('');
  const choices = useSignal<readonly CameraChoice[]>([]);
  const chosen = useSignal('');
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | undefined>(undefined);
  /** Counts the starts and stops, so that what was begun before one of them is left. */
  const turn = useRef(0);

  const end = (sentence: string) => {
    turn.current += 1;
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = undefined;
    if (video.current) video.current.srcObject = null;
    state.value = 'off';
    problem.value = sentence;
  };

  const look = (element: HTMLVideoElement, ours: number, lookedAt: number) => {
    element.requestVideoFrameCallback(async (now) => {
      if (turn.current !== ours) return;
      if (now - lookedAt < BETWEEN_LOOKS_MS) return look(element, ours, lookedAt);
      try {
        const texts = await decoder.readFrame(await createImageBitmap(element));
        if (turn.current !== ours) return;
        if (texts.length > 0) await onTexts(texts);
        if (turn.current === ours) look(element, ours, now);
      } catch (error) {
        if (turn.current === ours) end(errorSentence(error));
      }
    });
  };

  const start = async (id?: string) => {
    end('');
    const ours = turn.current;
    state.value = 'starting';
    try {
      const started = await navigator.mediaDevices.getUserMedia({
        video: { ...SIZE, ...(id ? { deviceId: { exact: id } } : { facingMode: 'environment' }) },
      });
      if (turn.current !== ours || !video.current) {
        for (const track of started.getTracks()) track.stop();
        return;
      }
      stream.current = started;
      if (document.hidden) return end(t('cameraHidden'));
      const [track] = started.getVideoTracks();
      track?.addEventListener('ended', () => {
        if (turn.current === ours) end(t('cameraGone'));
      });
      video.current.srcObject = started;
      await video.current.play();
      const found = await findCameras();
      if (turn.current !== ours) return;
      choices.value = found;
      chosen.value = track?.getSettings().deviceId ?? '';
      state.value = 'on';
      look(video.current, ours, 0);
    } catch (error) {
      if (turn.current === ours) end(cameraSentence(error));
    }
  };

  const latestEnd = useRef(end);
  latestEnd.current = end;
  useEffect(() => {
    const onHidden = () => {
      if (document.hidden && stream.current) latestEnd.current(t('cameraHidden'));
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      latestEnd.current('');
    };
  }, []);

  return {
    state,
    problem,
    choices,
    chosen,
    video,
    start,
    stop: () => end(''),
    dismiss: () => {
      problem.value = '';
    },
  };
}

async function findCameras(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, index) => ({
      id: deviceId,
      name: label || t('cameraNumber', numeral(index + 1)),
    }));
}
