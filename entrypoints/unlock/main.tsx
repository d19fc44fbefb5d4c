import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/unlock/unlock.css';
import { ceremonies } from '../../src/ceremonies.ts';
import { localizeDocument } from '../../src/ui/i18n.ts';
import { Unlock } from '../../src/ui/unlock/unlock.tsx';

await localizeDocument('extensionName');
render(<Unlock ceremonies={ceremonies} />, document.body);
