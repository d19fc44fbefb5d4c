import { t } from '../../i18n.ts';
import { CameraButton } from './camera-button.tsx';
import { CameraView } from './camera-view.tsx';
import { FileReport } from './file-report.tsx';
import type { Camera } from './use-camera.ts';
import type { Files } from './use-files.ts';

interface Props {
  readonly files: Files;
  readonly camera: Camera;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStopCamera: () => void;
}

/** QR codes as pictures: files, the clipboard, the camera. */
export function PicturesCard({ files, camera, onFiles, onStopCamera }: Props) {
  return (
    <section class="card stack" aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t('picturesTitle')}</h2>
      <p>{t('picturesExplained')}</p>
      <div class="pictures-ways">
        <CameraButton camera={camera} onStop={onStopCamera} />
        <label class="field">
          {t('picturesFiles')}
          <input
            type="file"
            id="add-files"
            multiple
            accept="image/*"
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              // So that the same file can be chosen once more.
              currentTarget.value = '';
              if (chosen.length > 0) onFiles(chosen);
            }}
          />
        </label>
      </div>
      <CameraView camera={camera} />
      <FileReport files={files} />
    </section>
  );
}
