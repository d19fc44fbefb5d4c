declare module 'virtual:packed-words' {
  /** Passwords, words and names, as `packWords` has them. */
  export const words: string;
  /** The list for dice, which zxcvbn rates by its length. */
  export const diceware: string;
  /** Days, months, planets and the like, each in its order. */
  export const short: Readonly<Record<string, string[]>>;
}
