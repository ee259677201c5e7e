import { cleanText } from './clean-text.js';
import { withoutSignOff } from './sign-off.js';

/** What gives advertising away. */
export type AdvertisingSign =
  | 'token'
  | 'notice'
  | 'hashtag'
  | 'label'
  | 'promo_code'
  | 'giveaway'
  | 'channel_promotion'
  | 'paid_link'
  | 'call_to_action'
  | 'offer';

/** Words of the slow expressions: where none of them stands, those need not be asked. */
const AD_WORD = /реклам|erid|промо|партн/i;
const PRIZE_WORD = /розыгрыш|разыгр|giveaway|мы дарим/i;
const SLOW: ReadonlySet<AdvertisingSign> = new Set(['token', 'notice', 'label', 'promo_code']);

/** One of these proves it: the marks that the law asks for, and what no news carries. */
const PROOFS: readonly (readonly [AdvertisingSign, RegExp])[] = [
  ['token', /(?:^|[^\p{L}\p{N}])erid["'»*_\s]*[=:\s-]["'«*_\s]*[a-z0-9]{8,}/iu],
  [
    'notice',
    /(?:^|[^\p{L}])реклама[\s.,:*_\](]*(?:рекламодатель|ооо|оао|зао|пао|ао|ип|ано|нко|фгбу|фгуп|гк|инн|самозанят)(?=[^\p{L}]|$)|(?:^|\n)[^\p{L}\n]*рекламодатель\s*[:—-]/iu,
  ],
  ['notice', /\[[^\p{L}\]]*(?:информация )?о рекламодателе[^\p{L}\]]*\]\(/iu],
  [
    'notice',
    /(?:^|\n)[^\p{L}\n[]*\[[^\p{L}\]]*реклама[^\p{L}\]]*\]\((?!https?:\/\/t\.me)[^)\s]*\)[^\p{L}\n]*(?:\n|$)/iu,
  ],
  [
    'hashtag',
    /#(?:реклама|промо|партн[её]рск\p{L}+|спонсорск\p{L}+|ad|ads|advertising|promo|sponsored)(?![\p{L}\p{N}_])/iu,
  ],
  [
    'label',
    /на правах рекламы|(?:^|\n)[^\p{L}\n]*(?:реклама|промо|(?:партн[её]рск|рекламн)\p{L}+ (?:пост|материал|публикация|интеграция|проект))[^\p{L}\n]*(?:\n|$)/iu,
  ],
  [
    'paid_link',
    /[?&]utm_\w+=[^&\s)]*(?:(?<![a-z])(?:posev|seed(?:ing)?|cpa|cpc|cpm|smads|paid)(?![a-z])|smm_banner|_rk_)/iu,
  ],
  [
    'promo_code',
    /(?:^|[^\p{L}])(?:[Пп]о|[Сс]|[Вв]вед\p{L}+|[Ии]спользу\p{L}+|[Пп]римен\p{L}+|[Аа]ктивиру\p{L}+|[Уу]каж\p{L}+)\s+(?:наш\p{L}+\s+)?[Пп]ромокод\p{L}*[\s:—«"'*_`-]{1,8}[A-ZА-ЯЁ][A-ZА-ЯЁ0-9_-]{3,}/u,
  ],
];

const GIVEAWAY =
  /розыгрыш(?!\p{L}*\s+(?:куб|лиг|чемпионат|супер|евро|сезон|мяч))|разыгр(?:ыва|а)\p{L}+|(?:^|[^\p{L}])(?:giveaway|мы дарим)/iu;
const GIVEAWAY_TERMS =
  /подпи(?:сат|сыва|шит|сан)\p{L}*|услови\p{L}+ участия|для участия|участвуй\p{L}*|(?:принимай|примит)\p{L}* участие|итоги\s+(?:[—–-]\s*\d|всех)|напоминаем про|наш\p{L}* розыгрыш|результаты розыгрыша/iu;

const INVITATION = /t\.me\/(?:\+|joinchat\/|addlist\/)[\w-]{6,}/iu;
const THREE_INVITATIONS = /(?:t\.me\/(?:\+|joinchat\/)[\w-]{6,}[^]*?){3}/iu;
const CHANNEL_CALL =
  /подпи(?:сат|сыва|шит)\p{L}*|вступа(?:й|ть)\p{L}*|присоединя(?:й|йтесь|ться)\p{L}*|добавляй\p{L}*|сохраняйте в подписк|(?:нов|свеж)\p{L}+ (?:канал|проект)|ссылк\p{L}+ (?:скоро )?удал/iu;
const AD_SALE = /(?:купить|заказать|разместить) (?:у нас )?рекламу/iu;
const MENTION = /(?:^|[^\w/])@[a-z]\w{3,31}/iu;

/** Links that a click is counted on for money, and short ones, which hide that. */
const PAID_LINK = new RegExp(
  [
    String.raw`(?:[?&]|%26|%3F)utm_(?:medium|source|campaign|content|term)=[^&\s)]*(?:\bfix\b|adv|promo|banner|partner|_pr\b|\bpr\b|\bads?\b|pr_post)`,
    String.raw`[?&](?:pub_id|partner_?id|clckid|aff_?id|clid)=|%26clid`,
    String.raw`\]\(https?:\/\/(?:bit\.ly|clck\.ru|vk\.cc|goo\.su|tinyurl\.com|\w+\.onelink\.me|trk\.\w+\.\w+)\/`,
    String.raw`(?:^|\s)https?:\/\/(?:bit\.ly|clck\.ru|goo\.su)\/`,
  ].join('|'),
  'iu',
);
const CALL_TO_ACTION =
  /(?:^|[^\p{L}])(?:регистрируй|зарегистрир|записывай|запишит|забронир|бронируй|покупай|купит|закаж|заказывай|оформи|оформля|успей|забирай|забери|заберит|скачай|скачива|скачать|переходи|участвуй|присоединяй|попробуй|подключай|подключит|получи|узнай|жми|погнали|начинай|играть|подавай|подайте)\p{L}*/iu;
const OFFER =
  /скидк\p{L}+|кешб[эе]к|кэшб[эе]к|выгод\p{L}+|бонус\p{L}*|бесплатн\p{L}+ (?:урок|курс|вебинар|интенсив|консультац)\p{L}*|акци[яи] |рассрочк\p{L}+|распродаж\p{L}+|приз\p{L}{0,3}(?=[^\p{L}])|подар(?:ок|ки|ков)|количество (?:мест )?ограничен|места? ограничен/iu;

/**
 * The signs that make a post advertising; none when it is not. One proof is enough, wherever it stands; calls, offers
 * and paid links only count together and above the channel's sign-off, so that news about discounts or about the
 * advertising market stays news, and so does everything of a channel that asks to subscribe under each post.
 *
 * @param markdown - the post as its source gives it, links with their addresses.
 * @param body - the same without the channel's sign-off, where that is known already.
 */
export function advertisingSigns(
  markdown: string,
  body = withoutSignOff(cleanText(markdown)),
): readonly AdvertisingSign[] {
  const worded = AD_WORD.test(markdown);
  const proofs = PROOFS.filter(([sign, pattern]) => (worded || !SLOW.has(sign)) && pattern.test(markdown)).map(
    ([sign]) => sign,
  );
  return [...new Set([...proofs, ...combinedSigns(body)])];
}

/** Says whether a post advertises something; takes what {@link advertisingSigns} takes. */
export function isAdvertising(markdown: string, body?: string): boolean {
  return advertisingSigns(markdown, body).length > 0;
}

/** Every pattern of a combination must be found. */
const COMBINATIONS: readonly (readonly [readonly AdvertisingSign[], readonly RegExp[]])[] = [
  [['giveaway'], [PRIZE_WORD, GIVEAWAY, GIVEAWAY_TERMS]],
  [['channel_promotion'], [INVITATION, CHANNEL_CALL]],
  [['channel_promotion'], [THREE_INVITATIONS]],
  [['label'], [AD_SALE, MENTION]],
  [
    ['paid_link', 'call_to_action'],
    [PAID_LINK, CALL_TO_ACTION],
  ],
  [
    ['paid_link', 'offer'],
    [PAID_LINK, OFFER],
  ],
];

function combinedSigns(markdown: string): readonly AdvertisingSign[] {
  return COMBINATIONS.filter(([, patterns]) => patterns.every((pattern) => pattern.test(markdown))).flatMap(
    ([signs]) => signs,
  );
}
