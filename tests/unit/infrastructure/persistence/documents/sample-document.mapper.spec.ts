import fc from 'fast-check';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { readSample, toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { checkSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-schema-check.js';
import { toMongoDocument } from '#etalon/infrastructure/persistence/mongodb/to-mongo-document.js';
import { expect } from 'chai';
import { expectCode } from '../../../../support/expect-code.js';
import { digest, report } from '../../../../support/sample-factory.js';

const MOMENTS = fc.integer({ min: 0, max: Date.UTC(2999, 11, 31) });
const TEXTS = fc.string({ unit: 'grapheme' });

describe('Documents of records', () => {
  it('have the fields of a digest', () => {
    const document = toSampleDocument(digest(1, { posts: [] }));
    expect(Object.keys(document).sort()).to.deep.equal(
      'channel created_at digest_id feature_flags language latency_seconds metadata posts summary_markdown'.split(' '),
    );
    expect(document['feature_flags']).to.deep.equal((document['metadata'] as typeof document)['feature_flags']);
    expect(document['metadata']).to.deep.include({ provenance: 'imported', time_range_hours: 24 });
    expect(document['created_at']).to.match(/Z$/);
  });

  it('have the fields of a review report', () => {
    const document = toSampleDocument(report(1, { studentId: 's' }));
    expect(Object.keys(document).sort()).to.deep.equal(
      'assignment_id created_at language report report_id student_id'.split(' '),
    );
    const body = document['report'] as Record<string, Record<string, unknown>>;
    expect(Object.keys(body).sort()).to.deep.equal(['metadata', 'passes', 'synthesis']);
    expect(body['metadata']).to.deep.include({
      llm_model: 'extractive',
      latency_seconds: report(1).latencySeconds,
    });
  });

  it('read back as what was written, through JSON and through MongoDB', () => {
    fc.assert(
      fc.property(
        TEXTS,
        TEXTS,
        MOMENTS,
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (text, url, createdAt, latencySeconds) => {
          const posts: DigestSample['posts'] = [
            { title: text, summary: url, text, url, date: createdAt, messageId: 1 },
          ];
          const sample = digest(1, { summaryMarkdown: text, posts, createdAt, latencySeconds });
          const document = toSampleDocument(sample);
          checkSampleDocument('digests', document);
          expect(readSample('digests', JSON.parse(JSON.stringify(document)), 'x')).to.deep.equal(sample);
          expect(readSample('digests', toMongoDocument(document), 'x')).to.deep.equal(sample);
        },
      ),
    );
  });

  it('are refused with id and path when a rule breaks', async () => {
    const broken = toSampleDocument(
      report(3, { passes: [{ name: '', summary: '', recommendations: [], findings: [] }] }),
    );
    const error = await expectCode('STORE_DOCUMENT_INVALID', () => {
      checkSampleDocument('review_reports', broken);
    });
    expect(error.details).to.include({ id: report(3).id, path: '/report/passes/0/pass_name' });
    const unknown = { ...toSampleDocument(digest(1)), surprise: 1 };
    await expectCode('STORE_DOCUMENT_INVALID', () => {
      checkSampleDocument('digests', unknown);
    });
    await expectCode('STORE_DOCUMENT_INVALID', () => {
      checkSampleDocument('digests', { digest_id: 5 });
    });
  });

  it('cannot be read when they are no objects', async () => {
    for (const document of ['text', 5, [], null]) {
      await expectCode('STORE_DOCUMENT_INVALID', () => readSample('digests', document, 'x'));
    }
  });
});
