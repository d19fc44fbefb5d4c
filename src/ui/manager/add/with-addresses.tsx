/** The beginning of an address, such as `otpauth://`. */
const SCHEME = /([a-z][a-z-]*:\/\/)/u;

/** A sentence that names addresses: where it runs from right to left, each keeps its own direction. */
export function WithAddresses({ text }: { text: string }) {
  return (
    <>
      {text.split(SCHEME).map((part) =>
        SCHEME.test(part) ? (
          <bdi key={part} dir="ltr">
            {part}
          </bdi>
        ) : (
          part
        ),
      )}
    </>
  );
}
