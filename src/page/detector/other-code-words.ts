import { anyOf } from './any-of.ts';

/** Codes of other kinds by their names (see channel-words.ts): a field that is called so is one for codes. */

export const RECOVERY = anyOf(
  /(?:recovery|back-?up|scratch|emergency|rescue|single-use)[ -](?:codes?|keys?|passcodes?|tokens?|phrase)\b/,
  /(?:wiederherstellung|backup|ersatz|notfall|sicherung|reserve|herstel|back-up|nood)s?[- ]?(?:codes?|schlussel)/,
  /cod(?:e|igo|ic[ei])s? (?:d[ei] )?(?:recup|secours|sauveg|respaldo|reserva|emerg|backup|ripris|riserva)/,
  /kod\w* (?:odzysk|zapas|awaryj)|(?:zapas|awaryj)\w+ kod|(?:kurtarma|yedek\w*) (?:kod|anahtar)/,
  /(?:リカバリー?|回復|復旧|バックアップ|予備)[の用]? ?(?:コード|キー)|(?:恢[复]|恢復|[备備]用|[备備]份|救援)(?:代?[码碼]|[验驗]|密|金)|(?:복구|백업|예비) ?(?:코드|키)/,
);

export const ACCESS_PASS = anyOf(
  /temporary access (?:pass|code)|(?:befristet|temporar)\w* zugriffs-?pass|(?:passe|code) d'acces tempor|(?:pase|passe|codigo|pass|codice) d[ei] acces[so]o? tempor|pass di accesso/,
  /tijdelijke toegang|tymczasow\w+ (?:kod\w* )?dost|gecici erisim|一時アクセス|[临臨][时時](?:访问|存取|訪問)|임시 (?:액세스|접근)/,
);

/** A bank's own ways, of which none is a code that Countersign could know. */
export const OF_BANK =
  /\b(?:photo|push|chip|qr|smart|app)-?tans?\b|(?<!sms-|m-)\btan\b|\bbank\w*[- ]app|card ?reader|kartenleser|pinsentry/u;
