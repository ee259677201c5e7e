import { readDataset } from '#etalon/infrastructure/persistence/documents/dataset-document.mapper.js';
import { readResult, readRun } from '#etalon/infrastructure/persistence/documents/run-documents.mapper.js';
import { expect } from 'chai';
import { expectCode } from '../../../../support/expect-code.js';

describe('Documents of our own collections', () => {
  it('fail with name and path when they are spoilt', async () => {
    const error = await expectCode('STORE_DOCUMENT_INVALID', () => readDataset({ name: 'x', floor: 'many' }, 'x'));
    expect(error.details).to.include({ collection: 'datasets', id: 'x' });
    await expectCode('STORE_DOCUMENT_INVALID', () => readRun({}, 'r'));
    await expectCode('STORE_DOCUMENT_INVALID', () => readRun('text', 'r'));
    await expectCode('STORE_DOCUMENT_INVALID', () => readResult({ position: -1 }, 's'));
  });
});
