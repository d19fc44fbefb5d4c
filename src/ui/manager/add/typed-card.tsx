import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { errorSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { KeyField } from './key-field.tsx';
import { TypedDetails } from './typed-details.tsx';
import { faultAt, type TypedFault, typedFault } from './typed-fault.ts';
import { FaultText, faultProps } from './typed-fault-text.tsx';
import { TypedName } from './typed-name.tsx';
import { EMPTY_FORM, type TypedAccount, type TypedForm, typedRequest } from './typed-request.ts';
import { TypedType } from './typed-type.tsx';

interface Props {
  /** @throws Fault `missing`, `invalid` with the field */
  readonly onTyped: (typed: TypedAccount) => Promise<void>;
}

/** An account by hand: the set-up key as the site shows it, and all that makes its codes. */
export function TypedCard({ onTyped }: Props) {
  const form = useSignal<TypedForm>(EMPTY_FORM);
  const fault = useSignal<TypedFault | undefined>(undefined);
  const problem = useSignal('');
  const element = useRef<HTMLFormElement>(null);
  const change = (changed: Partial<TypedForm>) => {
    form.value = { ...form.value, ...changed };
  };

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    fault.value = undefined;
    problem.value = '';
    const typed = typedRequest(form.value);
    if ('wrong' in typed) {
      fault.value = faultAt(typed.wrong);
      return;
    }
    try {
      await onTyped(typed.request);
      form.value = EMPTY_FORM;
    } catch (error) {
      fault.value = typedFault(error);
      if (!fault.value) problem.value = errorSentence(error);
    }
  };

  const faulty = fault.value;
  useLayoutEffect(() => {
    // The field may be folded away, and takes the focus once it is not.
    if (faulty) element.current?.querySelector<HTMLElement>(`#typed-${faulty.field}`)?.focus();
  }, [faulty]);

  return (
    <section class="card" aria-labelledby="typed-title">
      <form ref={element} class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <h2 id="typed-title">{t('typedTitle')}</h2>
        <p>{t('typedExplained')}</p>
        <div class="typed-names">
          <TypedName field="issuer" form={form.value} fault={faulty} onChange={change} />
          <TypedName field="account" form={form.value} fault={faulty} onChange={change} />
        </div>
        <KeyField
          value={form.value.secret}
          onValue={(secret) => change({ secret })}
          fault={faultProps('secret', faulty)}
        />
        <FaultText field="secret" fault={faulty} />
        <TypedType form={form.value} onChange={change} />
        <TypedDetails form={form.value} fault={faulty} onChange={change} />
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <button type="submit" id="read-typed">
            {t('typedGoOn')}
          </button>
        </div>
      </form>
    </section>
  );
}
