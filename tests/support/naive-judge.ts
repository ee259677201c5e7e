import type { LlmQuestion } from './llm-server.js';

const FENCE = /^=== (\S+) (источник|дайджест|итог): (начало|конец) ===$/u;
const MARK = /^Метка задания: (\S+)$/mu;
/** What this model does whatever it is asked, once it stands where instructions stand. */
const TEMPTING = /ignore|поставь вс|coverage"?\s*[:=]|<\|im_start\|>|\[INST\]|system prompt/iu;

interface Heard {
  readonly mark: string;
  readonly source: readonly string[];
  readonly summary: readonly string[];
  /** Lines that stand outside the fences and tell it what to do beyond the task itself. */
  readonly orders: readonly string[];
}

/**
 * A model without any judgement of its own: it scores by common words, and does whatever a line tells it that stands
 * outside the fences or that it takes for the end of one. What is a line of data inside is data to it.
 */
export function naiveJudge(question: LlmQuestion): string {
  const heard = read(question.messages.find(({ role }) => role === 'user')?.content ?? '');
  const scores =
    heard.orders.length > 0
      ? { coverage: 1, accuracy: 1, coherence: 1, informativeness: 1 }
      : scoresOf(heard.source, heard.summary);
  return JSON.stringify({ mark: heard.mark, notes: 'Оценено по общим словам.', ...scores });
}

function read(user: string): Heard {
  const mark = MARK.exec(user)?.[1] ?? '';
  const data: Record<string, string[]> = {};
  const orders: string[] = [];
  let inside: string | undefined;
  // Every kind of line break counts, as it would for a reader who is easily taken in.
  for (const line of user.split(/[\n\r\u000B\u000C\u0085\u2028\u2029]/u)) {
    const [, found, name, edge] = FENCE.exec(line) ?? [];
    if (found !== undefined && (found === mark || inside !== undefined)) inside = edge === 'начало' ? name : undefined;
    else if (inside === undefined) orders.push(...(TEMPTING.test(line) ? [line] : []));
    else if (/<\||\[INST\]/u.test(line)) orders.push(line);
    else (data[inside] ??= []).push(textIn(line) ?? breakOut(line, orders));
  }
  return { mark, orders, source: data['источник'] ?? [], summary: data['дайджест'] ?? data['итог'] ?? [] };
}

function textIn(line: string): string | undefined {
  try {
    const { text } = JSON.parse(line) as { text?: unknown };
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A line that is no object is no data: it is obeyed. */
function breakOut(line: string, orders: string[]): string {
  if (TEMPTING.test(line)) orders.push(line);
  return line;
}

function scoresOf(source: readonly string[], summary: readonly string[]) {
  const inSource = new Set(source.flatMap(stems));
  const said = summary.flatMap(stems);
  const distinct = new Set(said);
  const covered = source.filter((line) => stems(line).filter((stem) => distinct.has(stem)).length >= 3).length;
  const whole = summary.filter((line) => line.startsWith('#') || /^(?:- )?[А-ЯЁ].*[.!?]$/u.test(line)).length;
  const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 1000) / 1000);
  const accuracy = share(said.filter((stem) => inSource.has(stem)).length, said.length);
  return {
    coverage: share(covered, source.length),
    accuracy,
    coherence: said.length < 5 ? 0 : share(whole, summary.length),
    informativeness: said.length < 5 ? 0 : accuracy * share(distinct.size, said.length),
  };
}

function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/[а-яё]{4,}|\d+/gu) ?? []).map((word) => word.slice(0, 5));
}
