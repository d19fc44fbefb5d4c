import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/manager/manager.css';
import { ceremonies } from '../../src/ceremonies.ts';
import { localizeDocument } from '../../src/ui/i18n.ts';
import { Manager } from '../../src/ui/manager/manager.tsx';
import { tellUse } from '../../src/ui/tell-use.ts';

localizeDocument('managerTitle');
tellUse();
render(<Manager ceremonies={ceremonies} />, document.body);
