/** The languages of the page. */
export type PageLanguage = 'en' | 'ru';

/** What the page of benchmark results says in one language. */
export interface PageWords {
  readonly title: string;
  readonly introduction: string;
  readonly verdict: string;
  readonly facts: {
    readonly run: string;
    readonly dataset: string;
    readonly judge: string;
    readonly samples: string;
    readonly preregistration: string;
    readonly machine: string;
    readonly cost: string;
  };
  /** Before the number of samples of a data set. */
  readonly samplesOf: string;
  /** Facts of the environment, in their order, and what stands before each. */
  readonly machine: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly latency: string;
  readonly comparison: string;
  readonly reproduce: string;
}

/** The words of the page by language; verdicts, metrics and commands are names and stay as they are. */
export const PAGE_WORDS: Readonly<Record<PageLanguage, PageWords>> = {
  en: {
    title: 'Performance benchmarks',
    introduction:
      'The newest reported run of each scenario. The parts between markers are written by ' +
      '`etalon benchmark report RUN --markdown`; text outside them is kept.',
    verdict: 'Verdict',
    facts: {
      run: 'run',
      dataset: 'data set',
      judge: 'judge',
      samples: 'samples scored',
      preregistration: 'pre-registration',
      machine: 'machine',
      cost: 'judge calls, tokens in, tokens out, answers from the cache',
    },
    samplesOf: 'samples:',
    machine: { cpu: 'CPU', cores: 'cores:', platform: 'platform', node: 'Node.js', gpu: 'GPU' },
    columns: {},
    latency: 'Latency of the pipeline',
    comparison: 'Against the baseline',
    reproduce: 'To make it again',
  },
  ru: {
    title: 'Результаты бенчмарков',
    introduction:
      'Последний описанный прогон каждого сценария. Части между метками пишет ' +
      '`etalon benchmark report RUN --markdown`; текст вне меток сохраняется.',
    verdict: 'Вердикт',
    facts: {
      run: 'прогон',
      dataset: 'набор данных',
      judge: 'судья',
      samples: 'оценено образцов',
      preregistration: 'предварительная регистрация',
      machine: 'машина',
      cost: 'вызовы судьи, токены на входе, токены на выходе, ответы из кэша',
    },
    samplesOf: 'образцов:',
    machine: { cpu: 'процессор', cores: 'ядер:', platform: 'платформа', node: 'Node.js', gpu: 'GPU' },
    columns: {
      metric: 'метрика',
      estimate: 'оценка',
      'interval 95 %': 'интервал 95 %',
      n: 'n',
      days: 'дни',
      pass: 'порог PASS',
      warn: 'порог WARN',
      verdict: 'вердикт',
      strength: 'сила',
      reason: 'причина',
      latency: 'задержка',
      'estimate (type 7)': 'оценка (тип 7)',
      difference: 'разность',
      'equivalence interval': 'интервал эквивалентности',
      margin: 'допуск',
      detectable: 'различимый эффект',
    },
    latency: 'Задержка конвейера',
    comparison: 'Сравнение с базовым прогоном',
    reproduce: 'Как повторить',
  },
};
