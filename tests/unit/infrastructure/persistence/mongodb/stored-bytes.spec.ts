import { StoredBytes } from '#etalon/infrastructure/persistence/mongodb/stored-bytes.js';
import { expect } from 'chai';
import { BSON, ObjectId } from 'mongodb';

const CONTENT = { digest_id: 'ёж\u0000', n: 1, at: new Date(0), list: [{ a: null }] };

describe('StoredBytes', () => {
  it('compares content apart from the id', () => {
    for (const _id of ['id', new ObjectId(), 5]) {
      const stored = new StoredBytes(BSON.serialize({ _id, ...CONTENT }));
      expect(stored.holds(CONTENT)).to.equal(true);
      expect(stored.holds({ ...CONTENT, n: 2 })).to.equal(false);
      expect(stored.holds({ ...CONTENT, more: 1 })).to.equal(false);
      expect(stored.id).to.deep.equal(_id);
    }
  });

  it('reads texts at the top', () => {
    const stored = new StoredBytes(BSON.serialize({ _id: 'x', ...CONTENT }));
    expect(stored.text('digest_id')).to.equal('ёж\u0000');
    expect(stored.text('_id')).to.equal('x');
    expect(stored.text('n')).to.equal(undefined);
    expect(stored.text('none')).to.equal(undefined);
  });
});
