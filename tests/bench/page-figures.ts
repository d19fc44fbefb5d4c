import { openMeasured } from './page-browser.ts';
import { measureBytes, type ScriptBytes } from './page-bytes.ts';
import { type DetectorFigure, measureDetector } from './page-detector.ts';
import { grantPageHost } from './page-extension.ts';
import { servePages } from './page-server.ts';
import { measurePages, type PageSpeed } from './page-speed.ts';
import { pageTargets } from './page-targets.ts';
import type { Target } from './qr-targets.ts';

export interface PageFigures {
  readonly pages: readonly PageSpeed[];
  readonly detector: readonly DetectorFigure[];
  readonly bytes: readonly ScriptBytes[];
  readonly targets: readonly Target[];
}

/** What the extension takes in the pages of other sites, in Chromium. */
export async function measurePage(
  builtExtension: string,
  tell: (line: string) => void,
): Promise<PageFigures> {
  const bytes = await measureBytes(builtExtension);
  const served = await servePages();
  const extension = await grantPageHost(builtExtension);
  try {
    const plain = await openMeasured(served.proxyPort);
    try {
      const detector = await measureDetector(plain, tell);
      const extended = await openMeasured(served.proxyPort, extension.folder);
      try {
        const pages = await measurePages(plain, extended, tell);
        const figures = { pages, detector, bytes };
        return { ...figures, targets: pageTargets(figures) };
      } finally {
        await extended.close();
      }
    } finally {
      await plain.close();
    }
  } finally {
    await extension.remove();
    await served.close();
  }
}
