import type { AuditProfile } from "../../../contract/audit-report.ts";
import { MISSING } from "../../../engine/fairness/cube/decision-cube.ts";
import type { SharedEvidence, SharedRepresented } from "../shared-audit.ts";
import type { HiddenLayers } from "./small-counts.ts";

type Evidence = Extract<AuditProfile, { name: "art10" }>["evidence"];

/** What the data are, as it is shared: small groups without their counts, and no periods where one of them is small. */
export function shownEvidence(evidence: Evidence, layers: HiddenLayers): SharedEvidence {
  const { attributes, intersections, periods, all, rows } = evidence;
  const represented = (each: Evidence["all"]): SharedRepresented => {
    const { group } = each;
    if (layers.hides("rows", group)) {
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
    return { ...each, positives: layers.hides("labels", group) ? null : each.positives };
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
    periods: periods.some(({ rows: n }) => n > 0 && n < layers.below) ? [] : periods,
  };
}
