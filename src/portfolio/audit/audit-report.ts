import type { AuditMapping } from "../../contract/audit-mapping.ts";
import type { AuditReport, GroupCounts } from "../../contract/audit-report.ts";
import type { Audit } from "../../engine/fairness/audit.ts";
import type { Group } from "../../engine/fairness/group/group.ts";
import { auditSentences } from "./audit-sentences.ts";
import { controlledSentences } from "./controlled-sentences.ts";

/** What was audited and how, beside what was found. */
export type AuditOrigin = Pick<
  AuditReport,
  "source" | "countsHash" | "guessed" | "settings" | "limits" | "scores" | "program"
> & {
  readonly mapping: AuditMapping;
  /** What is to be said beside the warnings of the audit itself. */
  readonly warnings: AuditReport["warnings"];
};

/** What is found beside the engine's audit. */
export type AuditParts = Pick<
  AuditReport,
  "counts" | "groups" | "classes" | "funnel" | "profile" | "law" | "compatibility"
>;

const auditMethod = { name: "decision-cube", version: "2" } as const;

/** Puts an audit into the shape that leaves the program. */
export function auditReport(audit: Audit, origin: AuditOrigin, parts: AuditParts): AuditReport {
  const { warnings, ...about } = origin;
  const controlled = audit.controlled.map(({ group, crude, within, strata, pattern }) => ({
    group,
    reference: referenceOf(audit, group),
    crude,
    within: within.riskDifference,
    pattern,
    strata: [...strata],
  }));
  return {
    ...about,
    method: auditMethod,
    rows: audit.rows,
    overall: { ...audit.overall },
    counts: parts.counts,
    groups: parts.groups,
    disparities: audit.disparities.map(auditDisparity),
    verdicts: audit.verdicts.map(
      ({ name, attributes, verdict, limit, limitSet, disparity, requiredN, unknownGroups }) => ({
        name,
        attributes: [...attributes],
        verdict,
        limit,
        limitSet,
        figure: figureOf(disparity),
        requiredN,
        unknownGroups: [...unknownGroups],
      }),
    ),
    calibration: audit.calibration.map((one) => ({ ...one, curve: [...one.curve] })),
    controlled,
    conditional: audit.conditional.map(({ attributes, ...one }) => ({ attributes: [...attributes], ...one })),
    ranks: audit.ranks.map(({ attributes, ...one }) => ({ attributes: [...attributes], ...one })),
    classes: parts.classes,
    classDisparities: about.mapping.task === "multiclass" ? audit.classes.map(classDisparitiesOf) : [],
    funnel: parts.funnel,
    profile: parts.profile,
    law: parts.law,
    compatibility: parts.compatibility,
    sentences: [...auditSentences(audit), ...controlledSentences(controlled)],
    warnings: [...warnings, ...audit.warnings.filter(({ code }) => !isOwnDoing(code, about.mapping))],
  };
}

/** The group that others of its attribute are held against: the one that is not among them. */
function referenceOf({ groups, controlled }: Audit, group: Group): Group {
  const [attribute] = Object.keys(group);
  const others = controlled.flatMap((one) => one.group[attribute!] ?? []);
  return groups.find((one) => Object.keys(one.group).join() === attribute && !others.includes(one.group[attribute]!))!
    .group;
}

function classDisparitiesOf({
  disparities,
  association: { attributes, totalVariation, cramersV, plainCramersV },
}: Audit["classes"][number]): AuditReport["classDisparities"][number] {
  return {
    attributes: [...attributes],
    disparities: disparities.map(({ name, classes, macro, worst }) => ({ name, classes: [...classes], macro, worst })),
    totalVariation: totalVariation && { ...totalVariation, between: [...totalVariation.between] },
    cramersV,
    plainCramersV,
  };
}

/** The groups of an audit, each with the counts behind its figures. */
export function groupRows({ groups }: Pick<Audit, "groups">, counts: readonly GroupCounts[]): AuditReport["groups"] {
  return groups.map(({ metrics, ...group }, g) => ({ ...group, metrics: { ...metrics }, counts: counts[g]! }));
}

/** A disparity of the engine in the shape that leaves the program. */
export function auditDisparity({
  attributes,
  groups,
  ...disparity
}: Omit<Audit["disparities"][number], never>): AuditReport["disparities"][number] {
  return {
    ...disparity,
    attributes: [...attributes],
    groups: groups.map((group) => ({ ...group })),
  } as AuditReport["disparities"][number];
}

/** That no row has a label, or a decision, is no news to whoever named no column of them. */
function isOwnDoing(code: string, { label, decision, threshold }: AuditMapping): boolean {
  if (code === "unlabelled-rows") return label === undefined;
  return code === "undecided-rows" && decision === undefined && threshold === undefined;
}

function figureOf(disparity: Audit["verdicts"][number]["disparity"]): AuditReport["verdicts"][number]["figure"] {
  if (disparity.estimate === null) return { estimate: null, reason: disparity.reason };
  const { estimate, low, high, level, n, method, reason } = disparity;
  return { estimate, low, high, level, n, method, ...(reason !== undefined && { reason }) };
}
