/** Six digits as 3+3, eight as 4+4, seven as 3+4: short groups are read without losing the place. */
export function formatCode(code: string): string {
  const half = Math.floor(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
