import type { DefectRow, InjectionRow, JudgeAudit } from '../../domain/benchmark/audit/judge-audit.js';
import { usageDocument } from '../../domain/benchmark/usage-document.js';

/** An audit as JSON: what `etalon judge audit --json` prints (schema `judge-audit.schema.json`). */
export function auditDocument(audit: JudgeAudit): object {
  const { judge, dataset, timezone, seed, perDefect, defects, control, injections, cost, ok } = audit;
  const { drawnFrom, byProvenance, ...file } = dataset;
  return {
    schema_version: 1,
    judge: { kind: judge.kind, model: judge.model, prompt_hash: judge.promptHash },
    dataset: { ...file, ...byProvenance, drawn_from: drawnFrom },
    ...{ timezone, seed, per_defect: perDefect },
    defects: defects.map(defectDocument),
    control: control.map(({ metric, meanDrop, samples }) => ({ metric, mean_drop: meanDrop, samples })),
    injections: injections.map(injectionDocument),
    cost: usageDocument(cost),
    ok,
  };
}

function defectDocument(row: DefectRow): object {
  const { skippedReasons, meanDrop, shareDropping, ties, ok, reason, ...rest } = row;
  return {
    ...rest,
    mean_drop: meanDrop,
    share_dropping: shareDropping,
    ...{ ties, ok, reason, skipped_reasons: skippedReasons },
  };
}

function injectionDocument({ largestGain, skippedReasons, ...rest }: InjectionRow): object {
  return { ...rest, largest_gain: largestGain, skipped_reasons: skippedReasons };
}
