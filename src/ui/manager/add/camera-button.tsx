import { t } from '../../i18n.ts';
import type { Camera } from './use-camera.ts';

interface Props {
  readonly camera: Camera;
  readonly onStop: () => void;
}

/** Starts the camera, or stops it: one button in one place, so that the focus stays on it. */
export function CameraButton({ camera, onStop }: Props) {
  const isOff = camera.state.value === 'off';
  return (
    <button
      type="button"
      id={isOff ? 'start-camera' : 'stop-camera'}
      onClick={() => (isOff ? void camera.start() : onStop())}
    >
      {t(isOff ? 'cameraStart' : 'cameraStop')}
    </button>
  );
}
