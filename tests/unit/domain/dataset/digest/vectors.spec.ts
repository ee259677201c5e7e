import { expect } from 'chai';
import { centralities } from '#etalon/domain/dataset/digest/centrality.js';
import { SimilarityIndex } from '#etalon/domain/dataset/digest/similarity-index.js';
import { cosine, unitVector } from '#etalon/domain/dataset/digest/sparse-vector.js';
import { groupStories } from '#etalon/domain/dataset/digest/stories.js';
import { TermSpace } from '#etalon/domain/dataset/digest/term-space.js';

const same = (word: string): string => word;
const vectorOf = (...ids: readonly number[]): ReturnType<typeof unitVector> => unitVector(ids, () => 1);

describe('domain/dataset/digest/sparse-vector', () => {
  it('measures the angle', () => {
    expect(cosine(vectorOf(1, 2), vectorOf(2, 1))).to.be.closeTo(1, 1e-12);
    expect(cosine(vectorOf(1, 2), vectorOf(2, 3))).to.be.closeTo(0.5, 1e-12);
    expect(cosine(vectorOf(1), vectorOf(2))).to.equal(0);
    expect(cosine(vectorOf(), vectorOf(2))).to.equal(0);
  });
});

describe('domain/dataset/digest/TermSpace', () => {
  it('leaves out stop words and short words, and weighs rare stems more', () => {
    const space = new TermSpace((word) => word.slice(0, 4));
    const terms = space.add('Мосты и мостам в реке');
    space.add('река широкая');
    expect(terms).to.deep.equal([0, 0, 1]);
    const { ids, weights } = space.vector(space.terms('мосты реке широкая незнакомое'));
    expect(ids).to.have.length(4);
    expect(weights.reduce((sum, weight) => sum + weight ** 2, 0)).to.be.closeTo(1, 1e-12);
    expect(new TermSpace(same).vector([])).to.deep.equal({ ids: [], weights: [] });
  });
});

describe('domain/dataset/digest/SimilarityIndex', () => {
  it('gives the cosine of those that share terms', () => {
    const index = new SimilarityIndex();
    index.add(0, vectorOf(1, 2));
    index.add(1, vectorOf(5));
    const similar = index.similar(vectorOf(2, 3));
    expect(similar.vectors).to.deep.equal([0]);
    expect(similar.cosines[0]).to.be.closeTo(0.5, 1e-12);
  });

  it('forgets a term that stands everywhere', () => {
    const index = new SimilarityIndex();
    for (let at = 0; at < 500; at++) index.add(at, vectorOf(1));
    expect(index.similar(vectorOf(1)).vectors.length).to.equal(200);
  });
});

describe('domain/dataset/digest/stories', () => {
  it('puts units that tell the same into one story, the earliest of equals first', () => {
    expect(groupStories([vectorOf(1, 2), vectorOf(7), vectorOf(1, 2), vectorOf(2, 1), vectorOf()])).to.deep.equal([
      [0, 2, 3],
      [1],
      [4],
    ]);
  });
});

describe('domain/dataset/digest/centrality', () => {
  it('ranks the sentence that the others resemble highest, and the lonely one lowest', () => {
    const ranks = centralities([vectorOf(1, 2), vectorOf(2, 3), vectorOf(1, 9), vectorOf(20)]);
    expect(ranks[0]).to.equal(1);
    expect(ranks[3]).to.equal(Math.min(...ranks));
    expect(ranks.every((rank) => rank > 0 && rank <= 1)).to.equal(true);
  });

  it('ranks nothing among nothing, and equals alike', () => {
    expect(centralities([])).to.deep.equal([]);
    expect(centralities([vectorOf(1), vectorOf(1)])).to.deep.equal([1, 1]);
  });
});
