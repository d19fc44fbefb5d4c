import type { World } from './world.ts';

/**
 * As if time steps had passed: of every account the extension may give a code at once, and the tenant takes one that it
 * has taken before. Where a code went, and whether it was filled in, stays known.
 */
export async function passPeriod({ browser, tenant }: World): Promise<void> {
  tenant.passPeriod();
  await browser.background(ageReleases);
}

/**
 * As if minutes had passed: the same, and how often codes were filled in, and that the last one was filled in just now,
 * is forgotten. For the time before a sign-in begins, and not for the midst of one.
 */
export async function passMinutes(world: World): Promise<void> {
  await passPeriod(world);
  await world.browser.background(forgetFills);
}

async function ageReleases(): Promise<void> {
  const { 'approvals.releases': releases = {} } = await chrome.storage.session.get();
  const aged = Object.entries(releases as Record<string, { step: number }>).map(([id, last]) => {
    // A counter is never so far: it has no time, and keeps its place.
    const isOfTime = last.step > 1_000_000;
    return [id, isOfTime ? { ...last, step: last.step - 10 } : last];
  });
  await chrome.storage.session.set({ 'approvals.releases': Object.fromEntries(aged) });
}

async function forgetFills(): Promise<void> {
  const keys = Object.keys(await chrome.storage.session.get());
  await chrome.storage.session.remove(
    keys.filter((key) => key === 'signIn.fills' || key.startsWith('signIn.lastFill.')),
  );
}
