import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/manager/manager.css';
import { ceremonies } from '../../src/ceremonies.ts';
import { localizeDocument } from '../../src/ui/i18n.ts';
import { Manager } from '../../src/ui/manager/manager.tsx';
import { tellUse } from '../../src/ui/tell-use.ts';

await localizeDocument('managerTitle');
tellUse();
// The whole condition is known when it is built: a release has nothing of the kit's page.
if (import.meta.env.MODE === 'development' && location.hash === '#kit') {
  const { KitPage } = await import('../../src/ui/kit/kit-page.tsx');
  render(<KitPage />, document.body);
} else {
  render(<Manager ceremonies={ceremonies} />, document.body);
}
