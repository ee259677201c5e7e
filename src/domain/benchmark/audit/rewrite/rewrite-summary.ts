import { sentencesOf } from '../../../text/sentences.js';
import { listMark, mapItems } from '../defects/summary-lines.js';
import { rewriteAliases } from './aliases.js';
import { reorderSentence } from './clause-order.js';
import { rewriteDates } from './date-formats.js';
import { rewriteNumbers } from './number-formats.js';
import { rewriteNumberWords } from './number-words.js';
import { rewriteParticiples } from './participles.js';
import { rewritePhrases } from './phrases.js';
import { rewriteSuperlatives } from './superlatives.js';
import { replaceSynonyms } from './synonyms.js';

/*
 * The words and rules of the rewrite are its own on purpose: a judge that knows the same lists would be audited with its
 * own answers. Nothing in this folder may be imported by a judge, and nothing of a judge may be imported here.
 */

const STEPS = [
  rewritePhrases,
  rewriteDates,
  rewriteNumberWords,
  rewriteNumbers,
  rewriteParticiples,
  rewriteAliases,
  rewriteSuperlatives,
  replaceSynonyms,
];

/**
 * Says the same in other words, other forms and another order of clauses: facts, headings and the order of items stay,
 * and so do quotations and links. Deterministic.
 */
export function rewriteSummary(summary: string): string {
  return mapItems(summary, (item) => {
    const mark = listMark(item);
    return mark + rewriteText(item.slice(mark.length));
  });
}

function rewriteText(text: string): string {
  const kept: string[] = [];
  const open = text.replace(KEPT, (found) => String.fromCharCode(FIRST_MARK + kept.push(found) - 1));
  const reordered = sentencesOf(open).map(reorderSentence).join(' ');
  const rewritten = STEPS.reduce((result, step) => step(result), reordered);
  return rewritten.replace(MARK, (mark) => kept[mark.charCodeAt(0) - FIRST_MARK] ?? mark);
}

/** What nobody rewrites: titles in quotes, links, code. */
const KEPT = /«[^»]*»|\[[^\]]*\]\([^)]*\)|https?:\/\/\S+|`[^`]*`/gu;
/** Characters for private use stand for what is kept: no rule knows them. */
const FIRST_MARK = 0xe000;
const MARK = /[\uE000-\uF8FF]/gu;
