import { decodeBase64 } from '../../encoding/base64.ts';
import type { HandlersOf, Services } from '../services.ts';

export function firstRunHandlers({ firstRun }: Services): HandlersOf<'firstRun'> {
  return {
    'firstRun.get': () => firstRun.state(),
    'firstRun.made': ({ way, name }) => firstRun.made(way, name),
    'firstRun.recoveryCode': async ({ way, material, name }) => ({
      recoveryCode: await firstRun.recoveryCode({ way, material: decodeBase64(material), name }),
    }),
    'firstRun.beginAnew': () => firstRun.beginAnew(),
    'firstRun.finish': () => firstRun.finish(),
  };
}
