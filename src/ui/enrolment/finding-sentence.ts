import { faultSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import type { OtherFinding } from './finding.ts';

/** What people read of a code that is no account: what it is, what Countersign does with it, the way out. */
export function findingSentence(finding: OtherFinding): string {
  switch (finding.kind) {
    case 'refused':
      return faultSentence(finding.code, finding.field);
    case 'push':
      return t(finding.account === 'personal' ? 'findingPushPersonal' : 'findingPush');
    case 'steam-sign-in':
      return t('findingSteamSignIn');
    case 'other-app':
      return t('findingOtherApp', finding.app);
    case 'web':
      return t('findingWeb');
    case 'wifi':
      return t('findingWifi');
    case 'text':
      return t('findingText');
  }
}

/** What the code holds, where that is shown: a stranger's text, never a link. */
export function findingContent(finding: OtherFinding): string | undefined {
  switch (finding.kind) {
    case 'web':
      return finding.address;
    case 'wifi':
      return finding.name;
    case 'text':
      return finding.text;
    default:
      return undefined;
  }
}
