import { useEffect, useRef } from 'preact/hooks';
import { openDecoder } from '../../../qr/page-decoder.ts';
import { type Confirmed, isAccount } from '../../enrolment/finding.ts';
import { t } from '../../i18n.ts';
import { LateProgress } from '../../kit/late-progress.tsx';
import { Warning } from '../../notice.tsx';
import './add.css';
import { AddedList } from './added-list.tsx';
import { focusLater } from './focus-later.ts';
import { Found } from './found.tsx';
import { PicturesCard } from './pictures-card.tsx';
import { TextCard } from './text-card.tsx';
import { linesOf } from './texts.ts';
import { TypedCard } from './typed-card.tsx';
import { useCamera } from './use-camera.ts';
import { useFiles } from './use-files.ts';
import { useHandedIn } from './use-handed-in.ts';
import { useIntake } from './use-intake.ts';

/** Where accounts are added by all that is no page: pictures, the camera, text, by hand. */
export function AddSection() {
  const intake = useIntake();
  const decoder = useDecoder();
  const found = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  /** What the camera saw since it was started, so that each code is read once. */
  const seen = useRef(new Set<string>());

  /** Moves the focus on from where the user handed in the last files. */
  const focusFromFiles = useRef(focusLater());

  const showFound = (focus: ReturnType<typeof focusLater>) =>
    requestAnimationFrame(() => focus(found.current));
  /** What was said of the last files, or of the camera, is past. */
  const dismiss = () => {
    files.forget();
    camera.dismiss();
  };
  const onText = async (text: string): Promise<boolean> => {
    const focus = focusLater();
    dismiss();
    const found = (await intake.read(linesOf(text), false)) ?? [];
    if (found.length > 0) showFound(focus);
    return found.some(isAccount);
  };
  const onFileTexts = async (texts: readonly string[]) => {
    const found = (await intake.read(texts, false)) ?? [];
    if (found.length > 0) showFound(focusFromFiles.current);
  };
  const onSeen = async (texts: readonly string[]) => {
    const unseen = texts.filter((text) => !seen.current.has(text));
    for (const text of unseen) seen.current.add(text);
    // The focus stays where it is: the next code is to be seen.
    if (unseen.length > 0) await intake.read(unseen, true);
  };
  const onTyped: typeof intake.type = async (typed) => {
    const focus = focusLater();
    dismiss();
    await intake.type(typed);
    showFound(focus);
  };
  const onAdd = async (confirmed: readonly Confirmed[]) => {
    const focus = focusLater();
    dismiss();
    // The button is gone then.
    if (await intake.add(confirmed)) focus(said.current);
  };
  const onClear = async () => {
    const focus = focusLater();
    dismiss();
    seen.current.clear();
    await intake.clear();
    focus(said.current);
  };

  const files = useFiles(decoder, onFileTexts);
  const camera = useCamera(decoder, onSeen);
  const onFiles = (chosen: readonly File[]) => {
    focusFromFiles.current = focusLater();
    camera.dismiss();
    void files.read(chosen);
  };
  const isOver = useHandedIn({ onFiles, onText: (text) => void onText(text) });

  const { findings = [], transfer } = intake.shown.value ?? {};
  const working = intake.working.value;
  return (
    <section class="add stack" aria-labelledby="add-title">
      <h1 id="add-title">{t('addTitle')}</h1>
      <PicturesCard
        files={files}
        camera={camera}
        onFiles={onFiles}
        onStopCamera={() => {
          seen.current.clear();
          camera.stop();
        }}
      />
      {intake.problem.value && <Warning>{intake.problem.value}</Warning>}
      <p class="said" id="add-said" role="status" ref={said} tabIndex={-1}>
        {intake.said.value}
      </p>
      <AddedList added={intake.added.value} />
      {/* biome-ignore lint/a11y/useSemanticElements: no set of fields. */}
      <div class="found stack" role="group" aria-label={t('foundTitle')} ref={found} tabIndex={-1}>
        <Found findings={findings} transfer={transfer} onAdd={onAdd} onClear={onClear} />
      </div>
      <LateProgress
        label={working?.label ?? ''}
        value={working?.done}
        max={working?.of}
        onCancel={working?.stop}
      />
      <TextCard onText={onText} />
      <TypedCard onTyped={onTyped} />
      {isOver.value && (
        <p class="drop-here" aria-hidden="true">
          {t('dropHere')}
        </p>
      )}
    </section>
  );
}

/** One decoder for the page, which ends with it. */
function useDecoder() {
  const decoder = useRef<ReturnType<typeof openDecoder> | undefined>(undefined);
  decoder.current ??= openDecoder();
  const opened = decoder.current;
  useEffect(() => () => opened.close(), [opened]);
  return opened;
}
