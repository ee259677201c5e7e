import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import type { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { redactText } from '#etalon/domain/observability/redaction.js';
import { mongoUrlFault } from '#etalon/infrastructure/persistence/mongodb/mongo-url-fault.js';

/** The fault of a URL as the driver's own complaint makes it. */
function faultOf(url: string): EtalonError {
  try {
    void new MongoClient(url).close();
  } catch (error) {
    return mongoUrlFault(url, error);
  }
  throw new Error(`The driver takes ${url}`);
}

describe('mongoUrlFault', () => {
  it('names options that the driver does not know', () => {
    const one = faultOf('mongodb://u:secretpw@127.0.0.1:1/?bogus=1');
    expect(one).to.include({ code: 'CONFIG_INVALID' });
    expect(one.message).to.equal('MONGODB_URL has an option that MongoDB does not know: bogus.');
    expect(faultOf('mongodb://127.0.0.1:1/?bogus=1&other=2').details).to.deep.equal({ options: ['bogus', 'other'] });
  });

  for (const url of [
    'mongodb://u:secretpw@127.0.0.1:1/?bogus=1',
    'mongodb://u:123?secretpw=1@127.0.0.1/',
    'mongodb://u:12/x?secretpw=1@127.0.0.1/',
    'mongodb://u:secretpw@',
    'mongodb://u:secretpw@127.0.0.1:1/?tls=secretpw',
    'mongodb://u:secret%pw@127.0.0.1:1/',
    'mongodb://u:secretpw',
  ])
    it(`never quotes a secret, and its hint survives redaction: ${url}`, () => {
      const { message, hint, details, cause } = faultOf(url);
      expect(JSON.stringify([message, hint, details, String(cause)])).not.to.include('secret');
      expect(redactText(hint)).to.equal(hint);
      expect(redactText(message)).to.equal(message);
    });
});
