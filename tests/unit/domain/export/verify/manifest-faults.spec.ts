import { expect } from 'chai';
import type { ExportManifest } from '#etalon/domain/export/export-manifest.js';
import { manifestFaults } from '#etalon/domain/export/verify/manifest-faults.js';
import type { EditableManifest } from '../../../../support/checked-export.js';

function manifest(): EditableManifest {
  const hash = 'a'.repeat(64);
  const counts = { records: 1001, bytes: 5, sha256: hash, uncompressed: null, schema: 's', schema_sha256: hash };
  const query = { kind: 'digests', from: null, to: '2024-12-01T20:59:59.999Z' };
  return {
    schema_version: 1,
    ...{ created_by: 'etalon', store: 'sqlite', timezone: 'UTC', dataset_hash: null, scores_hash: null },
    query: { 'x.jsonl': query },
    files: [{ path: 'x.jsonl', kind: 'digests', ...counts, blocks: [hash, hash] }],
  };
}

describe('manifestFaults', () => {
  it('has none to find in a sound manifest', () => {
    expect(manifestFaults(manifest())).to.deep.equal([]);
  });

  const cases: readonly (readonly [string, string, (edited: EditableManifest) => void])[] = [
    ['a file that is listed twice', '/files/1/path', ({ files }) => files.push(files[0]!)],
    ['a name that no file has', '/files/0/path', ({ files: [file] }) => (file!.path = 'x'.repeat(256))],
    ['as many records as there can be', '/files/0/records', ({ files: [file] }) => (file!.records = 1e300)],
    ['as many bytes as there can be', '/files/0/bytes', ({ files: [file] }) => (file!.bytes = 1e300)],
    ['fewer blocks than the records have', '/files/0/blocks', ({ files: [file] }) => (file!.records = 2001)],
    ['more blocks than the records have', '/files/0/blocks', ({ files: [file] }) => (file!.records = 1000)],
    ['a file without a query', '/query/x.jsonl', (edited) => (edited.query = {})],
    ['a query that only looks like one', '/query/__proto__', ({ files: [file] }) => (file!.path = '__proto__')],
    ['a query of no file', '/query/y', (edited) => (edited.query = { ...edited.query, y: {} })],
    ['a query of the other kind', '/query/x.jsonl/kind', ({ files: [file] }) => (file!.kind = 'review_reports')],
    [
      'fewer records asked for than there are',
      '/query/x.jsonl/limit',
      ({ query }) => Object.assign(query['x.jsonl']!, { limit: 1000 }),
    ],
    [
      'a random sample smaller than the file',
      '/query/x.jsonl/sample/size',
      ({ query }) => Object.assign(query['x.jsonl']!, { sample: { seed: 1, size: 50 } }),
    ],
    [
      'a day that no calendar has',
      '/query/x.jsonl/from',
      (edited) => (edited.query = { 'x.jsonl': { kind: 'digests', from: '2024-02-30T00:00:00.000Z', to: null } }),
    ],
    ['a zone that no database has', '/timezone', (edited) => (edited.timezone = 'Europe/Atlantis')],
    [
      'a moment that no calendar has',
      '/query/x.jsonl/from',
      (edited) => (edited.query = { 'x.jsonl': { kind: 'digests', from: '2024-13-41T00:00:00.000Z', to: null } }),
    ],
  ];
  for (const [name, path, edit] of cases) {
    it(`finds ${name}`, () => {
      const edited = manifest();
      edit(edited);
      expect(manifestFaults(edited as ExportManifest).map((fault) => fault.path)).to.include(path);
    });
  }
});
