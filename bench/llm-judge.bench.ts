import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Judge } from '#etalon/application/ports/judge.port.js';
import type { Scenario } from '#etalon/domain/benchmark/scenario.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { configuredLlmJudge } from '#etalon/infrastructure/judges/llm/configured-llm-judge.js';
import { judgeQuestion } from '#etalon/infrastructure/judges/llm/judge-question.js';
import { judgePrompt } from '#etalon/infrastructure/judges/llm/judge-prompt.js';
import { chatRequest } from '#etalon/infrastructure/llm/chat-request.js';
import { LlmAnswerCache } from '#etalon/infrastructure/llm/llm-answer-cache.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';

/*
 * The LLM judge (question, fence, cache, answer) at concurrency 64 against a server in another process that answers after
 * a fixed time, beside bare clients that send the same bytes:
 *   node build/bench/llm-judge.bench.js
 * The ideal is 64 answers every so many milliseconds.
 */
const CONCURRENCY = 64;
const ROUNDS = 2;
/** Code that runs for the first time is slow: what is measured is the middle of a long run. */
const WARM_UP = 2_000;
const SENTENCE = 'Городские власти рассказали, что движение по новому мосту через реку откроют раньше срока. ';

let made = 0;
/** A sample of 2 KB of text that no earlier one equals, so that no answer comes from the cache. */
function sample(): ExportRecord {
  made += 1;
  const post = (index: number): string => `Новость ${made}.${index}. ${SENTENCE.repeat(2)}`;
  return {
    ...{ kind: 'digests', sampleId: `digest-${made}`, channel: '@bench', language: 'ru', timestamp: 0 },
    sourceText: Array.from({ length: 6 }, (_, index) => post(index)).join('\n'),
    summaryMarkdown: `## Главное\n\n- ${SENTENCE}\n- Новость номер ${made}.`,
    metadata: { llmModel: 'bench', featureFlags: {}, provenance: 'imported' },
    ...{ judge: null, latencySeconds: 1 },
  };
}

/** Answers a second, `CONCURRENCY` questions at a time; the first ones, which open connections, are not counted. */
async function rate(count: number, ask: () => Promise<unknown>): Promise<number> {
  await Promise.all(Array.from({ length: CONCURRENCY }, ask));
  let left = count;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return count / ((performance.now() - started) / 1000);
}

async function judged(judge: Judge): Promise<void> {
  const judgement = await judge.judge(sample());
  if (judgement.status !== 'scored') throw new Error(judgement.reason);
}

const hasher = new NodeHasher();
const style = {
  prompt: judgePrompt([resolve('config')], 'ru-digest-1'),
  redact: false,
  hash: (text: string) => hasher.hash(text),
};
function body(): string {
  const question = judgeQuestion(sample(), style);
  if ('unscored' in question) throw new Error(question.unscored);
  return chatRequest('bench', question.request, true);
}

const HEADERS = { 'content-type': 'application/json', authorization: 'Bearer bench' };

function bareFetch(url: string): () => Promise<unknown> {
  return async () => {
    const answer = await fetch(url, { method: 'POST', headers: HEADERS, body: body() });
    return answer.json();
  };
}

function bareAgent(url: string): () => Promise<unknown> {
  const agent = new Agent({ keepAlive: true });
  return () =>
    new Promise((done, reject) => {
      const sent = request(url, { method: 'POST', agent, headers: HEADERS }, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () => {
          done(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        });
      });
      sent.on('error', reject).end(body());
    });
}

async function measure(latency: number, folder: string, counted = true): Promise<void> {
  const script = resolve('build/bench/support/chat-server.js');
  const server = spawn(process.execPath, [script, String(latency)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [port] = (await once(server.stdout!, 'data')) as [Buffer];
  const url = `http://127.0.0.1:${Number(port.toString())}/v1`;
  const answers = new LlmAnswerCache(join(folder, `${latency}.db`), hasher);
  const llm = { url, model: 'bench', apiKey: 'bench', timeoutMs: 60_000, retries: 3 };
  const nothing = (): undefined => undefined;
  const logger = {
    debug: nothing,
    info: nothing,
    warn: console.warn,
    error: nothing,
    child: (): never => logger as never,
  };
  const scenario = { name: 'bench', kind: 'digests', judgeModel: 'any', promptVersion: 'ru-digest-1' } as Scenario;
  const settings = { llm, configDirs: [resolve('config')], redact: false };
  const judge = configuredLlmJudge(scenario, { settings, clock: new SystemClock(), hasher, logger, answers });
  const ideal = CONCURRENCY / (latency / 1000);
  const count = counted ? Math.round(ideal * 3) : WARM_UP;
  const ways = {
    'the judge': () => judged(judge),
    'bare http.Agent': bareAgent(`${url}/chat/completions`),
    'bare fetch': bareFetch(`${url}/chat/completions`),
  };
  if (counted)
    console.log(`${latency} ms a question, ${CONCURRENCY} at once, ideal ${Math.round(ideal)} answers a second`);
  for (const [name, ask] of Object.entries(ways)) {
    let best = 0;
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) best = Math.max(best, await rate(count, ask));
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000 / ((count + CONCURRENCY) * ROUNDS);
    const share = `${(best / ideal).toFixed(3)} of the ideal`;
    console.log(
      `  ${name.padEnd(16)} ${String(Math.round(best)).padStart(5)} a second, ${share}, ${cpu.toFixed(2)} ms of CPU each`,
    );
  }
  await answers.close();
  server.kill();
}

const folder = await mkdtemp(join(tmpdir(), 'etalon-bench-'));
try {
  await measure(1, folder, false);
  for (const latency of [500, 50]) await measure(latency, folder);
  console.log(`  resident memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
} finally {
  await rm(folder, { recursive: true });
}
