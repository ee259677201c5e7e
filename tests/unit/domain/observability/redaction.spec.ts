import { expect } from 'chai';
import fc from 'fast-check';
import { isSecretKey, redact, REDACTED, redactText } from '#etalon/domain/observability/redaction.js';

describe('redaction', () => {
  for (const key of [
    'password',
    'dbPassword',
    'LLM_API_KEY',
    'apiKey',
    'api-key',
    'Authorization',
    'secret',
    'clientSecret',
    'token',
    'access_token',
    'refreshToken',
    'mongodb_url',
    'mongodbUrl',
    'MONGODB_URL',
    'cookie',
    'connectionString',
  ]) {
    it(`takes ${key} for a secret`, () => {
      expect(isSecretKey(key)).to.equal(true);
    });
  }

  for (const key of ['tokens_in', 'max_tokens', 'channel', 'passes', 'url', 'secretary', 'author', 'compass', '']) {
    it(`takes ${key === '' ? 'an empty key' : key} for no secret`, () => {
      expect(isSecretKey(key)).to.equal(false);
    });
  }

  it('takes credentials out of addresses anywhere in a text', () => {
    const text = 'cannot reach mongodb://root:p@ss:word@127.0.0.1:27017/db, nor https://key@host/x';
    expect(redactText(text)).to.equal(
      `cannot reach mongodb://${REDACTED}@127.0.0.1:27017/db, nor https://${REDACTED}@host/x`,
    );
  });

  it('takes the whole of a password that nobody escaped', () => {
    expect(redactText('mongodb://root:p/a?s@s#w@host/db?x=1')).to.equal(`mongodb://${REDACTED}@host/db?x=1`);
  });

  it('leaves addresses without credentials and mail addresses alone', () => {
    const text = 'https://example.org/a?b=c#d and me@example.org';
    expect(redactText(text)).to.equal(text);
  });

  it('takes bearer tokens, assignments and key-like words out of a text', () => {
    expect(redactText('Authorization: Bearer abc.def-123')).not.to.contain('abc.def');
    expect(redactText('password=hunter2&x=1')).to.equal(`password=${REDACTED}&x=1`);
    expect(redactText('{"api_key": "k-123456"}')).not.to.contain('k-123456');
    expect(redactText('used sk-abcdefgh12345 here')).to.equal(`used ${REDACTED} here`);
  });

  it('goes through objects, lists, maps, sets, errors and dates', () => {
    const cause = new Error('at mongodb://u:p@h');
    const error = Object.assign(new Error('token=abc', { cause }), { code: 'E1' });
    const value = {
      list: ['redis://a:b@c', 1, true, null, undefined],
      map: new Map([
        ['password', 'x'],
        ['name', 'y'],
      ]),
      set: new Set(['sk-1234567890']),
      error,
      bare: new Error('plain'),
      when: new Date(0),
      never: new Date(Number.NaN),
      big: 10n,
      work: () => 1,
      symbol: Symbol('s'),
      secret: null,
    };
    expect(redact(value)).to.deep.equal({
      list: [`redis://${REDACTED}@c`, 1, true, null, undefined],
      map: { password: REDACTED, name: 'y' },
      set: [REDACTED],
      error: {
        name: 'Error',
        message: `token=${REDACTED}`,
        code: 'E1',
        cause: { name: 'Error', message: `at mongodb://${REDACTED}@h` },
      },
      bare: { name: 'Error', message: 'plain' },
      when: '1970-01-01T00:00:00.000Z',
      never: null,
      big: '10',
      work: '[function]',
      symbol: '[symbol]',
      secret: null,
    });
  });

  it('cuts what contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(redact(loop))).to.contain('[too deep]');
  });

  it('never lets a password through, whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{12,20}$/), fc.string(), (password, noise) => {
        const redacted = JSON.stringify(redact({ noise, url: `mongodb://user:${password}@host/db`, password }));
        expect(redacted.replace(JSON.stringify(redactText(noise)), '')).not.to.contain(password);
      }),
    );
  });
});
