import type { AuditReport, GroupCounts } from "../../contract/audit-report.ts";
import type { AuditRequest } from "../../contract/audit-request.ts";
import { type AuditSettings, auditCube } from "../../engine/fairness/audit.ts";
import type { PeerTool } from "../../engine/fairness/compatibility/peer-answer.ts";
import { type PeerSettings, peerAnswers } from "../../engine/fairness/compatibility/peer-answers.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { groupAttributes } from "../../engine/fairness/group/group.ts";
import { decisionClasses } from "../../engine/fairness/multiclass/class-disparities.ts";
import type { DecisionRule } from "../../engine/fairness/rate/outcome-table.ts";
import { auditFunnel } from "./audit-funnel.ts";
import { auditLaw } from "./audit-law.ts";
import { auditLoad } from "./audit-load.ts";
import { auditProfile, referenceChoice } from "./audit-profile.ts";
import { type AuditOrigin, auditDisparity, auditReport, groupRows } from "./audit-report.ts";
import { groupCounts } from "./group-counts.ts";

/**
 * Measures what counted decisions do to groups, as a report asks for it. The same counts, request and seed give the same
 * figures, to the bit.
 *
 * @param favourable - the favourable decision, as the cube has it; null without decisions
 * @throws RangeError on what the engine refuses
 */
export function measureDecisions(
  cube: DecisionCube,
  favourable: string | null,
  origin: Omit<AuditOrigin, "warnings" | "scores" | "settings" | "limits">,
  { settings, limits, profile, compatibility }: Omit<AuditRequest, "mapping">,
): AuditReport {
  const { level, seed, replicates, comparison, reference, minimumSupport, adjustment, dataSeenOn } = settings;
  const { protected: attributes = [], control: controls = [], stages } = origin.mapping;
  // Without decisions every rate of them is undefined, and says so.
  const rule: DecisionRule = { kind: "decision", favourable: favourable ?? "1" };
  const load = auditLoad(cube, attributes);
  const asked = {
    attributes,
    comparison,
    level,
    seed,
    draws: replicates,
    minimumSupport,
    adjustment,
    reference: referenceChoice(reference),
    ...load.settings,
  };
  const audit = auditCube(cube, {
    ...asked,
    controls,
    rule,
    limits: limits.map(({ attributes: named, ...limit }) => ({ ...limit, ...(named && { attributes: named }) })),
    ...(dataSeenOn !== null && { dataSeenOn }),
  });
  const about = { ...origin, scores: cube.scores.kind, settings, limits, warnings: load.warnings };
  return auditReport(audit, about, {
    counts: groupCounts(cube, [], rule).at(-1)!,
    groups: groupRows(audit, countsOf(cube, asked, rule)),
    classes:
      origin.mapping.task === "multiclass" ? classesOf(cube).map((name) => againstTheRest(cube, name, asked)) : [],
    funnel: stages ? auditFunnel(cube, { attributes, stages, settings }) : [],
    profile:
      profile === null ? null : auditProfile(cube, profile, { attributes, controls, rule, favourable, settings }),
    law: typeof profile === "string" ? auditLaw(profile) : null,
    compatibility: compatibility === null ? null : peerFigures(cube, compatibility, { ...asked, controls, rule }),
  });
}

/** More classes than this are not held against the rest one by one: nobody would read them. */
const mostClasses = 50;

function classesOf(cube: DecisionCube): string[] {
  const classes = decisionClasses(cube);
  if (classes.length <= mostClasses) return classes;
  throw new RangeError(
    `${classes.length} classes, more than the ${mostClasses} that can be held against the rest; name a column with fewer`,
  );
}

function againstTheRest(
  cube: DecisionCube,
  name: string,
  settings: Omit<AuditSettings, "rule">,
): AuditReport["classes"][number] {
  const rule: DecisionRule = { kind: "decision", favourable: name };
  const audit = auditCube(cube, { ...settings, rule, positiveLabel: name });
  return {
    class: name,
    overall: { ...audit.overall },
    groups: groupRows(audit, countsOf(cube, settings, rule, name)),
    disparities: audit.disparities.map(auditDisparity),
  };
}

/** Counts of every group, in the order of the audit's groups. */
function countsOf(
  cube: DecisionCube,
  { attributes, deepest }: Pick<AuditSettings, "attributes" | "deepest">,
  rule: DecisionRule,
  positiveLabel?: string,
): GroupCounts[] {
  return groupAttributes(attributes, deepest).flatMap((chosen) =>
    groupCounts(cube, chosen, rule, positiveLabel).slice(0, -1),
  );
}

/** Another program's figures of the same counts. */
function peerFigures(cube: DecisionCube, tool: PeerTool, settings: PeerSettings): AuditReport["compatibility"] {
  const answers = peerAnswers(cube, tool, settings).map(({ tool: _, attributes, byGroup, notes, ...answer }) => ({
    ...answer,
    attributes: [...attributes],
    byGroup: [...byGroup],
    notes: [...notes],
  }));
  return { tool, answers };
}
