import { DRAWINGS } from './drawings.js';

/**
 * Draws what needs a script, and marks the page when its code is on show: `body[data-ready]`.
 *
 * @typedef {{ as: string, qr?: import('../qr-code.js').Qr, fresh?: string }} Config
 */

const { as, qr, fresh } = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window))
  .$Config;

async function showCode() {
  const stage = document.getElementById('stage');
  const draw = DRAWINGS[as];
  if (draw && stage && qr && fresh) await draw(stage, qr, fresh);
  const images = [...document.images].map((image) => image.decode().catch(() => undefined));
  await Promise.all(images);
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  document.body.setAttribute('data-ready', '');
}

showCode();
