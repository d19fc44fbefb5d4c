import { anyOf } from './any-of.ts';

/** The same as in decoy-words.ts, in labels, folded. */
export const DECOY_LABEL = anyOf(
  /captcha|(?:characters|letters|text|word|code|digits|numbers?) (?:(?:that )?you see|(?:shown |displayed )?(?:in|from|on) (?:the|this) (?:image|picture|box)|above|below)|promo|coupon|voucher|discount|gift|zip\b|post(?:al)? ?code|cv[vc]2?\b|csc\b|card\b|expir|(?:country|area|client|user|device|source|sort|branch|swift|class|room|order|booking|product|dial\w*|tax|game) (?:code|name|pin|key)\b|licen[sc]e|serial|invit|referral|search|lifetime|validity|valid for|window\b|time-?out|interval|(?:code|otp|token) (?:length|period|format|name)|number of|issuer|access token|api (?:key|token)|secret key|on your (?:tv|television)|meeting/,
  /im bild|spiel-?code|gutschein|rabatt|aktionscode|vorwahl|prufziffer|gultig|lebensdauer|gerate(?:code|name)|einladung|kortings|actiecode|cadeau|kaart|geldig/,
  /postal|de l'image|parrain|cryptogramme|carte\b|indicatif|duree|imagen|descuento|tarjeta|de pais|caducidad|duracion|immagine|sconto|fiscale|carta\b|durata|scadenza|imagem|convite|desconto|cartao|validade/,
  /pocztow|rabat|obrazka|zaprosz|karty|waznos|posta kodu|indirim|resim|gorsel|kart\b|davet|oyun|ulke/,
  /画像|クーポン|割引|カード|国番|有効|招待|[图圖][形片像]|[优優]惠|折扣|[礼禮]品|有效期|邀[请請]|推[荐薦]|이미지|쿠폰|할인|카드|유효|초대|추천|국가/,
);
