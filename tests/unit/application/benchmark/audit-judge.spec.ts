import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { AuditJudgeUseCase } from '#etalon/application/benchmark/audit-judge.use-case.js';
import type { Judge, Judgement } from '#etalon/application/ports/judge.port.js';
import type { DefectRow, JudgeAudit } from '#etalon/domain/benchmark/audit/judge-audit.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { benchmarkPorts, exported } from '../../../support/benchmark-ports.js';
import { expectCode } from '../../../support/expect-code.js';
import { digest, report } from '../../../support/samples.js';
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
  command: Partial<typeof COMMAND> | { readonly judge: string } = {},
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
      expect({ auc, pairs, clusters, ok }, defect).to.deep.equal({ auc: 1, pairs: 10, clusters: 10, ok: true });
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
    expect(strip(await audited(RICH, [], { ...COMMAND, seed: 2 } as never)).defects).not.to.deep.equal(first.defects);
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
    expect(row.skippedReasons.every(({ reason }) => reason.endsWith('summary: error: LLM_UNAVAILABLE'))).to.equal(true);
    expect(row.meanDrop).to.equal(0);
    const none = await audited(RICH, [judge('mute', () => ({ status: 'unscored', reason: 'no' }))], { judge: 'mute' });
    expect(rowOf(none, 'padding')).to.include({ pairs: 0, auc: null, ok: false, reason: 'fewer than 5 pairs' });
    expect(none.control[0]).to.include({ meanDrop: null, samples: 0 });
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
    const audit = await audited(made, [watching], { judge: 'watching', perDefect: 3 } as never);
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
        ...{ pairs: 0, skipped: 12, ok: false },
        skippedReasons: [{ reason: 'no number in the text', samples: 12 }],
      });
    }));

  it('reads the newest export of digests, and refuses what is not there, empty, broken or unknown', () =>
    inTemporaryFolder(async (folder) => {
      const useCase = new AuditJudgeUseCase(benchmarkPorts(folder), 'Europe/Moscow');
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', useCase.execute(COMMAND));
      await expectCode('BENCHMARK_DATASET_NOT_FOUND', useCase.execute({ ...COMMAND, dataset: join(folder, 'none') }));
      await expectCode('USAGE', useCase.execute({ ...COMMAND, judge: 'stored' }));
      await expectCode('BENCHMARK_JUDGE_UNKNOWN', useCase.execute({ ...COMMAND, judge: 'oracle' }));
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
});
