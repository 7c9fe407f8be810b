import { createHash } from "node:crypto";
import type { AuditReport } from "../../contract/audit-report.ts";
import type { AuditRequest } from "../../contract/audit-request.ts";
import { auditCube } from "../../engine/fairness/audit.ts";
import { cubeColumns } from "../../engine/fairness/cube/cube-columns.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import type { DecisionRule } from "../../engine/fairness/rate/outcome-table.ts";
import { auditLoad } from "../../portfolio/audit/audit-load.ts";
import { auditProfile } from "../../portfolio/audit/audit-profile.ts";
import { auditReport } from "../../portfolio/audit/audit-report.ts";
import { engineRefusal } from "../../portfolio/engine-refusal.ts";
import { checkClasses } from "../../warehouse/check-classes.ts";
import { countDecisions } from "../../warehouse/count-decisions.ts";
import type { DecisionSource, Watch } from "../../warehouse/decision-source.ts";
import { profileColumns } from "../../warehouse/profile-columns.ts";
import { type ResolvedMapping, resolveMapping } from "../../warehouse/resolve-mapping.ts";

/** Counts the decisions of a source and measures what they do to groups. @throws Failure, of the engine's refusals too */
export async function auditSource(
  source: DecisionSource,
  request: AuditRequest,
  watch: Watch = {},
): Promise<{ readonly report: AuditReport; readonly cube: DecisionCube }> {
  return engineRefusal(async () => {
    const profiles = await profileColumns(source, request.mapping.missing ?? [], watch);
    const resolved = resolveMapping(source, request.mapping, profiles);
    const cube = await countDecisions(source, resolved.question, watch);
    checkClasses(source, cube, resolved);
    return { report: reportOf(source, cube, resolved, request), cube };
  });
}

function reportOf(
  source: DecisionSource,
  cube: DecisionCube,
  { mapping, guessed, question, favourable }: ResolvedMapping,
  { settings, limits, profile }: AuditRequest,
): AuditReport {
  const { level, seed, replicates, comparison, reference, minimumSupport, adjustment, dataSeenOn } = settings;
  const { attributes, controls } = question;
  // Without decisions every rate of them is undefined, and says so.
  const rule: DecisionRule = { kind: "decision", favourable: favourable ?? "1" };
  const load = auditLoad(cube, attributes);
  const audit = auditCube(cube, {
    attributes,
    controls,
    rule,
    comparison,
    level,
    seed,
    draws: replicates,
    minimumSupport,
    adjustment,
    reference: typeof reference === "string" ? { kind: reference } : { kind: "named", group: reference },
    limits: limits.map(({ attributes: named, ...limit }) => ({ ...limit, ...(named && { attributes: named }) })),
    ...load.settings,
    ...(dataSeenOn !== null && { dataSeenOn }),
  });
  const origin = {
    source: { name: source.name, format: source.format, hash: null },
    countsHash: createHash("sha256")
      .update(JSON.stringify(cubeColumns(cube)))
      .digest("hex"),
    mapping,
    guessed: [...guessed],
    scores: cube.scores.kind,
    settings,
    limits,
    warnings: load.warnings,
  };
  return auditReport(
    audit,
    origin,
    profile === null ? null : auditProfile(cube, { name: profile, attributes, rule, favourable }),
  );
}
