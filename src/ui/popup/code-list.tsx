import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { CodeRow } from './code-row.tsx';
import { type AccountCode, type AccountLabel, currentCode, refreshCodes } from './codes.ts';

/** CSS pixels, as `popup.css` draws a row. */
const ROW_HEIGHT = 72;
/** Rows kept ready on both sides of what is on show. */
const MARGIN_ROWS = 4;

interface Props {
  readonly accounts: readonly AccountLabel[];
  readonly onCopy: (account: AccountLabel, code: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** The accounts and their codes. Only the rows on show exist, and only their codes are asked for. */
export function CodeList({ accounts, onCopy, onFault }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const view = useSignal({ first: 0, last: MARGIN_ROWS * 3 });
  const codes = useSignal<ReadonlyMap<string, AccountCode>>(new Map());
  const now = useSignal(Date.now());

  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(timer);
  }, [now]);

  const shown = accounts.slice(view.value.first, view.value.last);
  const wanted = useRef<readonly AccountLabel[]>(shown);
  wanted.current = shown;

  useSignalEffect(() => {
    // Runs again for every second and every move of the view.
    void view.value;
    refreshCodes(wanted.current, codes.peek(), now.value).then((known) => {
      codes.value = known;
    }, onFault);
  });

  useEffect(() => {
    if (codes.value.size > 0) performance.mark('countersign:codes');
  }, [codes.value]);

  const lookAt = ({ scrollTop, clientHeight }: HTMLElement) => {
    view.value = {
      first: Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - MARGIN_ROWS),
      last: Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + MARGIN_ROWS,
    };
  };

  return (
    <div class="code-list" ref={list} onScroll={(event) => lookAt(event.currentTarget)}>
      <ul style={{ height: `${accounts.length * ROW_HEIGHT}px` }}>
        {shown.map((account, index) => (
          <CodeRow
            key={account.id}
            account={account}
            current={currentCode(codes.value.get(account.id), account.period, now.value)}
            now={now.value}
            position={view.value.first + index + 1}
            count={accounts.length}
            top={(view.value.first + index) * ROW_HEIGHT}
            onCopy={onCopy}
          />
        ))}
      </ul>
    </div>
  );
}
