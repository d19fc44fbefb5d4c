import { h } from './dom.js';
import { askForSettings } from './wizard/marks.js';
import { StepView } from './wizard/step-view.js';
import { runWizard } from './wizard/steps.js';

/** The wizard on a page of its own; at its end, back to the sign-in that sent us here. */
async function register() {
  const settings = await askForSettings();
  const leave = () => location.assign(settings.returnTo);
  const place = new StepView(settings.texts, leave);
  document
    .getElementById('root')
    ?.replaceChildren(h('p', { class: 'progress' }, settings.page.method), place.element);
  runWizard(place, settings, 'install', leave);
}

register();
