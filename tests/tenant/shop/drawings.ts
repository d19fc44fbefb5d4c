import { CDN_HOST } from '../hosts.ts';
import { type Html, html } from '../html.ts';
import { drawQr, qrModules } from '../qr-drawing.ts';
import { darkPicture, unreadablePicture } from './pictures.ts';
import type { Till } from './till.ts';

/** What a drawing is made from. */
export interface Source {
  readonly till: Till;
  readonly text: string;
}

/** Where the shop's second host has a picture that is another one at each request. */
const FRESH = `https://${CDN_HOST}/fresh.png`;
const SIDE = html`width="240" height="240" alt="Set-up code"`;

const dataUrl = (bytes: Uint8Array) =>
  `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

const ownImage = ({ till, text }: Source) =>
  html`<img src="/code.png?id=${till.keep(text)}" ${SIDE}>`;

/** Elements that are the code's modules, row by row. */
const cells = (
  text: string,
  row: (cells: readonly Html[]) => Html,
  cell: (dark: boolean) => Html,
) => html`${qrModules(text).map((modules) => row(modules.map(cell)))}`;

/** The ways of drawing that need no script. */
export const DRAWINGS: Readonly<Record<string, (source: Source) => Html | Promise<Html>>> = {
  img: ownImage,
  'img-cross': () => html`<img src="${FRESH}" ${SIDE}>`,

  // The picture that is named first is the one in use; the other is no code.
  picture: ({ till, text }) =>
    html`<picture><source srcset="/code.png?id=${till.keep(text)}" type="image/png"><img src="/photo.png" ${SIDE}></picture>`,

  svg: async ({ text }) => {
    const { size, path } = await drawQr(text);
    return html`<svg class="paper" viewBox="0 0 ${size} ${size}" width="240" height="240"><path d="${path}" shape-rendering="crispEdges"/></svg>`;
  },

  'svg-use': async ({ text }) => {
    const { size, path } = await drawQr(text);
    return html`<svg width="0" height="0" aria-hidden="true"><symbol id="modules" viewBox="0 0 ${size} ${size}"><path d="${path}" shape-rendering="crispEdges"/></symbol></svg>
<svg class="paper" width="240" height="240"><use href="#modules"/></svg>`;
  },

  background: async ({ text }) =>
    html`<div class="picture" style="background-image:url('${(await drawQr(text)).png}')"></div>`,
  'background-cross': () =>
    html`<div class="picture" style="background-image:url('${FRESH}')"></div>`,

  table: ({ text }) =>
    html`<table class="modules" cellspacing="0" cellpadding="0">${cells(
      text,
      (row) => html`<tr>${row}</tr>`,
      (dark) => html`<td bgcolor="${dark ? '#000000' : '#ffffff'}"></td>`,
    )}</table>`,

  divs: ({ text }) =>
    html`<div class="modules">${cells(
      text,
      (row) => html`<div class="row">${row}</div>`,
      (dark) => html`<div class="${dark ? 'cell dark' : 'cell'}"></div>`,
    )}</div>`,

  text: ({ text }) => html`<pre class="blocks">${blockText(qrModules(text))}</pre>`,

  frame: ({ till, text }) =>
    html`<iframe src="/frame?id=${till.keep(text)}" width="280" height="280" title="Set-up code"></iframe>`,
  'frame-cross': ({ till, text }) =>
    html`<iframe src="https://${CDN_HOST}/frame?id=${till.keep(text)}" width="280" height="280" title="Set-up code"></iframe>`,

  several: ({ till }) =>
    html`<div class="several">${['alex', 'sam', 'robin'].map(
      (name) =>
        html`<figure>${ownImage({ till, text: till.newUri(name) })}<figcaption>${name}</figcaption></figure>`,
    )}</div>`,

  none: () =>
    html`<img src="/photo.png?1" ${SIDE}><img src="https://${CDN_HOST}/photo.png" ${SIDE}><img src="/photo.png?2" ${SIDE}>`,
  unreadable: ({ text }) => html`<img src="${dataUrl(unreadablePicture(text))}" ${SIDE}>`,
  below: (source) => html`<div class="far"></div>${ownImage(source)}`,
  dark: ({ text }) =>
    html`<div class="night"><img src="${dataUrl(darkPicture(text))}" ${SIDE}></div>`,
};

/** Two rows of modules a line, in block characters. */
function blockText(modules: readonly boolean[][]): string {
  const lines = modules.filter((_, y) => y % 2 === 0);
  return lines
    .map((upper, line) => {
      const lower = modules[line * 2 + 1];
      return upper.map((dark, x) => blockOf(dark, lower?.[x] ?? false)).join('');
    })
    .join('\n');
}

function blockOf(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}
