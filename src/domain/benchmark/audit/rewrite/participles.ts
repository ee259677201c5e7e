const GENDERS: Readonly<Record<string, number>> = { ий: 0, ийся: 0, ая: 1, аяся: 1, ую: 1, уюся: 1, ей: 1, ейся: 1 };
const MORE: Readonly<Record<string, number>> = { ее: 2, ееся: 2, ие: 3, иеся: 3, их: 3, ихся: 3, ими: 3, имися: 3 };
const ENDINGS: Readonly<Record<string, number>> = { ...GENDERS, ...MORE };
const WHICH = ['который', 'которая', 'которое', 'которые'];
const PAST = ['л', 'ла', 'ло', 'ли'];
const REFLEXIVE = ['ся', 'ась', 'ось', 'ись'];

const FORMS = Object.keys(ENDINGS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const PRESENT = new RegExp(`, (\\p{Ll}{2,}[аеуюя])ющ(${FORMS})(?!\\p{L})`, 'gu');
const PRESENT_2 = new RegExp(`, (\\p{Ll}{3,})ящ(${FORMS})(?!\\p{L})`, 'gu');
const PAST_ACTIVE = new RegExp(`, (\\p{Ll}{2,}[аеиоыя])вш(${FORMS})(?!\\p{L})`, 'gu');

/** Participles behind a comma become clauses: ", убивающие бактерии" is ", которые убивают бактерии". */
export function rewriteParticiples(text: string): string {
  return text
    .replace(PRESENT, (_found, stem: string, ending: string) => clause(ending, stem, ['ет', 'ют']))
    .replace(PRESENT_2, (_found, stem: string, ending: string) => clause(ending, stem, ['ит', 'ят']))
    .replace(PAST_ACTIVE, (_found, stem: string, ending: string) => pastClause(ending, stem));
}

function clause(ending: string, stem: string, [one, many]: readonly [string, string]): string {
  const at = ENDINGS[ending] ?? 0;
  return `, ${WHICH[at] ?? ''} ${stem}${at === 3 ? many : one}${ending.endsWith('ся') ? 'ся' : ''}`;
}

function pastClause(ending: string, stem: string): string {
  const at = ENDINGS[ending] ?? 0;
  const verb = ending.endsWith('ся') ? `л${REFLEXIVE[at] ?? ''}` : (PAST[at] ?? '');
  return `, ${WHICH[at] ?? ''} ${stem}${verb}`;
}
