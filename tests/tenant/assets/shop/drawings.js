import { h } from '../dom.js';
import { qrCode } from '../qr-code.js';
import { webglCanvas } from './webgl.js';

/** @typedef {import('../qr-code.js').Qr} Qr */

const PIXELS = 240;

/** @param {string} src */
async function loaded(src) {
  const image = /** @type {HTMLImageElement} */ (h('img', { src }));
  await image.decode();
  return image;
}

/** @param {CanvasImageSource} image */
function canvasOf(image) {
  const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { width: PIXELS, height: PIXELS }));
  canvas.getContext('2d')?.drawImage(image, 0, 0, PIXELS, PIXELS);
  return canvas;
}

/** @param {Element} stage @param {Qr} qr @param {ShadowRootMode} mode */
function inShadow(stage, { png }, mode) {
  const host = h('div');
  host
    .attachShadow({ mode })
    .append(h('img', { src: png, width: PIXELS, height: PIXELS, alt: '' }));
  stage.append(host);
}

/**
 * Drawings that only a script can make; `fresh` is the address of a picture of another host.
 *
 * @type {Record<string, (stage: Element, qr: Qr, fresh: string) => void | Promise<void>>}
 */
export const DRAWINGS = {
  canvas: (stage, qr) => stage.append(qrCode('canvas', qr, 'Set-up code')),

  // What another host's picture was drawn to can no longer be read by the page.
  'canvas-tainted': async (stage, _qr, fresh) => stage.append(canvasOf(await loaded(fresh))),

  'shadow-open': (stage, qr) => inShadow(stage, qr, 'open'),
  'shadow-closed': (stage, qr) => inShadow(stage, qr, 'closed'),

  webgl: async (stage, { png }) => stage.append(webglCanvas(await loaded(png), PIXELS)),

  video: async (stage, { png }) => {
    const image = await loaded(png);
    const canvas = canvasOf(image);
    const video = /** @type {HTMLVideoElement} */ (
      h('video', { width: PIXELS, height: PIXELS, autoplay: true, playsinline: true })
    );
    video.muted = true;
    video.srcObject = canvas.captureStream(10);
    stage.append(video);
    // A stream has frames only as long as its canvas is drawn to.
    setInterval(() => canvas.getContext('2d')?.drawImage(image, 0, 0, PIXELS, PIXELS), 100);
    await new Promise((resolve) => video.addEventListener('playing', resolve, { once: true }));
  },
};
