import { Check } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Heading } from '../heading.tsx';
import { type MessageKey, numeral, t } from '../i18n.ts';

const STEPS: readonly MessageKey[] = ['stepWay', 'stepRecovery', 'stepAccount'];

interface Props {
  /** Which of the three steps it is, from 1. */
  readonly step: 1 | 2 | 3;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One step of setting up, and where it stands among the three. */
export function FirstRunFrame({ step, title, children }: Props) {
  return (
    <>
      <ol class="steps" aria-label={t('stepsLabel')}>
        {STEPS.map((name, at) => {
          const isDone = at + 1 < step;
          const isCurrent = at + 1 === step;
          return (
            <li
              key={name}
              data-place={isDone ? 'done' : isCurrent ? 'current' : 'next'}
              {...(isCurrent && { 'aria-current': 'step' as const })}
            >
              <span class="step-mark" aria-hidden="true">
                {isDone ? <Check /> : numeral(at + 1)}
              </span>
              <span>{t(name)}</span>
              {isDone && <span class="visually-hidden">{t('setUpStepDone')}</span>}
            </li>
          );
        })}
      </ol>
      <Heading key={title}>{title}</Heading>
      {children}
    </>
  );
}
