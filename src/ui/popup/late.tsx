import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { adoptLinkedStyles } from './adopt-linked-styles.ts';

/** A component that is loaded when it is first drawn; `ready` loads it before that. */
export type Late<Props> = FunctionComponent<Props> & { readonly ready: () => Promise<void> };

/** For parts that few openings of the popup show: the others do not wait for them. */
export function late<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): Late<Props> {
  let Loaded: FunctionComponent<Props> | undefined;
  const ready = async () => {
    Loaded = await load();
    adoptLinkedStyles();
  };
  const LatePart: FunctionComponent<Props> = (props) => {
    const [, setLoaded] = useState(false);
    useEffect(() => {
      if (!Loaded) void ready().then(() => setLoaded(true));
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  };
  return Object.assign(LatePart, { ready });
}
