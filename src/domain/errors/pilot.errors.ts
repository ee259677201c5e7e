import type { ErrorEntry } from './error-entry.js';
import { badInput, conflict, notFound } from './error-entry.js';

/** Errors of go/no-go pilots. */
export const PILOT_ERRORS = {
  PILOT_UNKNOWN: notFound(
    'No pilot of that stage is configured.',
    'Write config/pilots/STAGE.yaml, or choose --stage 05_03.',
  ),
  PILOT_PLAN_INVALID: badInput(
    'The file of a pilot has faults; they are listed, 20 at most.',
    'Correct the listed lines.',
  ),
  PILOT_NOT_RUN: notFound('No pilot of that stage was run yet.', 'Run `etalon pilot run --stage STAGE` first.'),
  PILOT_CHANGED: conflict(
    'The record of a pilot (pilots/stage_STAGE.json in the data folder) was edited by hand: nothing in it can be relied on.',
    'Run the pilot again: `etalon pilot run --stage STAGE`.',
  ),
  PILOT_ROLE_UNKNOWN: badInput(
    'The pilot does not ask for an approval of that role.',
    'Choose one of the required roles.',
  ),
} satisfies Record<string, ErrorEntry>;
