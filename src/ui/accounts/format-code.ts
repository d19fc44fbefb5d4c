/** The shortest code that is read in groups: Steam's five characters are one. */
const LEAST_GROUPED = 6;

/** Six digits as 3+3, eight as 4+4, seven as 3+4: short groups are read without losing the place. */
export function formatCode(code: string): string {
  if (code.length < LEAST_GROUPED) return code;
  const half = Math.floor(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
