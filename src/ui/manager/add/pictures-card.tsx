import { useRef } from 'preact/hooks';
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
  const choose = useRef<HTMLInputElement>(null);
  return (
    <section class="card stack" aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t('picturesTitle')}</h2>
      <p>{t('picturesExplained')}</p>
      <div class="pictures-ways">
        <CameraButton camera={camera} onStop={onStopCamera} />
        <button type="button" id="choose-files" onClick={() => choose.current?.click()}>
          {t('picturesFiles')}
        </button>
        {/* Its own button would say in the browser's language what the page says in the user's. */}
        <input
          ref={choose}
          type="file"
          id="add-files"
          multiple
          accept="image/*"
          hidden
          aria-label={t('picturesFiles')}
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            // So that the same file can be chosen once more.
            currentTarget.value = '';
            if (chosen.length > 0) onFiles(chosen);
          }}
        />
      </div>
      <CameraView camera={camera} />
      <FileReport files={files} />
    </section>
  );
}
