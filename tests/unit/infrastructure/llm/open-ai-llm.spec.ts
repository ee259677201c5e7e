import { inspect } from 'node:util';
import { expect } from 'chai';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { LlmEndpoint } from '#etalon/infrastructure/llm/llm-endpoint.js';
import { OpenAiLlm } from '#etalon/infrastructure/llm/open-ai-llm.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import type { LlmReply } from '../../../support/llm-server.js';
import { LlmServer } from '../../../support/llm-server.js';

const KEY = 'sk-right';
const QUESTION = { system: 'Ты редактор.', user: 'Что нового?', maxTokens: 50 };
const GOOD: LlmReply = { kind: 'answer', text: 'Всё хорошо.' };

describe('infrastructure/llm/OpenAiLlm', () => {
  let server: LlmServer;

  before(async () => {
    server = await LlmServer.start(KEY);
  });
  after(() => server.stop());

  function llm(changes: Partial<LlmEndpoint> = {}): OpenAiLlm {
    const endpoint = { url: server.url, model: 'test-model', apiKey: KEY, timeoutMs: 2_000, retries: 2 };
    return new OpenAiLlm({ ...endpoint, retryDelayMs: 5, ...changes }, new SystemClock());
  }

  async function failure(changes: Partial<LlmEndpoint> = {}): Promise<EtalonError> {
    try {
      await llm(changes).complete(QUESTION);
    } catch (error) {
      expect(error).to.be.instanceOf(EtalonError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.to.include(changes.apiKey ?? KEY);
      return error as EtalonError;
    }
    throw new Error('it did not fail');
  }

  it('asks at temperature 0 and reads text, model and tokens', async () => {
    server.replies(GOOD);
    const answer = await llm().complete(QUESTION);
    expect(answer).to.include({
      text: 'Всё хорошо.',
      model: 'test-model',
      tokensIn: 120,
      tokensOut: 45,
      cached: false,
    });
    expect(answer.latencySeconds).to.be.greaterThan(0).and.lessThan(5);
    expect(server.offences).to.deep.equal([]);
    expect(server.questions[0]).to.deep.include({
      temperature: 0,
      max_tokens: 50,
      messages: [
        { role: 'system', content: 'Ты редактор.' },
        { role: 'user', content: 'Что нового?' },
      ],
    });
  });

  it('does without usage and model name, and with a base address that ends in a slash', async () => {
    server.replies({ kind: 'answer', text: 'Да.', bare: true });
    const spent: object[] = [];
    const meter = (usage: object): number => spent.push(usage);
    const answer = await llm({ url: `${server.url}/` }).complete(QUESTION, { meter });
    expect(answer).to.include({ text: 'Да.', model: 'test-model', tokensIn: 8, tokensOut: 1 });
    expect(spent.at(-1)).to.deep.equal({ calls: 0, tokensIn: 8, tokensOut: 1, estimated: true });
  });

  it('sends no key where none is configured, whatever the environment holds', async () => {
    const open = await LlmServer.start('');
    process.env['OPENAI_API_KEY'] = 'sk-of-somebody-else';
    try {
      open.replies(GOOD);
      await llm({ url: open.url, apiKey: null }).complete(QUESTION);
      expect(open.questions[0]?.authorization).to.equal('');
    } finally {
      delete process.env['OPENAI_API_KEY'];
      await open.stop();
    }
  });

  const passing: readonly (readonly [string, LlmReply])[] = [
    ['429 with Retry-After in seconds', { kind: 'status', status: 429, headers: { 'retry-after': '0.05' } }],
    [
      '429 with Retry-After as a date gone by',
      { kind: 'status', status: 429, headers: { 'retry-after': 'Mon, 04 Nov 2024 10:00:00 GMT' } },
    ],
    ['429 with an unreadable Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': 'soon' } }],
    ['500', { kind: 'status', status: 500 }],
    ['503 without JSON', { kind: 'status', status: 503, body: 'busy' }],
    ['a cut connection', { kind: 'cut' }],
    ['a connection cut in the middle of the answer', { kind: 'half' }],
    ['truncated JSON', { kind: 'raw', body: '{"choices": [{"message": {"content": "Всё' }],
  ];
  for (const [name, reply] of passing) {
    it(`tries again after ${name}`, async () => {
      server.replies(reply, GOOD);
      expect((await llm().complete(QUESTION)).text).to.equal('Всё хорошо.');
      expect(server.questions).to.have.length(2);
    });

    it(`gives up after three times ${name}`, async () => {
      server.replies(reply);
      const error = await failure();
      expect(error.code).to.equal(name === 'truncated JSON' ? 'LLM_BAD_ANSWER' : 'LLM_UNAVAILABLE');
      expect(error.message).to.include(server.host);
      expect(server.questions).to.have.length(3);
    });
  }

  it('waits as long as Retry-After says', async () => {
    server.replies({ kind: 'status', status: 429, headers: { 'retry-after': '0.3' } }, GOOD);
    const answer = await llm().complete(QUESTION);
    expect(answer.latencySeconds).to.be.at.least(0.29);
  });

  it('does not try a wrong key again and keeps it to itself', async () => {
    server.replies(GOOD);
    const error = await failure({ apiKey: 'sk-wrong-and-secret' });
    expect(error.code).to.equal('LLM_UNAVAILABLE');
    expect(error.message).to.match(/refused the key \(HTTP 401\)/u);
    expect((error.cause as Error).message).to.include('[key]');
    expect(server.questions).to.have.length(0);
  });

  for (const [status, words] of [
    [404, 'does not know the address or the model'],
    [400, 'refused the request'],
    [302, 'redirects elsewhere'],
  ] as const)
    it(`does not try again after ${status}`, async () => {
      server.replies({ kind: 'status', status, headers: { location: `${server.url}/elsewhere` } });
      const error = await failure();
      expect(error.code).to.equal('LLM_UNAVAILABLE');
      expect(error.message).to.include(words);
      expect(server.questions).to.have.length(1);
    });

  for (const [name, reply] of [
    ['an empty answer', { kind: 'answer', text: '  ' }],
    ['an answer without choices', { kind: 'raw', body: '{}' }],
    ['an answer that is null', { kind: 'raw', body: 'null' }],
    ['an answer cut at the token limit', { kind: 'answer', text: 'Всё', finish: 'length' }],
    ['an endless answer', { kind: 'endless' }],
  ] as readonly (readonly [string, LlmReply])[])
    it(`calls ${name} bad and does not pay for it twice`, async () => {
      server.replies(reply);
      expect((await failure({ timeoutMs: 20_000 })).code).to.equal('LLM_BAD_ANSWER');
      expect(server.questions).to.have.length(1);
    });

  for (const kind of ['silent', 'trickle'] as const)
    it(`times out on a server that is ${kind === 'silent' ? 'silent' : 'slow to the end of days'}`, async () => {
      server.replies({ kind });
      const error = await failure({ timeoutMs: 150, retries: 1 });
      expect(error.code).to.equal('LLM_UNAVAILABLE');
      expect(error.message).to.include('did not answer within 150 ms');
      expect(server.questions).to.have.length(2);
    });

  it('says that nobody listens, and nothing of credentials in the address', async () => {
    const gone = await LlmServer.start();
    const { host } = gone;
    await gone.stop();
    const error = await failure({ url: `http://user:hidden@${host}/v1`, retries: 0 });
    expect(error.message).to.include(`${host} cannot be reached`);
    expect(inspect(error, { depth: 10 })).not.to.include('hidden');
  });

  it('takes an address that is no URL for one that cannot be reached', async () => {
    expect((await failure({ url: 'nonsense', retries: 0 })).code).to.equal('LLM_UNAVAILABLE');
  });
});
