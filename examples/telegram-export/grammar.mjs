import { dayAndMonth, onWeekday, plural } from './russian.mjs';

const COUNT = /^(?:(\w+):)?(\d+)-(\d+)(?:\/(\d+))?(?: (.+))?$/u;
const DECIMAL = /^(\d+,\d)-(\d+,\d)$/u;
const DAY = /^(?:(\w+):)?([+-]\d+)(?:-(\d+))?$/u;
const NOUN = /^(\w+) (.+\|.+\|.+)$/u;
const WORD = /^(\w+)(?:\.([nrdvtp]))?$/u;

/**
 * A post's own memory: what a slot was filled with once, it keeps, so that headline and text agree.
 *
 * Slots: {town.p} a word of the lexicon in a case ({town2} another one) · {5-40} a number, {10-90/10} in steps,
 * {5-40 дом|дома|домов} with its noun, {a:5-40} remembered as {a} · {1,2-3,4} a decimal · {+3} the date three days
 * on, {d:+2-9} remembered · {wday} "во вторник" of that day · {~утром|днём} one of them.
 */
export function postContext({ random, lexicon, day }) {
  const known = new Map();
  const remember = (name, value) => {
    if (name !== undefined) known.set(name, value);
    return value;
  };
  const fill = (slot) => {
    if (slot.startsWith('~')) return random.pick(slot.slice(1).split('|'));
    if (slot === 'wday') return onWeekday(day);
    for (const rule of [count, decimal, date, again]) {
      const text = rule(slot);
      if (text !== undefined) return text;
    }
    return word(slot);
  };
  const count = (slot) => {
    const match = COUNT.exec(slot);
    if (match === null) return undefined;
    const [, name, low, high, step = '1', nouns] = match;
    const value = known.get(name) ?? remember(name, numberOf(random, Number(low), Number(high), Number(step)));
    return nouns === undefined ? String(value) : `${value} ${plural(value, nouns.split('|'))}`;
  };
  const decimal = (slot) => {
    const match = DECIMAL.exec(slot);
    if (match === null) return undefined;
    const [low, high] = match.slice(1).map((text) => Math.round(Number(text.replace(',', '.')) * 10));
    const tenths = random.between(low, high);
    return (tenths % 10 === 0 ? tenths + 1 : tenths) / 10 + '';
  };
  const date = (slot) => {
    const match = DAY.exec(slot);
    if (match === null) return undefined;
    const [, name, from, to] = match;
    const sign = from.startsWith('-') ? -1 : 1;
    const distance = random.between(Math.abs(Number(from)), Number(to ?? Math.abs(Number(from))));
    return known.get(name) ?? remember(name, dayAndMonth(day + sign * distance));
  };
  const again = (slot) => {
    const match = NOUN.exec(slot);
    if (match !== null && known.has(match[1])) {
      const value = known.get(match[1]);
      return `${value} ${plural(value, match[2].split('|'))}`;
    }
    return known.has(slot) ? String(known.get(slot)) : undefined;
  };
  const word = (slot) => {
    const match = WORD.exec(slot);
    const list = match === null ? undefined : lexicon[match[1].replace(/\d$/u, '')];
    if (list === undefined) throw new Error(`No such slot: {${slot}}`);
    const [, name, grammaticalCase = 'n'] = match;
    if (!known.has(`word ${name}`)) {
      const used = [...known.entries()].filter(([key]) => key.startsWith('word ')).map(([, value]) => value);
      remember(`word ${name}`, random.pick(list.filter((item) => !used.includes(item))));
    }
    return known.get(`word ${name}`)[grammaticalCase];
  };
  return {
    expand(template) {
      const text = template.replace(/\{([^{}]+)\}/gu, (_, slot) => fill(slot).replace(/^(\d+)\.(\d)$/u, '$1,$2'));
      return text.replace(/(^|[.!?…] |\n)(?!erid)(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());
    },
  };
}

/** Numbers that end in 1 would ask the verb for its singular; they are passed over (11 is a plural). */
function numberOf(random, low, high, step) {
  const value = low + step * random.integer(Math.floor((high - low) / step) + 1);
  return value % 10 === 1 && value % 100 !== 11 ? value + 1 : value;
}
