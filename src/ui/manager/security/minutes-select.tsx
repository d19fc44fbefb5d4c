import type { TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { duration } from './minutes.ts';

/** The value of the choice that has no minutes. */
const NONE = 'none';

interface Props<Minutes extends number> {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Minutes[];
  /** What null means. */
  readonly noneLabel: string;
  readonly chosen: Minutes | null;
  /** Ends when it is settled, also where it was not taken. */
  readonly onChoose: (minutes: Minutes | null) => Promise<void>;
}

/** A choice of minutes, or none of them. It shows what is in force, not what was asked for and refused. */
export function MinutesSelect<Minutes extends number>(props: Props<Minutes>) {
  const { id, label, choices, noneLabel, chosen, onChoose } = props;
  const select = useRef<HTMLSelectElement>(null);
  const inForce = useRef(chosen);
  inForce.current = chosen;
  const show = () => {
    if (select.current) select.current.value = `${inForce.current ?? NONE}`;
  };
  useLayoutEffect(show);

  const choose = ({ currentTarget: { value } }: TargetedEvent<HTMLSelectElement>) =>
    void onChoose(choices.find((minutes) => `${minutes}` === value) ?? null).finally(show);

  return (
    <label class="field">
      {label}
      <select ref={select} id={id} onChange={choose}>
        {choices.map((minutes) => (
          <option key={minutes} value={minutes}>
            {duration(minutes)}
          </option>
        ))}
        <option value={NONE}>{noneLabel}</option>
      </select>
    </label>
  );
}
