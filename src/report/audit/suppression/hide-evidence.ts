import type { AuditProfile } from "../../../contract/audit-report.ts";
import { MISSING } from "../../../engine/fairness/cube/decision-cube.ts";
import type { SharedEvidence, SharedRepresented } from "../shared-audit.ts";
import { hiddenGroups } from "./hidden-groups.ts";
import { rollUpEquations } from "./roll-up-equations.ts";
import type { HiddenLayers } from "./small-counts.ts";

type Evidence = Extract<AuditProfile, { name: "art10" }>["evidence"];
type Represented = Evidence["all"];

/** What the data are, as it is shared: small groups without their counts, and no periods where one of them is small. */
export function shownEvidence(evidence: Evidence, layers: HiddenLayers): SharedEvidence {
  const { attributes, intersections, periods, all, rows } = evidence;
  const { below } = layers;
  const small = new Set(attributes.flatMap(({ groups }) => hiddenHere(groups, below, ({ rows: n }) => [n])));
  const told = new Set(attributes.flatMap(({ groups }) => hiddenHere(groups, below, labels)));
  const represented = (each: Represented): SharedRepresented => {
    const { group } = each;
    if (layers.hides("rows", group) || small.has(each) || each.rows < below) {
      return {
        group,
        rows: null,
        share: null,
        withoutLabel: null,
        withoutDecision: null,
        withoutScore: null,
        positives: null,
      };
    }
    return {
      ...each,
      positives:
        layers.hides("labels", group) || told.has(each) || labels(each).some((k) => k > 0 && k < below)
          ? null
          : each.positives,
    };
  };
  return {
    ...evidence,
    rows: layers.hides("rows", {}) ? null : rows,
    all: represented(all),
    attributes: attributes.map(({ attribute, missing, groups }) => ({
      attribute,
      missing: missing > 0 && layers.hides("rows", { [attribute]: MISSING }) ? null : missing,
      groups: groups.map(represented),
    })),
    intersections: intersections.map((each) => ({ ...each, smallest: each.smallest.map(represented) })),
    periods: periods.some(({ rows: n }) => n > 0 && n < below) ? [] : periods,
  };
}

/** Groups of a column that is held fixed, which no other part of the report counts: the small ones, and what hides them. */
function hiddenHere(
  groups: readonly Represented[],
  below: number,
  counts: (each: Represented) => number[],
): Represented[] {
  const own = groups.map(counts);
  const all = (own[0] ?? []).map((_, kind) => own.reduce((sum, each) => sum + each[kind]!, 0));
  const { hidden } = hiddenGroups({
    equations: rollUpEquations(groups.map(({ group }) => group)),
    sizes: [groups.reduce((sum, { rows }) => sum + rows, 0), ...groups.map(({ rows }) => rows)],
    counts: [all, ...own],
    below,
  });
  return groups.filter((_, g) => hidden.has(g + 1));
}

/** Rows with a positive label, and with another. */
function labels({ positives }: Represented): [number, number] {
  if (positives === null) return [0, 0];
  const positive = Math.round(positives.share * positives.n);
  return [positive, positives.n - positive];
}
