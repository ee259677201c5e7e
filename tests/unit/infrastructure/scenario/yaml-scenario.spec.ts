import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';

import { parseScenario } from '#etalon/infrastructure/scenario/parse-scenario.js';
import { YamlScenarioRepository } from '#etalon/infrastructure/scenario/yaml-scenario.repository.js';
import { refusalOf } from '../../../support/refusal.js';
import { expectCode } from '../../../support/expect-code.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const SHIPPED = 'config/scenarios';
const text = () => readFile(join(SHIPPED, 'channel_digest_ru.yaml'), 'utf8');

describe('scenario files', () => {
  it('have no more faults told than a person reads, however many there are', async () => {
    const unknown = Array.from({ length: 500 }, (_, index) => `x${index}: 1`).join('\n');
    const binary = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251)).toString('latin1');
    for (const wrong of [unknown, binary, 'a: "b" c: [\n'.repeat(500)]) {
      const { code, message, details } = await refusalOf(() => parseScenario(wrong, 'x.yaml'));
      expect(code).to.equal('SCENARIO_INVALID');
      expect(message.split('\n').length).to.be.at.most(21);
      expect(message.length).to.be.below(6_000);
      expect(details['faults']).to.have.length.at.most(20);
    }
    expect((await refusalOf(() => parseScenario(unknown, 'x.yaml'))).message).to.match(/… and \d{3} more$/u);
  });

  it('ship with the values of the plan, and values of their own for the lexical judge', async () => {
    const scenarios = new YamlScenarioRepository([SHIPPED]);
    expect(await scenarios.list()).to.deep.equal(['channel_digest_ru', 'review_summary_ru']);
    const values = async (name: string) =>
      (await scenarios.load(name)).metrics.map(({ threshold: { pass, warn } }) => [pass, warn]);
    expect(await values('channel_digest_ru')).to.deep.equal([
      ...[
        [0.88, 0.8],
        [0.9, 0.85],
        [0.9, 0.85],
        [0.88, 0.82],
        [210, 240],
      ],
    ]);
    expect(await values('review_summary_ru')).to.deep.equal([
      ...[
        [0.87, 0.8],
        [0.9, 0.85],
        [0.88, 0.82],
        [0.88, 0.82],
        [300, 360],
      ],
    ]);
    const digest = await scenarios.load('channel_digest_ru');
    expect(digest).to.include({ minimumCoverage: 0.9, defaultJudge: 'lexical', kind: 'digests' });
    expect(digest.metrics[0]!.byJudge).to.have.property('lexical');
    expect(digest.sourceText).to.equal(await text());
  });

  it('can be overlaid by a folder and loaded by path', () =>
    inTemporaryFolder(async (folder) => {
      const own = (await text()).replace('minimum_coverage: 0.9', 'minimum_coverage: 0.5');
      await writeFile(join(folder, 'channel_digest_ru.yaml'), own);
      await writeFile(join(folder, 'mine.yml'), own.replace('name: channel_digest_ru', 'name: mine'));
      const scenarios = new YamlScenarioRepository([folder, join(folder, 'missing'), SHIPPED]);
      expect(await scenarios.list()).to.deep.equal(['channel_digest_ru', 'mine', 'review_summary_ru']);
      expect((await scenarios.load('channel_digest_ru')).minimumCoverage).to.equal(0.5);
      expect((await scenarios.load(join(folder, 'mine.yml'))).name).to.equal('mine');
      expect((await scenarios.load(join(SHIPPED, 'channel_digest_ru.yaml'))).minimumCoverage).to.equal(0.9);
    }));

  it('with an alias that has no anchor are refused with its line and column', async () => {
    const faulty = (await text()).replace(/^title: .*$/mu, 'title: *zz');
    const line = faulty.split('\n').findIndex((one) => one.startsWith('title')) + 1;
    const error = await expectCode('SCENARIO_INVALID', () => parseScenario(faulty, 'mine.yaml'));
    expect(error.message).to.include(`mine.yaml:${line}:8 alias *zz`);
  });

  it('that are there and cannot be read are told apart from missing ones', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'loop.yaml');
      await symlink(path, path);
      const error = await expectCode('FILE_READ_FAILED', new YamlScenarioRepository([folder]).load('loop'));
      expect(error.details).to.deep.equal({ path, code: 'ELOOP' });
    }));

  it('are not found by a wrong name or path; the message lists what there is', () =>
    inTemporaryFolder(async (folder) => {
      const scenarios = new YamlScenarioRepository([SHIPPED]);
      const error = await expectCode('SCENARIO_NOT_FOUND', scenarios.load('digest'));
      expect(error.hint).to.include('channel_digest_ru, review_summary_ru');
      await expectCode('SCENARIO_NOT_FOUND', scenarios.load('./nowhere.yaml'));
      await mkdir(join(folder, 'folder.yaml'));
      await expectCode('SCENARIO_NOT_FOUND', scenarios.load(join(folder, 'folder.yaml')));
    }));

  const faults: readonly [string, (valid: string) => string, RegExp][] = [
    [
      'a wrong kind',
      (valid) => valid.replace('kind: digests', 'kind: poems'),
      /^s\.yaml:\d+:7 kind must be "digests","review_reports"$/u,
    ],
    ['a misspelt setting', (valid) => valid.replace('title:', 'titel:'), /titel is not a setting of scenarios/u],
    ['a missing setting', (valid) => valid.replace(/^default_judge.*$/mu, ''), /s\.yaml:1:1 .*default_judge/u],
    [
      'a share above 1',
      (valid) => valid.replace('minimum_coverage: 0.9', 'minimum_coverage: 9'),
      /s\.yaml:\d+:19 minimum_coverage must be <= 1/u,
    ],
    [
      'warn above pass',
      (valid) => valid.replace('warn: 0.80', 'warn: 0.99'),
      /s\.yaml:\d+:11 warn 0\.99 lies above pass 0\.88/u,
    ],
    [
      'a pass value that no score reaches',
      (valid) => valid.replace('pass: 0.88', 'pass: 1.5'),
      /s\.yaml:\d+:11 pass 1\.5 lies outside 0…1/u,
    ],
    [
      'values of a judge that every score reaches',
      (valid) => valid.replace(/lexical: \{ pass: [\d.]+, warn: [\d.]+/u, 'lexical: { pass: -1, warn: -2'),
      /pass -1 lies outside 0…1/u,
    ],
    ['warn below pass for latency', (valid) => valid.replace('warn: 240', 'warn: 24'), /warn 24 lies below pass 210/u],
    [
      'wrong values of a judge',
      (valid) => valid.replace(/lexical: \{ pass: [\d.]+/u, 'lexical: { pass: 0.1'),
      /lies above pass 0\.1/u,
    ],
    [
      'a metric given twice',
      (valid) => valid.replace('name: accuracy', 'name: coverage'),
      /metric coverage is there twice/u,
    ],
    ['broken YAML', (valid) => `${valid}\n  - [`, /s\.yaml:\d+:\d+ /u],
    ['a key given twice', (valid) => `${valid}\nkind: digests\n`, /s\.yaml:\d+:1 .*unique/u],
    ['an empty file', () => '', /s\.yaml:1:1 the file must be object/u],
    ['a list', () => '- 1', /s\.yaml:1:1 the file must be object/u],
  ];
  for (const [name, spoil, message] of faults)
    it(`name line and column of ${name}`, async () => {
      const spoilt = spoil(await text());
      const error = await expectCode('SCENARIO_INVALID', () => parseScenario(spoilt, 's.yaml'));
      expect(
        error.message.split('\n').find((line) => message.test(line)),
        error.message,
      ).to.match(message);
      expect(error.details).to.have.property('faults').that.is.an('array').that.is.not.empty;
    });

  it('list all faults at once', async () => {
    const spoilt = (await text()).replace('kind: digests', 'kind: poems').replace('strata: channel', 'strata: day');
    const error = await expectCode('SCENARIO_INVALID', () => parseScenario(spoilt, 's.yaml'));
    expect(error.message.split('\n')).to.have.length(2);
  });
});
