/** Entra's code page (shared/MICROSOFT.md, "Entra sign-in"). A change at Microsoft is a change here. */
export const ENTRA = {
  code: 'input#idTxtBx_SAOTCC_OTC[name="otc"]',
  method: 'input[name="mfaAuthMethod"]',
  /** The value of `method` for codes of an authenticator app: ours. */
  appCode: 'PhoneAppOTP',
  error: '#idSpan_SAOTCC_Error_OTC',
  /** The address stands in its `title` where the text is cut. */
  account: '#displayName.identity',
  login: 'input[name="login"]',
} as const;
