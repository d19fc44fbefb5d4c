/**
 * @typedef {'PhoneAppOTP' | 'PhoneAppNotification' | 'OneWaySMS' | 'TwoWayVoiceMobile' | 'AccessPass' | 'Recovery'} Method
 * @typedef {object} Config
 * @property {string} sPOST_Username
 * @property {number} iTotpOtcLength
 * @property {{ authMethodId: Method, isDefault: boolean }[]} arrUserProofs
 * @property {string} urlPost
 * @property {string} urlCancel
 * @property {string} sErrTxt
 * @property {string} sDisplaySign the number of a push approval; empty where none is to be matched
 * @property {'at-once' | 'late' | 're-rendered' | 'boxes'} appearance
 * @property {number} lateMs
 * @property {Record<'codeTitle' | 'codeText' | 'codeLabel' | 'codeMissing' | 'remember' | 'anotherWay' | 'verify' | 'cancel' | 'pickerTitle' | 'appTile' | 'smsTile' | 'smsText' | 'pushTitle' | 'pushText' | 'pushNumber' | 'pushTile' | 'voiceTile' | 'voiceText' | 'passTitle' | 'passText' | 'passLabel' | 'passTile' | 'recoveryTitle' | 'recoveryText' | 'recoveryLabel' | 'recoveryTile', string>} str
 */

export const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;
