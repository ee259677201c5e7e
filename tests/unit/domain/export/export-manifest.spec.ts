import { expect } from 'chai';
import type { ExportManifest, ManifestFile } from '#etalon/domain/export/export-manifest.js';
import { mergeManifests } from '#etalon/domain/export/export-manifest.js';
import { schemaValidation } from '#etalon/domain/export/schema-validation.js';

function file(path: string, records = 3): ManifestFile {
  return {
    path,
    kind: path.startsWith('digests') ? 'digests' : 'review_reports',
    records,
    bytes: 10,
    sha256: 'a'.repeat(64),
    uncompressed: null,
    schema: 'digest-export.schema.json',
    schema_sha256: 'b'.repeat(64),
    blocks: ['c'.repeat(64)],
  };
}

function manifest(files: readonly ManifestFile[], changes: Partial<ExportManifest> = {}): ExportManifest {
  return {
    schema_version: 1,
    created_by: 'etalon 1.2.3',
    store: 'sqlite',
    query: Object.fromEntries(files.map(({ path }) => [path, { of: path }])),
    timezone: 'Europe/Moscow',
    dataset_hash: 'd'.repeat(64),
    scores_hash: null,
    files,
    ...changes,
  };
}

describe('mergeManifests', () => {
  it('is the new one where there is no older', () => {
    const only = manifest([file('digests.jsonl')]);
    expect(mergeManifests(undefined, only)).to.equal(only);
  });

  it('keeps other files of the same state by path, with their queries, and replaces its own', () => {
    const older = manifest([file('digests.jsonl', 1), file('review_reports.jsonl', 2)]);
    const merged = mergeManifests(older, manifest([file('digests.jsonl', 9)]));
    expect(merged.files.map(({ path, records }) => [path, records])).to.deep.equal([
      ['digests.jsonl', 9],
      ['review_reports.jsonl', 2],
    ]);
    expect(Object.keys(merged.query)).to.deep.equal(['digests.jsonl', 'review_reports.jsonl']);
  });

  it('gives the same manifest whichever kind came first', () => {
    const [one, two] = [manifest([file('review_reports.jsonl')]), manifest([file('digests.jsonl')])];
    expect(JSON.stringify(mergeManifests(one, two))).to.equal(JSON.stringify(mergeManifests(two, one)));
  });

  it('leaves out files of another state of the data', () => {
    const newer = manifest([file('digests.jsonl')]);
    const changes: Partial<ExportManifest>[] = [
      { dataset_hash: 'e'.repeat(64) },
      { scores_hash: 'e'.repeat(64) },
      { store: 'mongodb' },
      { timezone: 'Asia/Omsk' },
    ];
    for (const change of changes) {
      expect(mergeManifests(manifest([file('review_reports.jsonl')], change), newer)).to.equal(newer);
    }
  });

  it('notes a missing query as null', () => {
    const older = manifest([file('review_reports.jsonl')], { query: {} });
    expect(mergeManifests(older, manifest([file('digests.jsonl')])).query['review_reports.jsonl']).to.equal(null);
  });
});

describe('schemaValidation', () => {
  it('lists what was checked against which schema', () => {
    expect(schemaValidation(manifest([file('digests.jsonl')]))).to.deep.include({
      schema_version: 1,
      ok: true,
    });
  });
});
