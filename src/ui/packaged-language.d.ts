/** The file of a language as it is in the package (`packaged-messages.ts`). */
declare module '/_locales/*' {
  const messages: Readonly<Record<string, { readonly message: string }>>;
  export default messages;
}
