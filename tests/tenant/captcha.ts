/** What the captcha's picture shows, always: whoever can see solves it, and no program is meant to. */
export const CAPTCHA_ANSWER = 'H7KQ2';

/** The picture as SVG in a `data:` address, its characters drawn askew. */
export const CAPTCHA_PICTURE = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="220" height="70"><rect width="220" height="70" fill="#eef"/>${Array.from(
    CAPTCHA_ANSWER,
    (character, index) =>
      `<text x="${20 + index * 38}" y="48" font-size="36" font-family="serif" transform="rotate(${index % 2 ? -14 : 11} ${30 + index * 38} 40)">${character}</text>`,
  ).join('')}<path d="M5 40Q60 5 110 40T215 30" fill="none" stroke="#446" stroke-width="2"/></svg>`,
)}`;

export function solvesCaptcha(answer: string | null): boolean {
  return answer?.trim().toUpperCase() === CAPTCHA_ANSWER;
}
