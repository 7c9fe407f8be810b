import type { NewAudit, ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";
import { type AuditDraft, columnsWith, columnWith } from "./audit-draft.ts";

/** What the server is asked, of a draft without mistakes. */
export function auditBody(
  draft: AuditDraft,
  { id, mapping: received }: Pick<ReceivedDecisions, "id" | "mapping">,
  after: "keep" | "look",
): NewAudit {
  const label = columnWith(draft, "label");
  const decision = columnWith(draft, "decision");
  const score = columnWith(draft, "score");
  const weight = columnWith(draft, "weight");
  const control = columnsWith(draft, "control");
  const time = columnWith(draft, "time");
  const model = columnWith(draft, "model");
  const missing = listed(draft.missing);
  const stages = listed(draft.stages);
  const { delimiter, decimal } = received;
  return {
    decisions: id,
    mapping: {
      protected: columnsWith(draft, "protected"),
      ...(draft.task !== "classification" && { task: draft.task }),
      ...(label !== undefined && { label }),
      ...(label !== undefined && draft.positiveLabel !== "" && { positiveLabel: draft.positiveLabel }),
      ...(decision !== undefined && { decision }),
      ...(decision !== undefined &&
        stages.length === 0 &&
        draft.favourableDecision !== "" && { favourableDecision: draft.favourableDecision }),
      ...(decision !== undefined && stages.length > 0 && { stages }),
      ...(score !== undefined && { score }),
      ...(usesThreshold(draft) && { threshold: Number(draft.threshold) }),
      ...(weight !== undefined && { weight }),
      ...(control.length > 0 && { control }),
      ...(time !== undefined && { time: { column: time, every: draft.every } }),
      ...(model !== undefined && { model }),
      ...(missing.length > 0 && { missing }),
      ...(delimiter !== undefined && { delimiter }),
      ...(decimal !== undefined && { decimal }),
    },
    settings: {
      level: Number((Number(draft.level) / 100).toPrecision(12)),
      seed: Number(draft.seed),
      replicates: Number(draft.replicates),
      comparison: draft.comparison,
      reference:
        draft.reference === "named"
          ? Object.fromEntries(Object.entries(draft.referenceGroup).filter(([, value]) => value !== ""))
          : draft.reference,
      minimumSupport: Number(draft.minimumSupport),
      adjustment: draft.adjustment,
      dataSeenOn: draft.dataSeenOn === "" ? null : draft.dataSeenOn,
    },
    limits: draft.limits.map(({ key: _, bound, ...limit }) => ({ ...limit, bound: Number(bound) })),
    profile: draft.profile === "" ? null : draft.profile,
    ...(after === "keep" && {
      keep: {
        name: draft.name.trim(),
        ...(draft.system !== "" && { system: draft.system }),
        ...(draft.risk !== "" && { risk: draft.risk }),
      },
    }),
  };
}

/** A threshold decides where no column does. */
export function usesThreshold(draft: AuditDraft): boolean {
  return (
    columnWith(draft, "score") !== undefined &&
    columnWith(draft, "decision") === undefined &&
    draft.threshold.trim() !== ""
  );
}

/** Texts parted by commas, each once. */
function listed(typed: string): string[] {
  return [...new Set(typed.split(",").map((text) => text.trim()))].filter((text) => text !== "");
}
