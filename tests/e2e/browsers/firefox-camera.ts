import type { CameraPicture } from './browser.ts';

/** What `playOnCamera` leaves in a page. */
interface CameraWindow {
  countersignPictures?: readonly CameraPicture[];
  countersignCamera?: true;
}

declare const self: CameraWindow;

/**
 * Runs in a page of the extension: `getUserMedia` gives the stream of a canvas, with the pictures on it, each for a
 * second. Called again, it changes the pictures.
 */
export function playOnCamera(pictures: readonly CameraPicture[]): void {
  const WIDTH = 640;
  const HEIGHT = 480;
  const INTERVAL_MS = 200;
  self.countersignPictures = pictures;
  if (self.countersignCamera) return;
  self.countersignCamera = true;

  const draw = (context: CanvasRenderingContext2D): void => {
    // Neither ink nor paper.
    context.fillStyle = '#a0a0a0';
    context.fillRect(0, 0, WIDTH, HEIGHT);
    const all = self.countersignPictures ?? [];
    const picture = all[Math.floor(Date.now() / 1000) % all.length];
    if (!picture) return;
    const { width, height, luminance } = picture;
    const pixels = atob(luminance);
    const fit = Math.min(WIDTH / width, HEIGHT / height);
    const scale = fit >= 1 ? Math.floor(fit) : fit;
    const left = Math.floor((WIDTH - width * scale) / 2);
    const top = Math.floor((HEIGHT - height * scale) / 2);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const grey = pixels.charCodeAt(y * width + x);
        context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
        context.fillRect(left + x * scale, top + y * scale, scale, scale);
      }
    }
  };

  const { getUserMedia } = MediaDevices.prototype;
  MediaDevices.prototype.getUserMedia = async function (constraints) {
    const real = await getUserMedia.call(this, constraints);
    for (const track of real.getTracks()) track.stop();
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    draw(context);
    const stream = canvas.captureStream();
    const timer = setInterval(() => {
      draw(context);
      if (stream.getTracks().every(({ readyState }) => readyState === 'ended'))
        clearInterval(timer);
    }, INTERVAL_MS);
    return stream;
  };
}
