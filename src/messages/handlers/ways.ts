import type { HandlersOf, Services } from '../services.ts';
import { announced } from './announced.ts';
import { readNewWay } from './key-material.ts';

export function wayHandlers({ vault, announceChange }: Services): HandlersOf<'ways'> {
  const told = (change: Promise<void>) => announced(change, announceChange);
  return {
    'ways.list': () => vault.knownWays(),
    'ways.add': (request) => told(vault.addWay(readNewWay(request))),
    'ways.replace': ({ id, by }) => told(vault.replaceWay(id, readNewWay(by))),
    'ways.remove': ({ id }) => told(vault.removeWay(id)),
    'ways.changeKey': () => told(vault.changeKey()),
    'ways.rename': ({ id, name }) => told(vault.renameWay(id, name)),
  };
}
