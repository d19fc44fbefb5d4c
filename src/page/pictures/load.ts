/**
 * Loads a picture out of an address that holds it itself. Any other one would have to be fetched again, and a server
 * may answer the second time with another secret.
 */
export async function load(address: string): Promise<HTMLImageElement | undefined> {
  if (!/^(?:data|blob):/iu.test(address)) return undefined;
  const image = new Image();
  image.src = address;
  return image.decode().then(
    () => image,
    () => undefined,
  );
}
