import { describe, expect, it, vi } from 'vitest';
import { PARAMETERS } from '../../../src/enrolment/unusual.ts';
import type { AccountFinding } from '../../../src/ui/enrolment/finding.ts';
import { getMessage } from '../messages.ts';
import { accountFinding } from './account-finding.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { parameterRows } = await import('../../../src/ui/enrolment/parameters.ts');

const valuesOf = (finding: AccountFinding) =>
  Object.fromEntries(parameterRows(finding).map(({ id, value }) => [id, value]));

describe('parameterRows', () => {
  it('say all of a time-based account, and mark none of what is usual', () => {
    const finding = accountFinding();
    expect(valuesOf(finding)).toEqual({
      issuer: 'Microsoft',
      organisation: 'Contoso',
      account: 'alex@contoso.example',
      type: 'Time-based (TOTP)',
      algorithm: 'SHA-1',
      digits: '6',
      period: '30 seconds',
    });
    expect(parameterRows(finding).filter(({ why }) => why !== undefined)).toEqual([]);
  });

  it('say the counter in place of a period, from 0 on', () => {
    const { period: _, ...finding } = accountFinding({ type: 'hotp', counter: 0 });
    const values = valuesOf(finding);
    expect(values).toMatchObject({ type: 'Counter-based (HOTP)', counter: '0' });
    expect(values).not.toHaveProperty('period');
  });

  it.each(PARAMETERS)('mark %s where it is unusual, and that alone', (parameter) => {
    const marked = parameterRows(accountFinding({ unusual: [parameter] })).filter(
      ({ why }) => why !== undefined,
    );
    expect(marked.map(({ id }) => id)).toEqual([parameter]);
    expect(marked[0]?.why).toMatch(/^\p{Lu}.*\p{L}.*\.$/u);
  });

  it('have no two parameters with the same reason', () => {
    const reasons = parameterRows(accountFinding({ unusual: [...PARAMETERS] })).flatMap(
      ({ why }) => why ?? [],
    );
    expect(new Set(reasons).size).toBe(PARAMETERS.length);
  });

  it.each(['issuer', 'account'] as const)('tell a missing %s from a strange one', (name) => {
    const reason = (value: string) =>
      parameterRows(accountFinding({ [name]: value, unusual: [name] })).find(
        ({ id }) => id === name,
      );
    expect(reason('')?.value).toBe('not given');
    expect(reason('')?.why).not.toBe(reason('x')?.why);
  });

  it('show what turns the direction of a name', () => {
    expect(valuesOf(accountFinding({ issuer: 'a\u202Eb' }))).toMatchObject({ issuer: 'a\uFFFDb' });
  });
});
