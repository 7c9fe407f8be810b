import type { RandomIndexTable } from "../../engine/scoring/ahp/random-index.ts";
import type { Study } from "../study.ts";
import type { StudyReport } from "../study-report.ts";
import { rateByFactors } from "./rate-by-factors.ts";
import { rateModes } from "./rate-modes.ts";
import { weighByPairs } from "./weigh-by-pairs.ts";
import { weighScenarios } from "./weigh-scenarios.ts";

/** How a study is computed: the options of the command of its kind. */
export interface StudyOptions {
  readonly seed: number;
  /** Of pairwise comparisons. */
  readonly randomIndex: RandomIndexTable;
  /** Of weighted scenarios: which of the weights, by their version; the last unless given. */
  readonly weights?: string | undefined;
}

/** A study's report, as the command of its kind prints it; or why there is none yet, such as too few judgements. */
export function computeStudy(study: Study, options: StudyOptions): StudyReport {
  try {
    return computed(study, options);
  } catch (error) {
    if (error instanceof RangeError) return { kind: study.kind, report: null, reason: error.message };
    throw error;
  }
}

function computed(study: Study, { seed, randomIndex, weights }: StudyOptions): StudyReport {
  switch (study.kind) {
    case "ahp":
      return { kind: study.kind, report: weighByPairs(study.document, { table: randomIndex, seed }), reason: null };
    case "weigh":
      return {
        kind: study.kind,
        report: weighScenarios(study.document, { seed, ...(weights !== undefined && { version: weights }) }),
        reason: null,
      };
    case "fmea":
      return { kind: study.kind, report: rateModes(study.document), reason: null };
    case "factors":
      return { kind: study.kind, report: rateByFactors(study.document), reason: null };
  }
}
