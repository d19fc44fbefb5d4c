import { input } from '../dom.js';
import { watch } from '../watch.js';
import { labelled, part, usualField } from './parts.js';

/** @param {ShadowRootMode} mode */
function build(mode) {
  const root = part('host').attachShadow({ mode });
  const field = usualField();
  root.append(...labelled(field));
  watch(root);
  const sent = input({ type: 'hidden', name: 'code' });
  part('form').append(sent);
  part('form').addEventListener('submit', () => {
    sent.value = field.value;
  });
}

export const shadow = () => build('open');
export const closedShadow = () => build('closed');
