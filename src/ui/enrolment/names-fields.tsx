import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import type { Confirmed } from './finding.ts';
import './enrolment.css';

type Names = NonNullable<Confirmed['names']>;

const FIELDS = [
  ['issuer', 'nameIssuer'],
  ['organisation', 'nameOrganisation'],
  ['account', 'nameAccount'],
] as const;

/** As the background takes it. */
const LONGEST_NAME = 320;

interface Props {
  readonly names: Names;
  readonly onNames: (names: Names) => void;
  /** What unfolds them. */
  readonly summary?: string;
  /** Begins the ids of the fields: where several accounts are on show, each has its own. */
  readonly idPrefix?: string;
  /** What else can be changed. */
  readonly children?: ComponentChildren;
}

/** How an account is called, here only; out of the way until the user wants to change it. */
export function NamesFields({
  names,
  onNames,
  summary = t('changeNames'),
  idPrefix = 'confirm',
  children,
}: Props) {
  return (
    <details class="names">
      <summary>{summary}</summary>
      <div class="stack">
        {FIELDS.map(([field, key]) => (
          <label key={field} class="field">
            {t(key)}
            <input
              type="text"
              id={`${idPrefix}-${field}`}
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={LONGEST_NAME}
              value={names[field]}
              onInput={({ currentTarget }) => onNames({ ...names, [field]: currentTarget.value })}
            />
          </label>
        ))}
        {children}
      </div>
    </details>
  );
}
