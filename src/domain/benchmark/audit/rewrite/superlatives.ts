import { inCaseOf } from './replace-words.js';

/** The ending of a superlative, "самый" in the same form, and the ending of the plain adjective. */
const FORMS: Readonly<Record<string, readonly [string, string]>> = {
  ...{ ий: ['самый', 'ый'], ая: ['самая', 'ая'], ее: ['самое', 'ое'], ие: ['самые', 'ые'], его: ['самого', 'ого'] },
  ...{ ей: ['самой', 'ой'], их: ['самых', 'ых'], ую: ['самую', 'ую'], ими: ['самыми', 'ыми'], ему: ['самому', 'ому'] },
};
const SUPERLATIVE = /(?<!\p{L})(крупн|важн|нов|стар|сильн)ейш(ий|ая|ее|ие|его|ей|их|ую|ими|ему)(?!\p{L})/giu;
const BEST = /(?<!\p{L}|сам\p{L}{2,3} )(лучш|худш)(ий|ая|ее|ие|их)(?!\p{L})(?= \p{L})/giu;

/** "Крупнейший" is "самый крупный", "лучшие" are "самые лучшие". */
export function rewriteSuperlatives(text: string): string {
  return text
    .replace(SUPERLATIVE, (found: string, stem: string, ending: string) => {
      const [most = '', plain = ''] = FORMS[ending.toLowerCase()] ?? [];
      return inCaseOf(found, `${most} ${stem.toLowerCase()}${plain}`);
    })
    .replace(BEST, (found: string, _stem, ending: string) => {
      const [most = ''] = FORMS[ending.toLowerCase()] ?? [];
      return inCaseOf(found, `${most} ${found.toLowerCase()}`);
    });
}
