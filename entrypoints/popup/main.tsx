import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/popup/popup.css';
import { showPopup } from '../../src/ui/popup/show-popup.tsx';

await showPopup('popup');
