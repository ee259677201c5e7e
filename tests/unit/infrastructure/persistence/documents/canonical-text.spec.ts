import { expect } from 'chai';
import { CANONICAL_TEXT } from '#etalon/infrastructure/persistence/documents/canonical-text.js';

const CANONICAL = new RegExp(`^${CANONICAL_TEXT}$`);

/** Every character there is, half surrogate pairs aside. */
function* characters(): Generator<string> {
  for (let code = 0; code < 0x110000; code += 1) if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

/** As the inside of a JSON string, a character a byte of UTF-8. */
function encoded(text: string): string {
  return Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8').toString('latin1');
}

describe('CANONICAL_TEXT', () => {
  it('knows no character that normalisation changes, moves or joins with another one', () => {
    const known = [...characters()].filter((character) => CANONICAL.test(encoded(character)));
    const joining = new Set<string>();
    for (const character of characters()) {
      for (const later of Array.from(character.normalize('NFD')).slice(1)) joining.add(later);
    }
    const moving = /\p{M}/u;
    const harmless = ['\u{FE0F}', '\u{20E3}'];
    const wrong = known.filter(
      (character) =>
        character.normalize('NFC') !== character ||
        joining.has(character) ||
        (moving.test(character) && !harmless.includes(character)),
    );
    expect(wrong).to.deep.equal([]);
    // Those two are marks that never change places: their combining class is 0.
    expect(harmless.map((mark) => `a\u{327}${mark}\u{327}`.normalize('NFC'))).to.deep.equal(
      harmless.map((mark) => `a\u{327}${mark}\u{327}`),
    );
  });

  it('knows what texts in Russian and English are made of', () => {
    const text = 'Съешь ещё «этих» мягких булок — да выпей чаю… 100 % №5 ₽ → ★ 😀🏽 ❤️ 1️⃣ "x" \\ \n\t naïve';
    expect(CANONICAL.test(encoded(text))).to.equal(true);
  });

  it('does not know letters in parts, nor escapes that a canonical line has not', () => {
    const parts = ['и\u{306}', 'e\u{301}', '\u{1100}\u{1161}', '\u{212B}', '\u{2000}'].map(encoded);
    const escapes = ['\\u0041', '\\/', '\\u000a', '\\ud800', '\\', '"', '\n'];
    expect([...parts, ...escapes].filter((text) => CANONICAL.test(text))).to.deep.equal([]);
  });
});
