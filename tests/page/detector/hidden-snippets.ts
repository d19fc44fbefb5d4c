import { app, one, type Snippet } from './snippet.ts';

const FIELD = '<label for="c">Authenticator code</label> <input id="c" name="totp">';

const hidden = (what: string, html: string) => one(what, 'app', '#c', html);

/** One field, hidden from the user in many ways: it is found, and never filled. */
export const HIDDEN: readonly Snippet[] = [
  hidden('without a box', `<div style="display:none">${FIELD}</div>`),
  hidden('hidden', `<div style="visibility:hidden">${FIELD}</div>`),
  hidden('transparent', `<div style="opacity:0">${FIELD}</div>`),
  hidden(
    'transparent by two layers',
    `<div style="opacity:.6"><div style="opacity:.6">${FIELD}</div></div>`,
  ),
  hidden('transparent by a filter', `<div style="filter:opacity(0)">${FIELD}</div>`),
  hidden('left of the page', `<div style="position:absolute;left:-9999px">${FIELD}</div>`),
  hidden('above the page', `<div style="position:absolute;top:-500px">${FIELD}</div>`),
  hidden(
    'cut off by its part',
    `<div style="width:1px;height:1px;overflow:hidden;position:relative">${FIELD}</div>`,
  ),
  hidden('cut off by clip', `<div style="position:absolute;clip:rect(0 0 0 0)">${FIELD}</div>`),
  hidden('cut off by a path', `<div style="clip-path:inset(50%)">${FIELD}</div>`),
  hidden('of no size', `<div style="transform:scale(0)">${FIELD}</div>`),
  hidden('tiny', `<style>#c{width:2px;height:2px;padding:0;border:0}</style>${FIELD}`),
  hidden(
    'covered',
    `<div style="position:relative">${FIELD}<div style="position:absolute;inset:0;background:#fff">Nothing here</div></div>`,
  ),
  hidden('below a dialog', `${FIELD}<div style="position:fixed;inset:0;background:#0008"></div>`),
  app(
    'below its own label',
    '#c',
    `<div style="position:relative"><input id="c" name="totp"><label for="c" style="position:absolute;left:0;top:0">Authenticator code</label></div>`,
  ),
  app('further down than the window', '#c', `<div style="height:3000px"></div>${FIELD}`),
  app(
    'in what scrolls',
    '#c',
    `<div style="height:100px;overflow:auto"><div style="height:400px">Two-step verification</div>${FIELD}</div>`,
  ),
  app('a little faint', '#c', `<div style="opacity:.9">${FIELD}</div>`),
];
