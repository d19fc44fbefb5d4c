import { onChanged, onFill } from '../messages/client.ts';
import { Queue } from '../queue.ts';
import { ByHand } from './by-hand.ts';
import { ByItself } from './by-itself.ts';
import { Challenges } from './challenges.ts';
import { coalesce } from './coalesce.ts';
import { nameDocument, tellLeft } from './document-name.ts';
import { Filler } from './filler.ts';
import type { SitePages } from './found.ts';
import type { PushPage } from './push-page.ts';
import { Refusals } from './refusals.ts';

/** What else a script attends on its pages. */
interface Beside {
  readonly look: () => void;
  readonly lookAnew: () => void;
}

/** What only Microsoft's pages have: other sites do not get what deals with it. */
interface More {
  readonly Push?: typeof PushPage;
  readonly beside?: Beside | undefined;
}

/**
 * Attends a document in which codes may be asked for. `watch` calls back when the page changed, or is on show again.
 */
export function attendSignIn(
  pages: SitePages,
  watch: (look: () => void) => void,
  { Push, beside }: More = {},
): void {
  const page = nameDocument();
  const challenges = new Challenges();
  const refusals = new Refusals();
  const filler = new Filler(pages, challenges, refusals);
  const parts = { page, pages, challenges, refusals, filler, lookAgain: () => attend() };
  const byItself = new ByItself(parts);
  const byHand = new ByHand(parts);
  const push = Push && new Push(parts);
  const queue = new Queue();
  let wants = false;

  const attend = coalesce(() =>
    queue.run(async () => {
      if (document.hidden) return;
      const found = pages.find();
      challenges.looked(pages, found);
      refusals.see(found, () => ({ page, ...pages.shown(found.field) }));
      await byHand.attend();
      const isOpen = found.field !== undefined && filler.isOpen(found.field);
      if (isOpen || found.push || byHand.isPending) wants = true;
      else if (wants) {
        wants = false;
        await tellLeft(page);
      }
      // What the user means comes first: both may be waiting for the same code.
      if (!byHand.isPending) await byItself.attend(found);
      await push?.attend(found);
    }),
  );
  watch(() => {
    attend();
    beside?.look();
  });
  const lookAnew = () => {
    byHand.changed();
    byItself.changed();
    push?.changed();
    attend();
    beside?.lookAnew();
  };

  onChanged(lookAnew);
  onFill(() => queue.run(() => byHand.begin()));
  // What a page makes up itself is not trusted, and counts for nothing.
  const sent = ({ isTrusted }: Event) => {
    if (isTrusted) challenges.sent(pages);
  };
  // A page that sends its form itself tells only that it gathers what is in there.
  for (const type of ['submit', 'formdata']) {
    addEventListener(type, sent, { capture: true, passive: true });
  }
  // What the user wants in a frame, the page itself may have no field for.
  document.addEventListener('visibilitychange', ({ isTrusted }) => {
    if (isTrusted && byHand.isPending) attend();
  });
  // Back from the browser's cache of pages: it is as it was left, so that no change tells of it.
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (isTrusted && persisted) lookAnew();
  });
}
