/** How much is kept: a page has less that tells something. */
const MOST = 300;

/**
 * What is made of a text, and of nothing else, is kept for the next time: a page is read again and again, and hardly changes in
 * between. What is made of an element is kept for one pass only.
 */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size === MOST) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
