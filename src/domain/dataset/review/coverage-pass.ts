import { counted } from '../../text/russian-plural.js';
import type { IndexedPost, PostIndex } from './post-index.js';
import type { Remark } from './pass-result.js';
import { quoted } from './quoted.js';
import type { DigestTrace } from './trace-digest.js';

/** What the coverage pass found. */
export interface CoverageOutcome {
  /** Posts that have words at all. */
  readonly posts: number;
  readonly covered: number;
  readonly summary: string;
  readonly remarks: readonly Remark[];
}

const ADVICE = 'Добавьте в дайджест по предложению о пропущенных постах, начиная с самых подробных.';

/** Looks for posts that no sentence of the summary retells; the longest come first. */
export function coveragePass(index: PostIndex, { covered }: DigestTrace): CoverageOutcome {
  const readable = [...index.posts.entries()].filter(([, { size }]) => size > 0);
  const missed = readable
    .filter(([place]) => !covered.has(place))
    .map(([, post]) => post)
    .sort((one, other) => other.size - one.size);
  const found = readable.length - missed.length;
  return {
    posts: readable.length,
    covered: found,
    summary: summaryOf(readable.length, missed.length),
    remarks: missed.map(remark),
  };
}

function summaryOf(posts: number, missed: number): string {
  if (posts === 0) return 'Сравнивать не с чем: в постах дня нет текста.';
  if (missed === 0) return `Замечаний нет: дайджест отражает все посты дня (${posts}).`;
  const share = Math.round((100 * (posts - missed)) / posts);
  return `Дайджест отражает постов: ${posts - missed} из ${posts} (${share} %). Пропущено: ${missed}.`;
}

function remark({ name, lead, messageId, size }: IndexedPost): Remark {
  const where = messageId === undefined ? 'В посте' : `В посте (сообщение ${messageId})`;
  const words = counted(size, ['значимое слово', 'значимых слова', 'значимых слов']);
  const start = lead === '' ? '' : ` Дальше в нём: ${quoted(lead)}.`;
  return {
    title: `Пост ${quoted(name)} не отражён`,
    description: `${where} ${words}, но ни одно предложение дайджеста его не пересказывает.${start}`,
    advice: ADVICE,
  };
}
