import type { ControlledGap } from "./control/controlled-gap.ts";
import { type DecisionCube, MISSING } from "./cube/decision-cube.ts";
import type { MetricSource } from "./disparity/metric-source.ts";
import { groupText } from "./group/group.ts";
import { type DecisionRule, OUTCOMES } from "./rate/outcome-table.ts";

type AuditWarningCode =
  | "constant-label"
  | "constant-decision"
  | "single-group"
  | "missing-values"
  | "unlabelled-rows"
  | "undecided-rows"
  | "small-groups"
  | "scores-in-bins"
  | "threshold-inside-bin"
  | "gap-reverses-within-control";

/** Something a reader of the audit must know. */
export interface AuditWarning {
  readonly code: AuditWarningCode;
  readonly message: string;
}

/** Groups with fewer rows than this have intervals so wide that they say little. */
const FEW_ROWS = 30;

/**
 * What limits an audit: labels or decisions that never vary, attributes with one group, values that are missing, groups
 * too small to say much, what binning costs, and gaps that turn round within a control feature.
 *
 * @param sources - one a choice of attributes, single attributes among them
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const cube = { dimensions, codes: [Int32Array.of(0, 0), Int32Array.of(0, 1)], n: Float64Array.of(60, 40), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const rule = { kind: "decision", favourable: "1" };
 * auditWarnings(cube, { sources: [metricSource(cube, ["sex"], { rule })], controlled: [], rule, positiveLabel: "1" }).map(({ code }) => code) // => ["unlabelled-rows", "single-group"]
 */
export function auditWarnings(
  cube: DecisionCube,
  {
    sources,
    controlled,
    rule,
    positiveLabel,
  }: {
    sources: readonly MetricSource[];
    controlled: readonly ControlledGap[];
    rule: DecisionRule;
    positiveLabel: string | null;
  },
): AuditWarning[] {
  const warnings: AuditWarning[] = [];
  const say = (code: AuditWarningCode, message: string) => {
    warnings.push({ code, message });
  };
  const [first] = sources;
  if (first && positiveLabel !== null) outcomeWarnings(first, say, positiveLabel);
  for (const { attributes, groups, table } of sources) {
    const rows = groups.map((_, g) => table.n.subarray(g * OUTCOMES, (g + 1) * OUTCOMES).reduce((a, b) => a + b, 0));
    const small = groups.filter((_, g) => rows[g]! < FEW_ROWS);
    if (small.length > 0) {
      const named = small.slice(0, 5).map(groupText).join("; ");
      const more = small.length > 5 ? ` and ${small.length - 5} more` : "";
      say("small-groups", `groups of fewer than ${FEW_ROWS} rows by ${attributes.join(" and ")}: ${named}${more}`);
    }
    if (attributes.length > 1) continue;
    const [attribute = ""] = attributes;
    if (groups.length < 2) say("single-group", `attribute with a single group, nothing to compare: ${attribute}`);
    const missing = groups.findIndex((group) => group[attribute] === MISSING);
    if (missing >= 0) say("missing-values", `rows without a value of ${attribute}, kept as a group: ${rows[missing]}`);
  }
  scoreWarnings(cube, rule, say);
  for (const { group, pattern, crude, within } of controlled) {
    if (pattern !== "reverses") continue;
    const [before, after] = [crude ?? 0, within.riskDifference ?? 0].map((value) => (100 * value).toFixed(1));
    say(
      "gap-reverses-within-control",
      `gap that changes its sign within the control feature: ${groupText(group)}, from ${before} to ${after} percentage points`,
    );
  }
  return warnings;
}

type Say = (code: AuditWarningCode, message: string) => void;

function outcomeWarnings({ table, groups }: MetricSource, say: Say, positiveLabel: string): void {
  const all = Array.from({ length: OUTCOMES }, (_, outcome) => table.n[groups.length * OUTCOMES + outcome]!);
  const sum = (outcomes: readonly number[]) => outcomes.reduce((total, outcome) => total + all[outcome]!, 0);
  const [positives, negatives, unlabelled] = [sum([0, 1, 2]), sum([3, 4, 5]), sum([6, 7, 8])];
  const [selected, rejected, undecided] = [sum([0, 3, 6]), sum([1, 4, 7]), sum([2, 5, 8])];
  if (positives + negatives > 0 && (positives === 0 || negatives === 0))
    say(
      "constant-label",
      `labels without a ${positives === 0 ? "positive" : "negative"} one (positive is ${positiveLabel})`,
    );
  if (selected + rejected > 0 && (selected === 0 || rejected === 0))
    say("constant-decision", `decisions that are all ${selected === 0 ? "unfavourable" : "favourable"}`);
  if (unlabelled > 0) say("unlabelled-rows", `rows without a label, of use to selection rates only: ${unlabelled}`);
  if (undecided > 0) say("undecided-rows", `rows without a decision: ${undecided}`);
}

function scoreWarnings({ scores }: DecisionCube, rule: DecisionRule, say: Say): void {
  if (scores.kind !== "bins") return;
  say(
    "scores-in-bins",
    `scores counted in ${scores.count} bins: means lose nothing, an AUC at most the ties inside bins`,
  );
  if (rule.kind === "threshold" && Math.ceil(rule.at * scores.count) / scores.count !== rule.at)
    say(
      "threshold-inside-bin",
      `threshold inside a bin of scores: ${rule.at}; rows of that bin below its edge count as not reaching it`,
    );
}
