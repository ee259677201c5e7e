import type { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { mongoFailure } from '#etalon/infrastructure/persistence/mongodb/mongo-failure.js';
import { redactorOf } from '#etalon/infrastructure/persistence/mongodb/mongo-location.js';
import { expect } from 'chai';
import {
  MongoClient,
  MongoCompatibilityError,
  MongoInvalidArgumentError,
  MongoMissingCredentialsError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoParseError,
  MongoServerError,
} from 'mongodb';

const server = (code: number, errmsg: string): MongoServerError => new MongoServerError({ code, errmsg });
const codeOf = (error: unknown): string => (mongoFailure(error, 'here', (text) => text) as EtalonError).code;

describe('mongoFailure', () => {
  it('gives each failure its code', () => {
    expect(codeOf(server(18, 'Authentication failed.'))).to.equal('STORE_AUTH_FAILED');
    expect(codeOf(server(13, 'Command insert requires authentication'))).to.equal('STORE_AUTH_FAILED');
    expect(codeOf(server(13, 'not authorized on b to execute command { find: "digests" }'))).to.equal(
      'STORE_AUTH_FAILED',
    );
    expect(codeOf(server(13, 'not authorized on b to execute command { insert: "digests" }'))).to.equal(
      'STORE_READ_ONLY',
    );
    expect(codeOf(server(11_000, 'duplicate key'))).to.equal('STORE_DOCUMENT_INVALID');
    expect(codeOf(server(50, 'operation exceeded time limit'))).to.equal('STORE_UNAVAILABLE');
    expect(codeOf(new MongoNetworkError('connection closed'))).to.equal('STORE_UNAVAILABLE');
    expect(codeOf(new MongoNotConnectedError('closed'))).to.equal('STORE_UNAVAILABLE');
    const ended = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
    expect(codeOf(ended), 'as the driver hands it on in the middle of a long write').to.equal('STORE_UNAVAILABLE');
    expect(codeOf(new MongoCompatibilityError('too old'))).to.equal('STORE_UNAVAILABLE');
    expect(codeOf(new MongoMissingCredentialsError('none'))).to.equal('STORE_AUTH_FAILED');
  });

  it('leaves defects alone', () => {
    for (const defect of [
      ...[new TypeError('x'), server(2, 'BadValue'), server(9, 'FailedToParse'), server(73, 'InvalidNamespace')],
      ...[new MongoInvalidArgumentError('Database name'), new MongoParseError('Invalid scheme')],
    ]) {
      expect(mongoFailure(defect, 'here', (text) => text)).to.equal(defect);
    }
  });

  it('takes credentials out of what it says', async () => {
    const client = new MongoClient('mongodb://user:p%40ss@127.0.0.1:1/');
    const redact = redactorOf(client);
    expect(redact('mongodb://user:p%40ss@127.0.0.1/ and p@ss')).to.equal('mongodb://127.0.0.1/ and ***');
    const error = mongoFailure(new MongoNetworkError('with p@ss'), 'here', redact) as EtalonError;
    expect(JSON.stringify(error.details)).not.to.include('p@ss');
    expect(String(error.cause)).not.to.include('p@ss');
    await client.close();
  });
});
