/** Entra's pages (shared/MICROSOFT.md, "Entra sign-in"). A change at Microsoft is a change here. */
export const ENTRA = {
  code: 'input#idTxtBx_SAOTCC_OTC[name="otc"]',
  /** The same as boxes, each with its number at the end. */
  boxes: 'input[id^="idTxtBx_SAOTCC_OTC_"]',
  method: 'input[name="mfaAuthMethod"]',
  /** The values of `method` for codes of an authenticator app, which are ours, and for its push approvals. */
  appCode: 'PhoneAppOTP',
  pushApproval: 'PhoneAppNotification',
  error: '#idSpan_SAOTCC_Error_OTC',
  submit: '#idSubmit_SAOTCC_Continue',
  /** The address stands in its `title` where the text is cut. */
  account: '#displayName.identity',
  login: 'input[name="login"]',
  /** The page that waits for an approval, and its number. */
  push: '#idDiv_SAOTCAS_Title, #idRichContext_DisplaySign',
  anotherWay: '#signInAnotherWay, #idDiv_SAOTCS_HavingTrouble a',
  list: '#idDiv_SAOTCS_Proofs',
  appTile: '#idDiv_SAOTCS_Proofs [data-value="PhoneAppOTP"]',
} as const;

/** Those of personal accounts (shared/MICROSOFT.md, "Personal accounts"). */
export const LIVE = {
  /** The form is the same for a code that was sent. */
  form: 'form[name="OneTimeCodeViewForm"]',
  code: 'input#otc-confirmation-input, input[name="otc"]',
  boxes: 'input[id^="codeEntry-"]',
  /** Never ours. */
  sentCode: '#idTxtBx_OTC_Password',
  error: '[data-testid="error"], form[name="OneTimeCodeViewForm"] [role="alert"]',
  submit: '#oneTimeCodePrimaryButton',
  account: '[data-testid="identityBanner"]',
  push: '[data-testid="displaySign"]',
  anotherWay: '#otherWays, #signInAnotherWay',
  tiles: '[data-testid="tile"]',
  appTile: '[data-testid="tile"][data-value="PhoneAppOTP"]',
} as const;
