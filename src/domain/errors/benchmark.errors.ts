import type { ErrorEntry } from './error-entry.js';
import { badInput, conflict, notFound, unavailable } from './error-entry.js';

/** Errors of benchmark scenarios, runs and reports. */
export const BENCHMARK_ERRORS = {
  SCENARIO_NOT_FOUND: notFound('No scenario has that name.', 'Run `etalon benchmark scenarios` to see what there is.'),
  SCENARIO_INVALID: badInput('A scenario file has faults; they are listed, 20 at most.', 'Correct the listed lines.'),
  BENCHMARK_DATASET_INVALID: badInput(
    'A line of the data set is not a sample.',
    'Export again, or correct the line that the message names.',
  ),
  BENCHMARK_DATASET_EMPTY: badInput('The data set holds no sample.', 'Export again with a query that finds documents.'),
  BENCHMARK_DATASET_CHANGED: conflict(
    'The data set file was changed while the run read it; the run is marked as failed.',
    'Put the file back and resume, or run the benchmark again when nothing writes to it.',
  ),
  BENCHMARK_DATASET_DIFFERS: badInput(
    'The data set file is not the one that the manifest beside it describes: it was edited, or an export was interrupted.',
    'See what differs with `etalon export verify FOLDER`, and export again; move a file that you edited on purpose elsewhere.',
  ),
  BENCHMARK_DATASET_NOT_FOUND: notFound(
    'The data set file does not exist, or nothing was exported yet.',
    'Run `etalon export digests` first.',
  ),
  BENCHMARK_JUDGE_UNKNOWN: badInput(
    'The scenario names a judge that this version does not have.',
    'Choose --judge stored, lexical or llm.',
  ),
  BENCHMARK_JUDGES_MIXED: badInput(
    'The data set holds the scores of several judges, which must not be mixed in one estimate.',
    'Choose one with --stored-judge NAME.',
  ),
  BENCHMARK_STORED_JUDGE_UNKNOWN: notFound(
    'The data set holds no scores of that judge.',
    'Choose one of the judges that the message lists, or leave out --stored-judge.',
  ),
  JUDGE_MODEL_MISMATCH: badInput(
    'The scenario asks for another model than the endpoint is asked for.',
    'Set LLM_MODEL to the model that the scenario names.',
  ),
  JUDGE_PROMPT_NOT_FOUND: notFound(
    'No prompt of a judge has the version that the scenario names.',
    'Name one of the versions that the message lists, or add a file prompts/judge-NAME.md to --config-dir.',
  ),
  BENCHMARK_BUDGET_TOO_SMALL: badInput(
    'The budget does not pay for the test of the judge and the first sample.',
    'Allow as much as the message names, or leave the budget out.',
  ),
  JUDGE_SELF_TEST_FAILED: unavailable(
    'The judge failed the test of itself, so nothing but the test was spent.',
    'Look at the probes in the message: is the endpoint there (LLM_URL)? Else choose another model or prompt.',
  ),
  RUN_BUSY: conflict('Another process works on that run.', 'Wait for it, or stop it and resume.'),
  RUN_FINISHED: conflict('The run came to its end; there is nothing to resume.', 'Start a new run.'),
  RUN_CHANGED: conflict(
    'What the run was registered with (scenario, data set, judge, prompts, options) is another now.',
    'Put back what was changed, or start a new run.',
  ),
  RUNS_NOT_COMPARABLE: badInput(
    'Two runs cannot be held against each other: one has no end or stopped early, or scenario, judge or prompts differ.',
    'Choose two runs of one scenario and judge that came to their end.',
  ),
  BASELINE_NOT_PINNED: notFound(
    'No run of the scenario is pinned as the baseline.',
    'Run `etalon benchmark baseline set RUN` first.',
  ),
  LABELS_NOT_FOUND: notFound('The file of human labels cannot be read.', 'Check the path given to --human.'),
  LABELS_INVALID: badInput(
    'A line of the human labels is not a label.',
    'Write one label a line: {"sample_id": "…", "rater": "…", "scores": {"coverage": 0.9}}, scores in 0…1.',
  ),
  LABELS_UNMATCHED: badInput(
    'No human label is about a scored sample of the run.',
    'Take sample ids and metric names from `etalon benchmark results RUN`.',
  ),
  RUN_NOT_FOUND: notFound('No run has that id.', 'Run `etalon benchmark list` to see the runs.'),
} satisfies Record<string, ErrorEntry>;
