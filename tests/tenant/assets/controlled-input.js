/**
 * Makes a field what React calls controlled. The page's own sets of `value` go through a property on
 * the element itself, which remembers them; an event then counts only if the field holds something
 * else than was remembered. So a script in the page's world that sets `value` and sends `input` is
 * not heard, while typing, the native setter and a script in another world are.
 *
 * @param {HTMLInputElement} field
 * @param {(value: string) => void} onChange
 */
export function control(field, onChange) {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  if (!native?.get || !native.set) return;
  const read = () => String(native.get?.call(field));
  let known = read();

  Object.defineProperty(field, 'value', {
    configurable: true,
    enumerable: true,
    get: read,
    set(value) {
      known = String(value);
      native.set?.call(field, known);
    },
  });

  for (const type of ['input', 'change']) {
    field.addEventListener(type, () => {
      if (read() === known) return;
      known = read();
      onChange(known);
    });
  }
}
