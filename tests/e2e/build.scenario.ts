import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { measureBytes } from '../bench/page-bytes.ts';
import { builtExtension } from '../tools/build.ts';

const FOLDER = builtExtension(inject('browser'));

describe('the built extension', () => {
  test('has the manifest that was meant: least permissions, no doors, no network', async () => {
    const manifest = JSON.parse(await readFile(join(FOLDER, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: [
        ...['storage', 'unlimitedStorage', 'alarms', 'idle', 'clipboardWrite'],
        ...['activeTab', 'scripting', 'contextMenus'],
        ...(chromium() ? ['offscreen'] : []),
      ],
      host_permissions: [
        'https://mysignins.microsoft.com/*',
        'https://account.activedirectory.windowsazure.com/*',
        'https://account.live.com/*',
        'https://login.microsoftonline.com/*',
        'https://login.live.com/*',
        'https://countersign.invalid/*',
      ],
      // Asked for site by site, when an account of the site is added.
      optional_host_permissions: ['https://*/*'],
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
          "img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; worker-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types countersign",
      },
    });
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('optional_permissions');
    for (const script of manifest.content_scripts) expect(script).not.toHaveProperty('all_frames');
  });

  test('has an identity of its own that never changes', async () => {
    const manifest = JSON.parse(await readFile(join(FOLDER, 'manifest.json'), 'utf8'));
    if (chromium()) {
      expect(manifest.key).toMatch(/^MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A/u);
      expect(manifest.minimum_chrome_version).toBe('133');
    } else {
      expect(manifest.browser_specific_settings.gecko).toEqual({
        id: 'countersign@countersign.invalid',
        strict_min_version: '150.0',
        data_collection_permissions: { required: ['none'] },
      });
    }
  });

  test('draws nothing into pages, tells them nothing, and decodes nothing there', async () => {
    const scripts = await readdir(join(FOLDER, 'content-scripts'));
    expect(scripts.sort()).toEqual(['enrolment.js', 'sign-in.js']);
    for (const { script } of await measureBytes(FOLDER)) {
      const code = await readFile(join(FOLDER, script), 'utf8');
      expect(
        code.match(/attachShadow|showPopover|createElement|innerHTML|append(Child)?\(/gu),
      ).toBeNull();
      expect(code.match(/postMessage|CustomEvent|BroadcastChannel/gu)).toBeNull();
      expect(code, 'jsqr').not.toContain('inversionAttempts');
    }
  });

  test('keeps the scripts small that sites have to run', async () => {
    const most = {
      'content-scripts/sign-in.js': 15_000,
      // On every page of a site, and where that may have a field for a code.
      'site.js': 7_500,
      'attend-site.js': 21_000,
    };
    const measured = new Map(
      (await measureBytes(FOLDER)).map(({ script, gzipped }) => [script, gzipped]),
    );
    for (const [script, bytes] of Object.entries(most)) {
      expect(measured.get(script), script).toBeLessThanOrEqual(bytes);
    }
  });

  test('keeps the decoder off the start of the background', async () => {
    expect(await readFile(join(FOLDER, 'background.js'), 'utf8')).not.toContain(
      'inversionAttempts',
    );
  });

  function chromium(): boolean {
    return inject('browser') === 'chromium';
  }
});
