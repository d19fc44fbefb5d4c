import { h } from './dom.js';

/**
 * @typedef {{ png: string, size: number, path: string }} Qr
 * @typedef {'img' | 'canvas' | 'svg' | 'background'} Drawing
 */

const PIXELS = 240;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * The ways in which sites put a QR code on a page.
 *
 * @type {Record<Drawing, (qr: Qr, alt: string) => Element>}
 */
const DRAWINGS = {
  img: ({ png }, alt) => h('img', { src: png, alt, width: PIXELS, height: PIXELS }),

  canvas: ({ size, path }, alt) => {
    const attributes = { role: 'img', 'aria-label': alt, width: PIXELS, height: PIXELS };
    const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', attributes));
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, PIXELS, PIXELS);
      context.scale(PIXELS / size, PIXELS / size);
      context.fillStyle = '#000';
      context.fill(new Path2D(path));
    }
    return canvas;
  },

  svg: ({ size, path }, alt) => {
    const svg = document.createElementNS(SVG, 'svg');
    const attributes = { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': alt };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
    svg.setAttribute('width', String(PIXELS));
    svg.setAttribute('height', String(PIXELS));
    const modules = document.createElementNS(SVG, 'path');
    modules.setAttribute('d', path);
    modules.setAttribute('shape-rendering', 'crispEdges');
    svg.append(modules);
    return svg;
  },

  background: ({ png }, alt) => {
    const box = h('div', { class: 'qr-background', role: 'img', 'aria-label': alt });
    box.style.backgroundImage = `url("${png}")`;
    return box;
  },
};

/** @param {Drawing} drawAs @param {Qr} qr @param {string} alt */
export function qrCode(drawAs, qr, alt) {
  return h('div', { class: 'qr' }, DRAWINGS[drawAs](qr, alt));
}
