import type { DigestItem } from './digest-item.js';
import { asks } from './sentence-shape.js';
import type { ScoredCandidate, ScoredUnit } from './scored-unit.js';
import { cosine } from './sparse-vector.js';

/** Above this cosine a sentence says again what was said. */
const REDUNDANT = 0.6;
/** Below this cosine a sentence does not show what the headline was about. */
const OFF_TOPIC = 0.2;
/** Support that talks to the reader adds nothing. */
const CHATTY = 0.4;
/** The sentence after a headline mostly says what it means. */
const EXPLAINS = 0.15;
const NOVELTY = 0.3;
/** Without a headline, sentences after this one lean on what went before. */
const LATEST_LEAD = 2;

/** A unit's story in one sentence, with its headline before it where the sentence alone would not do. */
export function briefItem(unit: ScoredUnit): DigestItem | undefined {
  if (unit.title !== undefined && unit.titleStands) return { sentences: [sentenceOf(unit.title)] };
  const lead = leadOf(unit);
  if (lead === undefined) return articleItem(unit);
  const needsTitle =
    unit.title !== undefined &&
    unit.titleVector !== undefined &&
    (!lead.standalone || cosine(lead.vector, unit.titleVector) < OFF_TOPIC);
  return needsTitle ? { headline: sentenceOf(unit.title), sentences: [lead.text] } : { sentences: [lead.text] };
}

/** A unit's story as one of the day's main ones: its headline, or else its best sentence, and one more sentence. */
export function mainItem(unit: ScoredUnit): DigestItem | undefined {
  const lead = unit.titleStands ? undefined : leadOf(unit);
  if (!unit.titleStands && lead === undefined) return undefined;
  const sentences = [lead, supportOf(unit, lead)].flatMap((part) => (part === undefined ? [] : [part.text]));
  if (unit.title === undefined) return { sentences };
  const headline = sentenceOf(unit.title);
  return sentences.length === 0 ? { sentences: [headline] } : { headline, sentences };
}

/** The best sentence that can stand alone, or follow the headline. */
function leadOf({ candidates, title }: ScoredUnit): ScoredCandidate | undefined {
  return best(
    candidates.filter(({ standalone, followsHeadline, order }) =>
      title === undefined ? standalone && order <= LATEST_LEAD : standalone || followsHeadline,
    ),
  );
}

/** The best sentence after the lead that adds to it (maximal marginal relevance, Carbonell and Goldstein 1998). */
function supportOf(unit: ScoredUnit, lead: ScoredCandidate | undefined): ScoredCandidate | undefined {
  const before = lead === undefined ? unit.titleVector : lead.vector;
  const fitting = unit.candidates.filter((candidate) => mayFollow(candidate, lead));
  const rated = fitting.map((candidate) => {
    const likeness = before === undefined ? 0 : cosine(before, candidate.vector);
    const explains = lead === undefined && candidate.order === 1 ? EXPLAINS : 0;
    return { ...candidate, likeness, score: candidate.score + explains - NOVELTY * likeness };
  });
  return best(rated.filter(({ likeness }) => likeness < REDUNDANT));
}

/** Whether a sentence may come after the lead, or, without one, after the headline. */
function mayFollow(candidate: ScoredCandidate, lead: ScoredCandidate | undefined): boolean {
  if (candidate.chattiness >= CHATTY || candidate.order <= (lead?.order ?? 0)) return false;
  return candidate.standalone || (lead === undefined ? candidate.followsHeadline : candidate.order === lead.order + 1);
}

function best(candidates: readonly ScoredCandidate[]): ScoredCandidate | undefined {
  let found: ScoredCandidate | undefined;
  for (const candidate of candidates) if (found === undefined || candidate.score > found.score) found = candidate;
  return found;
}

const ARTICLE_LENGTH = 200;

/** A post of which only the headline can be told, long or asking a question: said as what it is. */
function articleItem(unit: ScoredUnit): DigestItem | undefined {
  if (unit.title === undefined || unit.solicitation > 0) return undefined;
  if (unit.text.length < ARTICLE_LENGTH && !asks(unit.title)) return undefined;
  const title = unit.title.replaceAll('«', '„').replaceAll('»', '“');
  return { sentences: [`Опубликован материал «${title}».`] };
}

function sentenceOf(title: string | undefined): string {
  const text = title ?? '';
  return /[.!?]["»”)]?$/u.test(text) ? text : `${text}.`;
}
