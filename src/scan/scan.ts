import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { exactOrigin } from '../origins/origin.ts';
import type { Collected } from '../page/collected.ts';
import type { Cut } from '../qr/grey.ts';
import type { Picture } from '../qr/picture.ts';
import { CollectedSchema } from './collected.ts';
import { cutsOf, sizeOfPng } from './cuts.ts';

/** What the browser says of a tab. */
export interface ScannedTab {
  readonly url?: string | undefined;
  readonly windowId: number;
  readonly active: boolean;
}

/** The part of the browser that a scan uses, in which {@link browserScan} hands in the real one. */
export interface ScanBrowser {
  tab(tabId: number): Promise<ScannedTab>;
  /** What the packaged script gives back. @param image the address of the image that the user pointed to */
  collect(tabId: number, image: string | undefined): Promise<unknown>;
  /** A PNG of what the window's tab shows, as a data: URL. */
  capture(windowId: number): Promise<string>;
  wait(ms: number): Promise<void>;
}

interface Decoders {
  readonly decodePictures: (pictures: readonly Picture[]) => Promise<readonly string[]>;
  /**
   * The texts of the codes on a picture.
   *
   * @param cuts where to look first, in its pixels
   * @param onlyCuts to look nowhere else; without it, all of it is looked at where the cuts give nothing
   */
  readonly decodeScreenshot: (
    dataUrl: string,
    cuts: readonly Cut[],
    onlyCuts: boolean,
  ) => Promise<readonly string[]>;
}

export interface ScanResult {
  /** Of all codes that were read, each once. */
  readonly texts: readonly string[];
  /** The https origin of the page around them. */
  readonly origin: string | undefined;
  readonly url: string | undefined;
  readonly looked: 'elements' | 'screenshot' | 'both';
}

/** Chrome gives two pictures a second, all tabs together. */
const CAPTURE_AGAIN_MS = 600;

/** Reads every QR code on the page of a tab, on the user's own act. */
export class Scan {
  readonly #browser: ScanBrowser;
  readonly #decoders: Decoders;
  /** Pictures of a tab are rationed, and the answer would be the same one. */
  readonly #underWay = new Map<string, Promise<ScanResult>>();

  constructor(browser: ScanBrowser, decoders: Decoders) {
    this.#browser = browser;
    this.#decoders = decoders;
  }

  /**
   * @param image the address of the image that the user pointed to: only it is read, where it can be told
   * @throws Fault `page-not-readable` where the browser lets us neither into the page nor take its picture
   */
  scanTab(tabId: number, image?: string): Promise<ScanResult> {
    const key = JSON.stringify([tabId, image]);
    const scan =
      this.#underWay.get(key) ?? this.#scan(tabId, image).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, scan);
    return scan;
  }

  async #scan(tabId: number, image: string | undefined): Promise<ScanResult> {
    const before = await this.#tab(tabId);
    const collected = await this.#collect(tabId, image);
    const drawn = collected ? await this.#decoders.decodePictures(collected.pictures) : [];
    const needsPicture = !collected || drawn.length === 0 || collected.unread.length > 0;
    const shown = needsPicture ? await this.#capture(tabId, before) : undefined;
    if (!collected && shown === undefined) throw notReadable();
    const seen = shown === undefined ? [] : await this.#decodeShown(shown, collected, drawn);
    // What was read belongs to the page that it was read from.
    if (!isSameSite(before, await this.#tab(tabId))) throw notReadable();
    return {
      texts: [...new Set([...drawn, ...seen])],
      origin: exactOrigin(before.url)?.origin,
      url: before.url,
      looked: shown === undefined ? 'elements' : collected ? 'both' : 'screenshot',
    };
  }

  async #tab(tabId: number): Promise<ScannedTab> {
    return this.#browser.tab(tabId).catch(() => {
      throw notReadable();
    });
  }

  /** Undefined where the browser keeps us out: its own pages, its store, its PDF viewer, or no act of the user. */
  async #collect(tabId: number, image: string | undefined): Promise<Collected | undefined> {
    const given = await this.#browser.collect(tabId, image).catch(() => undefined);
    const parsed = v.safeParse(CollectedSchema, given);
    return parsed.success ? parsed.output : undefined;
  }

  /** Undefined where no picture is to be had, or it would be one of another tab. */
  async #capture(tabId: number, before: ScannedTab): Promise<string | undefined> {
    const { windowId } = before;
    const isShown = async () => {
      const now = await this.#tab(tabId);
      return now.active && now.windowId === windowId && isSameSite(before, now);
    };
    if (!(await isShown())) return undefined;
    const dataUrl = await this.#browser.capture(windowId).catch(async (error: unknown) => {
      if (!/MAX_CAPTURE/u.test(String(error))) return undefined;
      await this.#browser.wait(CAPTURE_AGAIN_MS);
      return this.#browser.capture(windowId).catch(() => undefined);
    });
    return (await isShown()) ? dataUrl : undefined;
  }

  /** First where a code may be; of an image that was pointed to, only the image itself. */
  async #decodeShown(
    shown: string,
    collected: Collected | undefined,
    drawn: readonly string[],
  ): Promise<readonly string[]> {
    const { decodeScreenshot } = this.#decoders;
    const size = sizeOfPng(shown);
    if (!collected || !size) return decodeScreenshot(shown, [], false);
    const { unread, read, viewport, isOneImage } = collected;
    // Where a drawing came to nothing, the page may show it in another way: turned, or in other colours.
    const cuts = cutsOf(drawn.length > 0 ? unread : [...unread, ...read], viewport, size);
    const onlyCuts = isOneImage || drawn.length > 0;
    return onlyCuts && cuts.length === 0 ? [] : decodeScreenshot(shown, cuts, onlyCuts);
  }
}

/** A page may change its address as it goes on, also while it is read. */
function isSameSite(one: ScannedTab, other: ScannedTab): boolean {
  return exactOrigin(one.url)?.origin === exactOrigin(other.url)?.origin;
}

function notReadable(): Fault {
  return new Fault('page-not-readable', 'the browser does not let extensions read this page');
}
