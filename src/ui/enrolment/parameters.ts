import { visibleText } from '../../qr/visible-text.ts';
import { type MessageKey, t, tn } from '../i18n.ts';
import type { AccountFinding } from './finding.ts';

type Parameter = AccountFinding['unusual'][number];

/** One parameter of an account, in words. */
export interface ParameterRow {
  readonly id: Parameter | 'organisation' | 'type' | 'counter';
  readonly name: string;
  readonly value: string;
  /** Why it is out of the ordinary, where it is. */
  readonly why?: string;
}

/** Characters of a name that are shown. */
const LONGEST_NAME = 100;

const TYPES: Record<AccountFinding['type'], MessageKey> = {
  totp: 'typeTotp',
  hotp: 'typeHotp',
  steam: 'typeSteam',
};

/**
 * All that makes the codes of an account, and its names as they may be shown; of the secret, no more than that it is
 * out of the ordinary.
 */
export function parameterRows(finding: AccountFinding): ParameterRow[] {
  const { issuer, organisation, account, type, algorithm, digits, period, counter } = finding;
  const row = (id: ParameterRow['id'], name: MessageKey, value: string): ParameterRow => {
    const why = finding.unusual.some((parameter) => parameter === id)
      ? whyUnusual(id as Parameter, finding)
      : undefined;
    return { id, name: t(name), value, ...(why === undefined ? {} : { why }) };
  };
  return [
    row('issuer', 'nameIssuer', nameOr(issuer)),
    ...(organisation ? [row('organisation', 'nameOrganisation', nameOr(organisation))] : []),
    row('account', 'nameAccount', nameOr(account)),
    row('type', 'parameterType', t(TYPES[type])),
    row('algorithm', 'parameterAlgorithm', algorithm.replace('SHA', 'SHA-')),
    row('digits', 'parameterDigits', `${digits}`),
    ...(period === undefined
      ? []
      : [row('period', 'parameterPeriod', tn('periodSeconds', period))]),
    ...(counter === undefined ? [] : [row('counter', 'parameterCounter', `${counter}`)]),
    ...(finding.unusual.includes('secret')
      ? [row('secret', 'parameterSecret', t('secretShort'))]
      : []),
  ];
}

function whyUnusual(parameter: Parameter, { issuer, account }: AccountFinding): string {
  switch (parameter) {
    case 'issuer':
      return t(issuer === '' ? 'unusualIssuerEmpty' : 'unusualIssuer');
    case 'account':
      return t(account === '' ? 'unusualAccountEmpty' : 'unusualAccount');
    case 'secret':
      return t('unusualSecret');
    case 'algorithm':
      return t('unusualAlgorithm');
    case 'digits':
      return t('unusualDigits');
    case 'period':
      return t('unusualPeriod');
  }
}

function nameOr(name: string): string {
  return visibleText(name, LONGEST_NAME) || t('parameterEmpty');
}
