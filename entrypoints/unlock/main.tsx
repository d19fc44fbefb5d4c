import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/unlock/unlock.css';
import { createPassphraseKey, evaluatePassphrase } from '../../src/crypto/passphrase.ts';
import { createPasskey, evaluatePasskey } from '../../src/passkey/ceremony.ts';
import { localizeDocument } from '../../src/ui/i18n.ts';
import { Unlock } from '../../src/ui/unlock/unlock.tsx';

localizeDocument('extensionName');
render(
  <Unlock
    ceremonies={{
      createPasskey,
      evaluatePasskey,
      createPassphrase: createPassphraseKey,
      stretchPassphrase: evaluatePassphrase,
    }}
  />,
  document.body,
);
