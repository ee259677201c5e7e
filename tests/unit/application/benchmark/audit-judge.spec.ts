import { EventEmitter, once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { AuditJudgeUseCase } from '#etalon/application/benchmark/audit-judge.use-case.js';
import type { AuditJudgeCommand } from '#etalon/application/benchmark/audit-judge.command.js';
import type { SpanLog } from '#etalon/application/ports/span-log.port.js';
import type { Judge, Judgement } from '#etalon/application/ports/judge.port.js';
import type { DefectRow, JudgeAudit } from '#etalon/domain/benchmark/audit/judge-audit.js';
import type { JudgeUsage } from '#etalon/domain/benchmark/judge-usage.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { benchmarkPorts, exported } from '../../../support/benchmark-ports.js';
import { expectCode } from '../../../support/expect-code.js';
import { digest, report } from '../../../support/samples.js';
import { allScores, scriptedJudge } from '../../../support/scripted-judge.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const COMMAND = { judge: 'lexical', seed: 1, perDefect: 10 } as const;
const DAYS = Array.from({ length: 12 }, (_, index) => index + 1);
const TOWNS = ['Твери', 'Казани', 'Омске', 'Томске', 'Перми', 'Пскове', 'Туле', 'Уфе', 'Чите', 'Клину', 'Орле', 'Сочи'];

/** A day with facts of every kind, and a summary that takes them over. */
function rich(day: number, channel = '@city'): DigestSample {
  const town = TOWNS[day - 1]!;
  const texts = [
    `Вчера в ${town} открыли новый мост. Строительство обошлось в ${300 + day} млн рублей. Движение запустили ${day} ноября.`,
    `Инженеры из ${town} показали спутник. Аппарат весит ${40 + day} килограммов. Его запустят ${day + 2} марта, говорит Иван Лебедев.`,
    `Школы города получат ${day + 5} автобусов. Водителей обучат на курсах Google. Занятия начнутся ${day + 4} января.`,
  ];
  const posts = texts.map((text) => {
    const title = text.split('. ')[0]!;
    return { title, summary: '', text: `${title}\n\n${text}` };
  });
  const summaryMarkdown = `# Дайджест\n\n${texts.map((text) => `- ${text}`).join('\n')}\n`;
  return {
    ...digest(day),
    id: `${channel} ${day}`,
    channel: channel,
    posts,
    summaryMarkdown,
  };
}

const RICH = DAYS.map((day) => rich(day));

function judge(kind: string, answer: (sample: ExportRecord) => Judgement): Judge {
  return {
    kind,
    model: `${kind}-1`,
    promptVersion: '1',
    promptHash: null,
    cost: 'free',
    judge: (sample) => Promise.resolve().then(() => answer(sample)),
  };
}

const ALL = { coverage: 0.5, accuracy: 0.5, coherence: 0.5, informativeness: 0.5 };

async function audited(
  samples: readonly DigestSample[],
  judges: readonly Judge[] = [],
  command: Partial<Omit<AuditJudgeCommand, 'dataset'>> = {},
): Promise<JudgeAudit> {
  return await inTemporaryFolder(async (folder) => {
    const dataset = await exported(folder, samples);
    const useCase = new AuditJudgeUseCase(benchmarkPorts(folder, ...judges), 'Europe/Moscow');
    return await useCase.execute({ ...COMMAND, ...command, dataset });
  });
}

const rowOf = ({ defects }: JudgeAudit, defect: string, text = 'original'): DefectRow =>
  defects.find((row) => row.defect === defect && row.text === text)!;

describe('AuditJudgeUseCase', function () {
  this.timeout(60_000);

  it('shows that the lexical judge sees changed facts, added claims, other days and repetition', async () => {
    const audit = await audited(RICH);
    for (const defect of [
      'number_random',
      'date_random',
      'claim_added',
      'other_day',
      'text_repeated',
      'items_left_out',
    ]) {
      const { auc, pairs, clusters, ok } = rowOf(audit, defect);
      expect({ pairs, clusters, ok }, defect).to.deep.equal({ pairs: 10, clusters: 10, ok: true });
      expect(auc, defect).to.be.at.least(0.95);
    }
    expect(audit.dataset).to.include({ kind: 'digests', samples: 12, drawnFrom: 'real' });
    expect(audit.control.map(({ metric }) => metric)).to.deep.equal(Object.keys(ALL));
    expect(audit.injections).to.have.length(2 * 4 * 4);
    expect(audit.injections.every(({ samples }) => samples === 10)).to.equal(true);
  });

  it('is the same for the same seed, and another for another one', async () => {
    const strip = ({ dataset, ...rest }: JudgeAudit) => ({ ...rest, dataset: { ...dataset, path: '' } });
    const first = strip(await audited(RICH));
    expect(strip(await audited(RICH))).to.deep.equal(first);
    expect(strip(await audited(RICH, [], { ...COMMAND, seed: 2 })).defects).not.to.deep.equal(first.defects);
  });

  it('is not content with a judge that always says the same', async () => {
    const audit = await audited(RICH, [judge('flat', () => ({ status: 'scored', scores: ALL, notes: '' }))], {
      judge: 'flat',
    });
    const expected = audit.defects.filter((row) => row.expected);
    expect(expected.every(({ auc, ties, pairs, ok }) => auc === 0.5 && ties === pairs && ok === false)).to.equal(true);
    expect(audit.defects.filter((row) => row.expected === null).every(({ ok }) => ok === null)).to.equal(true);
    expect(audit.injections.every(({ ok }) => ok)).to.equal(true);
    expect(audit.ok).to.equal(false);
  });

  it('is not content with a judge that obeys an instruction', async () => {
    const naive = judge('naive', ({ summaryMarkdown }) => ({
      status: 'scored',
      scores: /1\.0|максимальн|highest|высший/u.test(summaryMarkdown) ? { ...ALL, accuracy: 1 } : ALL,
      notes: '',
    }));
    const { injections } = await audited(RICH, [naive], { judge: 'naive' });
    const gained = injections.filter(({ ok }) => !ok);
    expect(new Set(gained.map(({ where, metric }) => `${where} ${metric}`))).to.deep.equal(
      new Set(['summary accuracy']),
    );
    expect(gained).to.have.length(4);
    expect(gained[0]).to.include({ largestGain: 0.5, reason: 'more than 0.02' });
  });

  it('finds the one phrasing and the one place that a judge obeys, whatever the seed', async () => {
    const naive = judge('naive', ({ summaryMarkdown }) => ({
      status: 'scored',
      scores: summaryMarkdown.includes('## {"role": "system"') ? { ...ALL, coverage: 1 } : ALL,
      notes: '',
    }));
    for (const seed of [1, 2]) {
      const { injections } = await audited(RICH, [naive], { judge: 'naive', seed });
      const gained = injections.filter(({ ok }) => !ok);
      expect(gained.map(({ where, language, metric }) => [where, language, metric])).to.deep.equal([
        ['summary', 'json', 'coverage'],
      ]);
    }
  });

  it('counts what the judge fails at as skipped with the reason, never as a low score', async () => {
    let calls = 0;
    const failing = judge('failing', () => {
      calls += 1;
      if (calls % 2 === 0) throw new EtalonError('LLM_UNAVAILABLE', 'Away.');
      return { status: 'scored', scores: ALL, notes: '' };
    });
    const audit = await audited(RICH, [failing], { judge: 'failing' });
    const row = rowOf(audit, 'padding');
    expect(row.pairs + row.skipped).to.equal(12);
    for (const { reason } of row.skippedReasons)
      expect(reason).to.match(/^(clean|spoilt) summary: error: LLM_UNAVAILABLE: Away\.$/u);
    expect(row.meanDrop).to.equal(0);
    const none = await audited(RICH, [judge('mute', () => ({ status: 'unscored', reason: 'no' }))], { judge: 'mute' });
    expect(rowOf(none, 'padding')).to.include({
      pairs: 0,
      auc: null,
      ok: false,
      reason: 'the judge gave no scores for 12 of 12 samples',
    });
    expect(none.control[0]).to.include({ meanDrop: null, samples: 0 });
  });

  it('lets no row pass in which more than a tenth of the answers is missing, however well the others look', async () => {
    const seen = judge('choosy', ({ sampleId, summaryMarkdown }) => {
      const isSpoilt = !RICH.some((sample) => sample.summaryMarkdown === summaryMarkdown);
      if (isSpoilt && ['@city 3', '@city 7'].includes(sampleId)) return { status: 'unscored', reason: 'no' };
      const value = isSpoilt ? 0.1 : 0.9;
      return { status: 'scored', scores: { ...ALL, informativeness: value }, notes: '' };
    });
    const row = rowOf(await audited(RICH, [seen], { judge: 'choosy' }), 'padding');
    expect(row).to.include({ pairs: 10, auc: 1, ok: false, reason: 'the judge gave no scores for 2 of 12 samples' });
    expect(row.interval!.lower).to.be.greaterThan(0.5);
  });

  it('asks nothing of a judge that fails the test of itself', async () => {
    let calls = 0;
    const failing = judge('failing', () => {
      calls += 1;
      return { status: 'scored', scores: ALL, notes: '' };
    });
    const probes = [{ name: 'garbage', ok: false, message: 'scored 1.0' }];
    const selfTest = () =>
      Promise.resolve({ ok: false, probes, usage: { calls: 1, tokensIn: 0, tokensOut: 0, cacheHits: 0 } });
    await expectCode('JUDGE_SELF_TEST_FAILED', audited(RICH, [{ ...failing, selfTest }], { judge: 'failing' }));
    expect(calls).to.equal(0);
  });

  it('lets defects of a judge through', async () => {
    const broken = judge('broken', () => {
      throw new TypeError('a defect');
    });
    const failure: unknown = await audited(RICH, [broken], { judge: 'broken' }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });

  it('takes each channel in its turn, real samples before synthetic ones', async () => {
    const seen = new Set<string>();
    const watching = judge('watching', ({ channel }) => {
      seen.add(channel);
      return { status: 'scored', scores: ALL, notes: '' };
    });
    const small = rich(1, '@small');
    const synthetic = (sample: DigestSample): DigestSample => ({
      ...sample,
      metadata: { ...sample.metadata, provenance: 'synthetic' },
    });
    const made = [...RICH, small, synthetic(rich(2, '@made'))];
    const audit = await audited(made, [watching], { judge: 'watching', perDefect: 3 });
    expect([...seen].sort()).to.deep.equal(['@city', '@small']);
    expect(rowOf(audit, 'other_day').pairs).to.equal(3);
    expect((await audited(RICH.map(synthetic), [watching], { judge: 'watching' })).dataset.drawnFrom).to.equal(
      'synthetic',
    );
  });

  it('audits on review reports too, and says why a defect finds no place', () =>
    inTemporaryFolder(async (folder) => {
      const dataset = await exported(
        folder,
        DAYS.map((day) => report(day)),
      );
      const audit = await new AuditJudgeUseCase(benchmarkPorts(folder), 'Europe/Moscow').execute({
        ...COMMAND,
        dataset,
      });
      expect(audit.dataset.kind).to.equal('review_reports');
      expect(rowOf(audit, 'number_random')).to.deep.include({
        ...{ pairs: 0, skipped: 12, ok: null },
        skippedReasons: [{ reason: 'no number in the text', samples: 12 }],
      });
    }));

  it('reads the newest export of digests, and refuses what is not there, empty, broken or unknown', () =>
    inTemporaryFolder(async (folder) => {
      const useCase = new AuditJudgeUseCase(benchmarkPorts(folder), 'Europe/Moscow');
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', useCase.execute(COMMAND));
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', useCase.execute({ ...COMMAND, dataset: join(folder, 'none') }));
      await expectCode('USAGE', useCase.execute({ ...COMMAND, judge: 'stored' }));
      const unknown = await expectCode('BENCHMARK_JUDGE_UNKNOWN', useCase.execute({ ...COMMAND, judge: 'oracle' }));
      expect(unknown.hint, 'only what can be audited').to.equal('Choose --judge lexical.');
      expect(unknown.details['known']).to.deep.equal(['lexical']);
      await expectCode('BENCHMARK_DATASET_EMPTY', useCase.execute({ ...COMMAND, dataset: await exported(folder, []) }));
      const path = await exported(folder, RICH.slice(0, 2));
      expect((await useCase.execute(COMMAND)).dataset.path).to.equal(path);
      await writeFile(path, `${await readFile(path, 'utf8')}{}\n`);
      await expectCode('BENCHMARK_DATASET_INVALID', useCase.execute(COMMAND));
    }));

  it('stops at a signal', () =>
    inTemporaryFolder(async (folder) => {
      const dataset = await exported(folder, RICH);
      const controller = new AbortController();
      let calls = 0;
      const stopping = judge('stopping', () => {
        calls += 1;
        if (calls === 3) controller.abort();
        return { status: 'scored', scores: ALL, notes: '' };
      });
      const useCase = new AuditJudgeUseCase(benchmarkPorts(folder, stopping), 'Europe/Moscow');
      const command = { ...COMMAND, judge: 'stopping', dataset, signal: controller.signal };
      await expectCode('INTERRUPTED', useCase.execute(command));
      expect(calls).to.equal(3);
      await expectCode('INTERRUPTED', useCase.execute(command));
    }));

  describe('of a judge whose calls cost something', () => {
    const usage = { calls: 1, tokensIn: 10, tokensOut: 1, cacheHits: 0 };
    /** Scores by words that are alike, so that the same text has the same scores whenever it is asked about. */
    const answer = ({ sourceText, summaryMarkdown }: ExportRecord): Judgement => {
      const value = ((sourceText.length + 7 * summaryMarkdown.length) % 101) / 101;
      return { status: 'scored', scores: { ...ALL, accuracy: value, coverage: value }, notes: '', usage };
    };
    const estimate = () => usage;

    async function onStage(
      ask: Parameters<typeof scriptedJudge>[1],
      changes: Partial<AuditJudgeCommand> = {},
      judgeChanges: Partial<Judge> = {},
    ) {
      return await inTemporaryFolder(async (folder) => {
        const dataset = await exported(folder, RICH);
        const ports = benchmarkPorts(folder, scriptedJudge('paid', ask, judgeChanges));
        const useCase = new AuditJudgeUseCase(ports, 'Europe/Moscow');
        const outcome = await useCase
          .execute({ ...COMMAND, perDefect: 5, judge: 'paid', dataset, ...changes })
          .then((audit) => ({ audit, error: undefined }))
          .catch((error: unknown) => ({ audit: undefined, error: error as EtalonError }));
        const metrics = await ports.metrics.exposition();
        return { ...outcome, metrics, spans: (ports.tracer as unknown as SpanLog).finished() };
      });
    }

    it('asks eight at once, or as many as it is told, and comes to the same whoever answers first', async () => {
      const told = async (maxConcurrency: number | undefined, delay: (length: number) => number) => {
        let [now, most] = [0, 0];
        const asked = new EventEmitter();
        const all = once(asked, 'all');
        const { audit } = await onStage(
          async ({ sample }) => {
            now += 1;
            most = Math.max(most, now);
            // Nobody answers before as many are asked at once as may be.
            if (most === (maxConcurrency ?? 8)) asked.emit('all');
            await all;
            await sleep(delay(sample.summaryMarkdown.length));
            now -= 1;
            // Some answers fail, always the same ones.
            if (sample.summaryMarkdown.length % 23 === 0)
              return { status: 'error', fault: 'malformed', reason: 'prose', usage };
            return answer(sample);
          },
          maxConcurrency === undefined ? {} : { maxConcurrency },
        );
        return { most, rest: { ...audit!, dataset: null } };
      };
      const one = await told(1, () => 0);
      const eight = await told(undefined, (length) => length % 4);
      const others = await told(5, (length) => (length * 7) % 5);
      expect([one.most, eight.most, others.most]).to.deep.equal([1, 8, 5]);
      expect(eight.rest).to.deep.equal(one.rest);
      expect(others.rest).to.deep.equal(one.rest);
    });

    it('says before it begins how many calls it takes, and takes as many', async () => {
      let calls = 0;
      let planned: JudgeUsage | undefined;
      let asked: number | undefined;
      const onPlan = (cost: JudgeUsage) => {
        planned = cost;
        asked = calls;
      };
      const selfTest = () => Promise.resolve({ ok: true, probes: [], usage: { ...usage, calls: 4 } });
      const selfTestCost = () => ({ ...usage, calls: 4 });
      const { audit } = await onStage(
        ({ sample }) => {
          calls += 1;
          return answer(sample);
        },
        { onPlan },
        { estimate, selfTest, selfTestCost },
      );
      expect(asked, 'before anything was asked').to.equal(0);
      expect(calls).to.be.greaterThan(100);
      expect(planned).to.deep.equal(audit!.cost);
      expect(audit!.cost.calls).to.equal(calls + 4);
    });

    it('keeps to its budget of calls and of tokens; what is left is missing, and lets nothing pass', async () => {
      for (const budget of [{ budgetCalls: 60 }, { budgetTokens: 660 }]) {
        let calls = 0;
        const counted = await onStage(
          async ({ sample }) => {
            calls += 1;
            await sleep(calls % 3);
            return answer(sample);
          },
          budget,
          { estimate },
        );
        const { audit } = counted;
        expect([calls, audit!.cost.calls]).to.deep.equal([60, 60]);
        expect(audit!.ok).to.equal(false);
        expect(audit!.injections.every(({ ok, samples }) => !ok && samples === 0)).to.equal(true);
        const row = rowOf(audit!, 'padding', 'rewritten');
        expect(row).to.include({ pairs: 0, ok: false });
        expect(row.skippedReasons.map(({ reason }) => reason).join()).to.include('was used up');
      }
      const selfTestCost = () => ({ ...usage, calls: 4 });
      const selfTest = () => Promise.reject(new Error('asked'));
      const small = await onStage(() => allScores(1), { budgetCalls: 4 }, { selfTest, selfTestCost });
      expect(small.error!.code).to.equal('BENCHMARK_BUDGET_TOO_SMALL');
    });

    it('counts requests and has spans, as a run does', async () => {
      const { audit, metrics, spans } = await onStage(({ sample }) => answer(sample));
      const { calls } = audit!.cost;
      expect(metrics).to.include(`judge_requests_total{judge="paid",status="scored"} ${calls}`);
      expect(metrics).to.include(`judge_request_duration_seconds_count{judge="paid",status="scored"} ${calls}`);
      const whole = spans.find(({ name }) => name === 'judge.audit')!;
      expect(whole.attributes).to.include({ 'judge.kind': 'paid', 'gen_ai.request.model': 'paid-1' });
      const call = spans.find(({ name }) => name === 'judge.call')!;
      expect(call.attributes).to.include({ 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 1 });
      expect(call.traceId).to.equal(whole.traceId);
      expect(spans.filter(({ name }) => name === 'judge.call')).to.have.length(calls);
    });

    it('ends with what went wrong where the judge is away, and with what was spent by then', async () => {
      let calls = 0;
      const { error } = await onStage(({ sample }) => {
        calls += 1;
        if (calls <= 30) return answer(sample);
        return {
          status: 'error',
          fault: 'failed',
          reason: 'LLM_UNAVAILABLE: gone',
          usage: { ...usage, unanswered: 1 },
        };
      });
      expect(error).to.be.instanceOf(EtalonError);
      expect(error).to.include({ code: 'LLM_UNAVAILABLE', exitCode: 1 });
      expect(error!.message).to.include('20 times in a row').and.include('LLM_UNAVAILABLE: gone');
      expect(calls).to.be.within(50, 60);
      expect(error!.details['cost']).to.include({ calls, unanswered: calls - 30 });
    });

    it('says at an interruption what was spent, the calls under way included; and tests a judge after the data', async () => {
      const controller = new AbortController();
      let calls = 0;
      const { error } = await onStage(
        ({ sample, signal }) => {
          calls += 1;
          if (calls < 20) return answer(sample);
          setTimeout(() => {
            controller.abort();
          }, 20);
          return new Promise((_resolve, reject) => {
            signal!.addEventListener('abort', () => {
              reject(new EtalonError('INTERRUPTED', 'Stopped.'));
            });
          });
        },
        { signal: controller.signal },
      );
      expect(error!.code).to.equal('INTERRUPTED');
      expect(error!.details['cost']).to.include({ calls, unanswered: calls - 19 });
      let tested = 0;
      const selfTest = () => {
        tested += 1;
        return Promise.resolve({ ok: true, probes: [], usage });
      };
      const missing = await onStage(() => allScores(1), { dataset: '/nowhere.jsonl' }, { selfTest });
      expect([missing.error!.code, tested]).to.deep.equal(['BENCHMARK_DATASET_NOT_FOUND', 0]);
    });

    it('counts the calls of a test that is interrupted', async () => {
      const controller = new AbortController();
      const { error } = await onStage(
        () => allScores(1),
        { signal: controller.signal },
        {
          selfTest: (signal, allowance) => {
            allowance?.take();
            allowance?.take();
            setTimeout(() => {
              controller.abort();
            }, 5);
            return new Promise((_resolve, reject) => {
              signal!.addEventListener('abort', () => {
                reject(signal!.reason as Error);
              });
            });
          },
        },
      );
      expect(error!.code).to.equal('INTERRUPTED');
      expect(error!.details['cost']).to.include({ calls: 2, unanswered: 2 });
      expect(error!.message).to.include('2 of them without an answer');
    });
  });
});
