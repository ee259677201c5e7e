import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { NO_USAGE } from '#etalon/domain/benchmark/judge-usage.js';
import type { Judgement } from '#etalon/application/ports/judge.port.js';
import type { LlmSettings } from '#etalon/application/ports/settings.port.js';
import type { Scenario } from '#etalon/domain/benchmark/scenario.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { configuredLlmJudge } from '#etalon/infrastructure/judges/llm/configured-llm-judge.js';
import type { LlmJudge } from '#etalon/infrastructure/judges/llm/llm-judge.js';
import { LlmAnswerCache } from '#etalon/infrastructure/llm/llm-answer-cache.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import { SCENARIO } from '../../../../support/benchmark-run.js';
import { expectCode } from '../../../../support/expect-code.js';
import { silentLogger } from '../../../../support/export-ports.js';
import type { LlmQuestion, LlmReply } from '../../../../support/llm-server.js';
import { LlmServer } from '../../../../support/llm-server.js';
import { naiveJudge } from '../../../../support/naive-judge.js';
import { digest } from '../../../../support/samples.js';
import { SELF_SIGNED } from '../../../../support/self-signed.js';

const KEY = 'sk-right';
const SCENARIO_RU: Scenario = { ...SCENARIO, judgeModel: 'any OpenAI-compatible model', promptVersion: 'ru-digest-1' };
const SAMPLE = toExportRecord(digest(3));
const MODEL: LlmReply = { kind: 'model', answer: naiveJudge };
const markOf = ({ messages }: LlmQuestion): string =>
  /Метка задания: (\S+)/u.exec(messages[1]?.content ?? '')?.[1] ?? '';
const GOOD = { notes: 'Хорошо.', coverage: 0.9, accuracy: 1, coherence: 0.8, informativeness: 0.7 };

/** A model that gives this answer with the right mark, or a text made of it. */
const says = (changes: object, wrap = (json: string): string => json): LlmReply => ({
  kind: 'model',
  answer: (question) => wrap(JSON.stringify({ mark: markOf(question), ...GOOD, ...changes })),
});

describe('infrastructure/judges/llm/LlmJudge', () => {
  let server: LlmServer;
  let folder: string;
  let answers: LlmAnswerCache;
  before(async () => {
    server = await LlmServer.start(KEY);
  });
  after(() => server.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-judge-'));
    answers = new LlmAnswerCache(join(folder, 'answers.db'), new NodeHasher());
  });
  afterEach(async () => {
    await answers.close();
    await rm(folder, { recursive: true });
  });

  interface Changes {
    readonly llm?: Partial<LlmSettings>;
    readonly scenario?: Partial<Scenario>;
    readonly redact?: boolean;
    readonly configDirs?: readonly string[];
  }
  function judge({
    llm = {},
    scenario = {},
    redact = false,
    configDirs = [resolve('config')],
  }: Changes = {}): LlmJudge {
    const endpoint = { url: server.url, model: 'judge-ru', apiKey: KEY, timeoutMs: 2_000, retries: 0, ...llm };
    const settings = { llm: endpoint, configDirs, redact };
    const tools = { clock: new SystemClock(), hasher: new NodeHasher(), logger: silentLogger, answers };
    return configuredLlmJudge({ ...SCENARIO_RU, ...scenario }, { settings, ...tools });
  }
  async function judged(reply: LlmReply, changes: Changes = {}, sample = SAMPLE): Promise<Judgement> {
    server.replies(reply);
    const judgement = await judge(changes).judge(sample);
    expect(inspect(judgement, { depth: 10 })).not.to.include(KEY);
    return judgement;
  }

  it('says who it is: model, version and hash of its prompt', () => {
    const { kind, model, promptVersion, promptHash, cost } = judge();
    expect({ kind, model, promptVersion, cost }).to.deep.equal({
      ...{ kind: 'llm', model: 'judge-ru', promptVersion: 'ru-digest-1', cost: 'metered' },
    });
    expect(promptHash).to.match(/^[0-9a-f]{64}$/u);
    expect(judge({ scenario: { promptVersion: 'ru-review-1' } }).promptHash).not.to.equal(promptHash);
    const redacting = judge({ redact: true }).promptHash;
    expect(redacting, 'what is taken out makes another question').not.to.equal(promptHash);
    expect(judge({ redact: true }).promptHash).to.equal(redacting);
  });

  it('asks with the rubric, source and summary as data, and takes scores and notes', async () => {
    const judgement = await judged(says({}));
    const { notes, ...scores } = GOOD;
    const usage = { calls: 2, tokensIn: 120, tokensOut: 45, cacheHits: 0 };
    expect(judgement).to.deep.equal({ status: 'scored', scores, notes, usage });
    const [system, user] = server.questions[0]?.messages ?? [];
    expect(system?.content).to.include('coverage (полнота)').and.not.include('{{');
    expect(user?.content).to.include('{"n":1,"text":"Мост Открыт мост. Сегодня открыт мост номер 3."}');
    expect(user?.content).to.include('{"n":2,"text":"- Открыт мост номер 3."}').and.not.include('{{');
  });

  describe('and a shape for answers', () => {
    it('asks for it once, and without it for ever after a server that does not know it', async () => {
      server.replies(MODEL);
      const one = judge();
      const first = await one.judge(SAMPLE);
      const second = await one.judge(toExportRecord(digest(4)));
      expect([first.usage?.calls, second.usage?.calls]).to.deep.equal([2, 1]);
      expect(server.offences).to.deep.equal(['unknown field response_format']);
    });

    it('uses it where the server takes it', async () => {
      const shaped = await LlmServer.start(KEY, { shapes: true });
      try {
        shaped.replies(MODEL);
        const judgement = await judge({ llm: { url: shaped.url } }).judge(SAMPLE);
        expect(judgement).to.deep.include({ status: 'scored' });
        expect(shaped.offences).to.deep.equal([]);
        expect(JSON.stringify(shaped.questions[0]?.response_format))
          .to.include('"strict":true')
          .and.include('coherence');
      } finally {
        await shaped.stop();
      }
    });
  });

  describe('answers that count', () => {
    for (const [name, reply] of [
      ['in a code fence', says({}, (json) => `\`\`\`json\n${json}\n\`\`\``)],
      ['after reasoning', says({}, (json) => `<think>Хм, {"coverage": 0}</think>\n${json}`)],
      ['with notes in another language', says({ notes: 'All good.' })],
      ['at the bounds', says({ coverage: 0, accuracy: 1 })],
    ] as const)
      it(name, async () => {
        expect(await judged(reply)).to.deep.include({ status: 'scored' });
      });
  });

  describe('answers that are no judgement', () => {
    for (const [name, reply, reason] of [
      ['prose around JSON', says({}, (json) => `Вот оценка: ${json}`), 'not one JSON object'],
      ['two objects', says({}, (json) => `${json}\n${json}`), 'not one JSON object'],
      ['a list', says({}, (json) => `[${json}]`), 'not one JSON object'],
      ['truncated JSON', says({}, (json) => json.slice(0, 60)), 'not one JSON object'],
      ['prose', { kind: 'answer', text: 'Дайджест хороший, 0.9.' }, 'not one JSON object'],
      ['a score as a text', says({ coverage: '0.9' }), '"coverage" is not a number in 0…1'],
      ['a score above 1', says({ accuracy: 1.2 }), '"accuracy" is not a number in 0…1'],
      ['a score below 0', says({ coherence: -0.1 }), '"coherence" is not a number in 0…1'],
      ['a score in per cent', says({ informativeness: 90 }), '"informativeness" is not a number'],
      ['no score', says({ coverage: null }), '"coverage" is not a number'],
      ['a score left out', says({ coverage: undefined }), 'lacks "coverage"'],
      ['more than was asked for', says({ verdict: 'PASS' }), 'more than was asked for'],
      ['notes that are no text', says({ notes: ['Хорошо.'] }), 'notes of the answer are no text'],
      ['a mark that is not that of the question', says({ mark: 'abc' }), 'does not name the mark'],
      ['an empty answer', { kind: 'answer', text: '  ' }, 'answered nothing'],
      ['an answer cut off', { kind: 'answer', text: '{"mark"', finish: 'length' }, 'cut off at the token limit'],
      ['broken JSON of the server', { kind: 'raw', body: '{"choices": [{' }, 'answered broken JSON'],
      ['an endless answer', { kind: 'endless' }, 'answered more than it may'],
      [
        'the prompt back',
        { kind: 'model', answer: ({ messages }) => messages.map(({ content }) => content).join('\n') },
        'not one JSON object',
      ],
    ] as readonly (readonly [string, LlmReply, string])[])
      it(name, async () => {
        const judgement = await judged(reply);
        expect(judgement).to.include({ status: 'error', fault: 'malformed' });
        expect(judgement.status === 'error' && judgement.reason).to.include(reason);
        server.replies(MODEL);
        expect(await judge().judge(SAMPLE)).to.include({ status: 'scored' });
      });

    it('is asked once more, and the second answer counts with the cost of both', async () => {
      server.replies({ kind: 'answer', text: 'Сейчас.' }, says({}));
      const judgement = await judge().judge(SAMPLE);
      expect(judgement).to.deep.include({ status: 'scored' });
      expect(judgement.usage).to.deep.equal({ calls: 3, tokensIn: 240, tokensOut: 90, cacheHits: 0 });
    });
  });

  describe('an endpoint that fails', () => {
    const slow: LlmReply = { kind: 'model', answer: naiveJudge, delayMs: 400 };
    for (const [name, reply, fault, calls] of [
      ['refuses in words', { kind: 'refusal', text: 'Не могу помочь.' }, 'refused', 1],
      ['filters the answer', { kind: 'answer', text: '…', finish: 'content_filter' }, 'refused', 1],
      [
        'filters the question',
        { kind: 'status', status: 400, body: '{"error":{"message":"filtered","code":"content_filter"}}' },
        ...(['refused', 1] as const),
      ],
      ['is silent', { kind: 'silent' }, 'timed_out', 2],
      ['answers too late', slow, 'timed_out', 2],
      ['answers bit by bit without end', { kind: 'trickle' }, 'timed_out', 2],
      ['is asked too often, and does not say when to come back', { kind: 'status', status: 429 }, 'failed', 2],
      [
        'is asked too often, and says when',
        { kind: 'status', status: 429, headers: { 'retry-after': '0.05' } },
        ...(['failed', 2] as const),
      ],
      ['breaks', { kind: 'status', status: 500 }, 'failed', 2],
      ['hangs up', { kind: 'cut' }, 'failed', 2],
      ['hangs up in the middle of an answer', { kind: 'half' }, 'failed', 2],
      [
        'redirects',
        { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } },
        ...(['failed', 1] as const),
      ],
    ] as readonly (readonly [string, LlmReply, string, number])[])
      it(`${name}: an error of the sample with its cost, never a score`, async () => {
        const shaped = await LlmServer.start(KEY, { shapes: true });
        try {
          shaped.replies(reply);
          const judgement = await judge({ llm: { url: shaped.url, timeoutMs: 200, retries: 1 } }).judge(SAMPLE);
          expect(judgement).to.include({ status: 'error', fault });
          expect(judgement.usage).to.include({ calls, cacheHits: 0 });
          expect(JSON.stringify(judgement)).not.to.include(KEY);
        } finally {
          await shaped.stop();
        }
      });

    it('is away', async () => {
      const gone = await LlmServer.start();
      const { url } = gone;
      await gone.stop();
      expect(await judged(MODEL, { llm: { url } })).to.include({ status: 'error', fault: 'failed' });
    });

    it('has a certificate that nobody vouches for: nothing is sent', async () => {
      const secure = await LlmServer.start(KEY, { tls: SELF_SIGNED });
      try {
        secure.replies(MODEL);
        expect(await judged(MODEL, { llm: { url: secure.url } })).to.include({ status: 'error', fault: 'failed' });
        expect(secure.questions).to.deep.equal([]);
      } finally {
        await secure.stop();
      }
    });

    it('does not know the key: it shows nowhere', async () => {
      const judgement = await judged(MODEL, { llm: { apiKey: 'sk-wrong-secret' } });
      expect(judgement).to.include({ status: 'error', fault: 'failed' });
      expect(inspect(judgement, { depth: 10 })).not.to.include('sk-wrong-secret');
    });
  });

  describe('a call that is not answered', () => {
    let shaped: LlmServer;
    before(async () => {
      shaped = await LlmServer.start(KEY, { shapes: true });
    });
    after(() => shaped.stop());

    it('is given up at an interruption, in the middle of a question and between two attempts, and counted', async () => {
      for (const [reply, unanswered] of [
        [{ kind: 'silent' }, 1],
        [{ kind: 'status', status: 503 }, undefined],
      ] as const) {
        shaped.replies(reply);
        const stop = new AbortController();
        const llm = { url: shaped.url, retries: 5, timeoutMs: 20_000 };
        const work = judge({ llm }).judge(SAMPLE, stop.signal);
        while (shaped.questions.length === 0) await sleep(5);
        await sleep(100);
        stop.abort();
        const { status, usage } = await work;
        expect([status, usage!.unanswered]).to.deep.equal(['given_up', unanswered]);
        expect(usage).to.include({ calls: shaped.questions.length, tokensIn: 0, tokensOut: 0 });
      }
      const before = await judge().judge(SAMPLE, AbortSignal.abort(), 2);
      expect(before).to.deep.include({ status: 'given_up', usage: NO_USAGE });
    });

    it('is counted apart, since nobody knows its tokens', async () => {
      for (const [reply, unanswered] of [
        [{ kind: 'silent' }, 2],
        [{ kind: 'half' }, 2],
        [{ kind: 'raw', body: '{"choices": [' }, 2],
        [{ kind: 'status', status: 500 }, undefined],
        [{ kind: 'answer', text: 'Отличный дайджест!' }, undefined],
      ] as const) {
        shaped.replies(reply);
        const llm = { url: shaped.url, retries: 1, timeoutMs: 200 };
        const { usage } = await judge({ llm }).judge(SAMPLE, undefined, 2);
        expect([usage!.calls, usage!.unanswered], reply.kind).to.deep.equal([2, unanswered]);
      }
    });
  });

  describe('answers that are kept', () => {
    it('cost nothing the second time, and are no repetition', async () => {
      server.replies(MODEL);
      const first = await judge().judge(SAMPLE);
      const again = await judge().judge(SAMPLE);
      expect(again).to.deep.equal({ ...first, usage: { calls: 0, tokensIn: 0, tokensOut: 0, cacheHits: 1 } });
      expect(server.questions).to.have.length(1);
      await judge().judge(SAMPLE, undefined, 2);
      expect(server.questions).to.have.length(2);
    });

    it('belong to the model, the prompt, what was taken out, and both texts', async () => {
      server.replies(MODEL);
      await judge().judge(SAMPLE);
      const summaryMarkdown = `${SAMPLE.summaryMarkdown}\n- Парк закрыт на ремонт.`;
      await judge().judge({ ...SAMPLE, summaryMarkdown });
      await judge().judge({ ...SAMPLE, sourceText: 'Другая новость дня. Её написали сегодня.' });
      await judge({ llm: { model: 'other' } }).judge(SAMPLE);
      await judge({ scenario: { promptVersion: 'ru-review-1' } }).judge(SAMPLE);
      expect(server.questions).to.have.length(5);
      const personal = { ...SAMPLE, sourceText: 'Пишите на anna@mail.ru, звоните.' };
      await judge().judge(personal);
      await judge({ redact: true }).judge(personal);
      expect(server.questions).to.have.length(7);
      expect(server.questions.at(-1)?.messages[1]?.content)
        .to.match(/\[почта \S+\]/u)
        .and.not.include('anna@mail.ru');
      expect(await readFile(join(folder, 'answers.db'), 'latin1')).not.to.include(KEY);
    });
  });

  it('has no word on a sample with nothing to judge, and asks nobody', async () => {
    for (const [changes, reason] of [
      [{ summaryMarkdown: ' \n ' }, 'the summary holds no text'],
      [{ sourceText: '' }, 'the source holds no text'],
      [{ summaryMarkdown: 'Слово. '.repeat(6_000) }, 'the summary has 42000 characters, and the judge reads 30000'],
    ] as const)
      expect(await judged(MODEL, {}, { ...SAMPLE, ...changes })).to.deep.include({ status: 'unscored', reason });
    expect(server.questions).to.deep.equal([]);
  });

  it('shows the judge a bounded part of a huge source, the same share of every post, and says so', async () => {
    const posts = Array.from(
      { length: 1_000 },
      (_, at) => `Пост ${at}. ${'Очень длинная новость 😀 дня. '.repeat(180)}`,
    );
    const sourceText = posts.join('\n');
    const judgement = await judged(MODEL, {}, { ...SAMPLE, sourceText });
    expect(judgement.status === 'scored' && judgement.notes).to.match(
      new RegExp(`Судье показано \\d{5} из ${sourceText.length - 999} знаков источника\\.$`, 'u'),
    );
    const sent = server.questions[0]?.messages[1]?.content ?? '';
    expect(sent.length).to.be.within(55_000, 95_000);
    const texts = [...sent.matchAll(/\{"n":\d+,"text":"(Пост [^"]*)"\}/gu)].map(([, text]) => text ?? '');
    expect(texts.length).to.be.at.least(490);
    expect(new Set(texts.map(({ length }) => length)).size).to.be.at.most(6);
    expect(texts.every((text) => text.endsWith(' […]'))).to.equal(true);
  }).timeout(20_000);

  it('estimates what asking would take', () => {
    const { tokensIn, ...rest } = judge().estimate(SAMPLE);
    expect(rest).to.deep.equal({ calls: 1, tokensOut: 200, cacheHits: 0 });
    expect(tokensIn).to.be.within(500, 3_000);
  });

  describe('test of itself', () => {
    for (const [kind, promptVersion] of [
      ['digests', 'ru-digest-1'],
      ['review_reports', 'ru-review-1'],
    ] as const)
      it(`is passed by a model that can tell good from bad (${kind})`, async () => {
        server.replies(MODEL);
        const test = await judge({ scenario: { kind, promptVersion } }).selfTest();
        expect(test.probes.map(({ name, message }) => [name, message])).to.deep.equal(
          ['known good', 'known bad', 'garbage', 'prompt echo'].map((name) => [name, '']),
        );
        expect(test.ok).to.equal(true);
        expect(test.usage.calls).to.be.at.least(4);
      });

    for (const [name, reply, failing] of [
      ['praises everything', says({}), ['known bad', 'garbage', 'prompt echo']],
      ['damns everything', says({ coverage: 0, accuracy: 0, coherence: 0, informativeness: 0 }), ['known good']],
      [
        'gives the prompt back',
        { kind: 'model', answer: ({ messages }) => messages[1]?.content ?? '' },
        ['known good', 'known bad', 'garbage', 'prompt echo'],
      ],
      ['fails', { kind: 'status', status: 500 }, ['known good', 'known bad', 'garbage', 'prompt echo']],
    ] as readonly (readonly [string, LlmReply, readonly string[]])[])
      it(`is failed by one that ${name}`, async () => {
        server.replies(reply);
        const test = await judge().selfTest();
        expect(test.ok).to.equal(false);
        expect(test.probes.filter(({ ok }) => !ok).map((probe) => probe.name)).to.deep.equal(failing);
      });

    it('does not trust answers of earlier', async () => {
      server.replies(MODEL);
      await judge().selfTest();
      server.replies({ kind: 'status', status: 500 });
      expect((await judge().selfTest()).ok).to.equal(false);
    });
  });

  describe('is refused', () => {
    it('without an endpoint', async () => {
      await expectCode('LLM_NOT_CONFIGURED', () => judge({ llm: { url: null } }));
    });

    it('with another model than the scenario wants', async () => {
      await expectCode('JUDGE_MODEL_MISMATCH', () => judge({ scenario: { judgeModel: 'judge-en' } }));
      expect(judge({ scenario: { judgeModel: 'judge-ru' } }).model).to.equal('judge-ru');
    });

    it('with a version that no prompt has, naming those that there are', async () => {
      const error = await expectCode('JUDGE_PROMPT_NOT_FOUND', () => judge({ scenario: { promptVersion: 'ru-9' } }));
      expect(error.details['known']).to.deep.equal(['ru-digest-1', 'ru-review-1']);
    });

    it('with a prompt that has no place for the data; one’s own prompt is found by its version', async () => {
      await mkdir(join(folder, 'prompts'));
      const own = (user: string): Promise<void> =>
        writeFile(
          join(folder, 'prompts', 'judge-own.md'),
          `---\nname: judge-own\nversion: own-1\nmax_tokens: 99\n---\n\n# system\n\nОцени.\n\n# user\n\n${user}\n`,
        );
      const configDirs = [folder, resolve('config')];
      await own('{{mark}} {{source}}');
      const scenario = { promptVersion: 'own-1' };
      await expectCode('CONFIG_INVALID', () => judge({ scenario, configDirs }));
      await own('{{mark}} {{source}} {{summary}}');
      expect(judge({ scenario, configDirs }).promptVersion).to.equal('own-1');
      expect(judge({ configDirs }).promptVersion).to.equal('ru-digest-1');
    });
  });
});
