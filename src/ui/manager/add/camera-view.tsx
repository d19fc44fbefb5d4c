import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import type { Camera } from './use-camera.ts';

/** What the camera sees, and which camera it is. */
export function CameraView({ camera }: { camera: Camera }) {
  const { state, problem, choices, chosen, video } = camera;
  const isOn = state.value === 'on';
  return (
    <>
      {problem.value && <Warning>{problem.value}</Warning>}
      <div class="camera stack" hidden={state.value === 'off'}>
        {state.value === 'starting' && <p role="status">{t('cameraStarting')}</p>}
        {/* Nothing is spoken in it: the microphone stays off. */}
        <video ref={video} muted playsInline hidden={!isOn} aria-label={t('cameraPreview')} />
        {isOn && <p class="small">{t('cameraExplained')}</p>}
        {isOn && choices.value.length > 1 && (
          <label class="field">
            {t('cameraChoice')}
            <select
              id="camera-choice"
              value={chosen.value}
              onChange={({ currentTarget }) => void camera.start(currentTarget.value)}
            >
              {choices.value.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}
