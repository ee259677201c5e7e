import { expect } from 'chai';
import fc from 'fast-check';
import { readYaml } from '#etalon/infrastructure/yaml/read-yaml.js';

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat('b c d e f g h'.split(' ').map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]!}, `.repeat(9)}]`))
  .join('\n');

describe('readYaml', () => {
  it('gives what a text holds, aliases included', () => {
    const { content, faults } = readYaml('a: &x {b: 1}\nc: *x\n');
    expect({ content, faults }).to.deep.equal({ content: { a: { b: 1 }, c: { b: 1 } }, faults: [] });
  });

  const broken: readonly [string, string, number, number, RegExp][] = [
    ['bad syntax', 'a: 1\nb: [\n', 3, 1, /flow/iu],
    ['a key that is there twice', 'a: 1\na: 2\n', 2, 1, /unique/u],
    ['an unknown tag', 'a: !secret 1\n', 1, 4, /tag/u],
    ['an alias without an anchor', 'a: 1\nb: *zz\n', 2, 4, /\*zz has no anchor/u],
    ['an alias inside its own anchor', 'a: &a\n  - *a\n', 2, 5, /inside its own anchor/u],
    ['aliases that multiply', bomb, 2, 8, /repeat too much/u],
    ['brackets without end', '['.repeat(200_000), 1, 1, /./u],
  ];
  for (const [name, text, line, column, message] of broken)
    it(`says where ${name} stands`, () => {
      const [fault] = readYaml(text).faults;
      expect(fault?.message).to.match(message);
      if (!name.startsWith('brackets')) expect(fault).to.include({ line, column });
    });

  it('never throws', () => {
    const piece = fc.constantFrom('a', ':', ' ', '\n', '- ', '&a ', '*a', '[', ']', '{', '}', '"', '!', '|', '?', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(readYaml(pieces.join('')).faults).to.be.an('array');
      }),
    );
  });
});
