import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/approve/approve.css';
import { ceremonies } from '../../src/ceremonies.ts';
import { Approve } from '../../src/ui/approve/approve.tsx';
import { localizeDocument } from '../../src/ui/i18n.ts';

await localizeDocument('approveWindow');
render(<Approve ceremonies={ceremonies} />, document.body);
