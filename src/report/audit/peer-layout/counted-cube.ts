import type { OutcomeCounts } from "../../../contract/audit-report.ts";
import { type DecisionCube, MISSING } from "../../../engine/fairness/cube/decision-cube.ts";
import type { SharedAudit, SharedGroup } from "../shared-audit.ts";

/** Label and decision of each count; null where it is not known. */
const cells: readonly (readonly [name: keyof OutcomeCounts, label: "0" | "1" | null, decision: "0" | "1" | null])[] = [
  ["truePositives", "1", "1"],
  ["falseNegatives", "1", "0"],
  ["falsePositives", "0", "1"],
  ["trueNegatives", "0", "0"],
  ["unlabelledSelected", null, "1"],
  ["unlabelledRejected", null, "0"],
  ["undecidedPositives", "1", null],
  ["undecidedNegatives", "0", null],
  ["unlabelledUndecided", null, null],
];
const known = [null, "0", "1"] as const;

/**
 * The counts of a report's groups as a cube again, so that another tool's conventions can be asked of them. Rows of groups
 * that are hidden are in all together and in no group, as rows of unknown group are.
 *
 * @param of - counts in rows, or in weights where rows have them
 */
export function countedCube(
  { groups, counts }: Pick<SharedAudit, "groups" | "counts">,
  attributes: readonly string[],
  of: "rows" | "weights" = "rows",
): DecisionCube {
  const countsOf = (group: Pick<SharedGroup, "counts">) =>
    (of === "weights" ? group.counts?.weights : null) ?? group.counts?.rows ?? null;
  const own = groups.filter(({ group }) => {
    const names = Object.keys(group);
    return names.length === attributes.length && names.every((name) => attributes.includes(name));
  });
  const shown = own.flatMap((each) => {
    const outcomes = countsOf(each);
    return outcomes ? [{ values: attributes.map((name) => each.group[name]!), outcomes }] : [];
  });
  const all = countsOf({ counts });
  const left = Object.fromEntries(
    cells.map(([name]) => [name, (all?.[name] ?? 0) - shown.reduce((sum, { outcomes }) => sum + outcomes[name], 0)]),
  ) as OutcomeCounts;
  const rest = { values: attributes.map(() => MISSING), outcomes: left };
  const isWhole = cells.every(([name]) => !(left[name] > 0));
  const rows = [...shown, ...(all === null || isWhole ? [] : [rest])].flatMap(({ values, outcomes }) =>
    cells.flatMap(([name, label, decision]) =>
      outcomes[name] > 0 ? [{ values, label, decision, n: outcomes[name] }] : [],
    ),
  );
  const dimensions = attributes.map((name, a) => ({
    name,
    role: "attribute" as const,
    values: [...new Set(rows.map(({ values }) => values[a]!))].sort((a, b) => (a < b ? -1 : 1)),
  }));
  return {
    dimensions: [
      ...dimensions,
      { name: "label", role: "label", values: known },
      { name: "decision", role: "decision", values: known },
    ],
    codes: [
      ...dimensions.map(({ values }, a) => Int32Array.from(rows, (row) => values.indexOf(row.values[a]!))),
      Int32Array.from(rows, ({ label }) => known.indexOf(label)),
      Int32Array.from(rows, ({ decision }) => known.indexOf(decision)),
    ],
    n: Float64Array.from(rows, ({ n }) => n),
    sums: {},
    scores: { kind: "none" },
    positiveLabel: "1",
  };
}

/** The rule by which the decisions of such a cube are favourable. */
export const countedRule = { kind: "decision", favourable: "1" } as const;
