import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/popup/popup.css';
import { localizeDocument } from '../../src/ui/i18n.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { tellUse } from '../../src/ui/tell-use.ts';

localizeDocument('extensionName');
tellUse();
render(<Popup />, document.body);
