import type { Event } from "../../contract/event.ts";
import { affectedRisks } from "./affected-risks.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { nameOf } from "./risk-standing.ts";

/** What an event did, in words for a reader: a title without a full stop, where it happened, and the subject's name. */
export function eventSentence(
  event: Event,
  figures: RegisterFigures,
): { title: string; where: string; subject: { kind: string; id: string; name: string } } {
  const name = subjectName(event, figures);
  return {
    title: `${action(event)}: ${name}`,
    where: place(event, figures),
    subject: { kind: event.subject.kind, id: event.subject.id, name },
  };
}

type Fields = Record<string, unknown>;

/** The contract's record within an event's before or after, which carry the row's own fields beside it. */
function recordIn(value: unknown): Fields | null {
  if (typeof value !== "object" || value === null) return null;
  return "record" in value ? (value.record as Fields) : (value as Fields);
}

function subjectName(event: Event, figures: RegisterFigures): string {
  const { kind, id } = event.subject;
  if (kind === "risk") {
    const risk = figures.state.risks.get(id)?.record;
    if (risk !== undefined) return nameOf(risk);
  }
  if (kind === "settings" || kind === "portfolio")
    return figures.organization === "" ? "the portfolio" : figures.organization;
  const record = recordIn(event.after) ?? recordIn(event.before);
  if (kind === "assessment" && typeof record?.risk === "string") {
    const risk = figures.state.risks.get(record.risk)?.record;
    return risk === undefined ? record.risk : nameOf(risk);
  }
  return typeof record?.name === "string" ? record.name : id.replaceAll("-", " ");
}

function place(event: Event, figures: RegisterFigures): string {
  const record = recordIn(event.after) ?? recordIn(event.before);
  switch (event.subject.kind) {
    case "risk":
      return typeof record?.system === "string" ? figures.systemName(record.system) : "";
    case "control":
    case "dependency": {
      const systems = new Set(
        affectedRisks({ ...event, verb: "" }, figures.state).map((id) =>
          figures.systemName(figures.state.risks.get(id)!.record.system),
        ),
      );
      return [...systems].slice(0, 3).join(", ");
    }
    case "audit":
    case "study":
      return typeof record?.system === "string" ? figures.systemName(record.system) : "";
    case "limit":
      return scopeInWords(record?.scope, figures);
    default:
      return "";
  }
}

function scopeInWords(scope: unknown, figures: RegisterFigures): string {
  if (typeof scope !== "object" || scope === null) return "Whole portfolio";
  const { system, category, risk } = scope as Record<string, string | undefined>;
  const parts = [
    risk === undefined ? undefined : (figures.state.risks.get(risk)?.record.name ?? risk),
    system === undefined ? undefined : figures.systemName(system),
    category === undefined ? undefined : (figures.categories.find(({ id }) => id === category)?.name ?? category),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function action(event: Event): string {
  const kind = kindInWords[event.subject.kind];
  const before = recordIn(event.before);
  const after = recordIn(event.after);
  if (event.verb.endsWith(".created")) return `New ${kind.toLowerCase()}`;
  if (event.verb.endsWith(".recorded")) return `${kind} recorded`;
  if (event.verb in workshopActs) return workshopActs[event.verb]!;
  if (event.verb.endsWith(".retired")) return `${kind} retired`;
  if (event.verb.endsWith(".restored")) return `${kind} restored`;
  if (event.verb.endsWith(".renamed")) return `${kind} renamed`;
  if (event.subject.kind === "control" && before?.status !== after?.status && typeof after?.status === "string")
    return `Control ${statusInWords[after.status] ?? after.status}`;
  if (event.subject.kind === "control" && before !== null && after !== null) {
    if (["effectiveness", "coverage", "reliability", "mechanism"].some((field) => differs(before, after, field)))
      return "Control estimated anew";
    if (differs(before, after, "annualCost") || differs(before, after, "oneTimeCost")) return "Cost of control changed";
  }
  if (event.subject.kind === "dependency" && before !== null && after !== null && differs(before, after, "strikes"))
    return "Strikes estimated anew";
  if (event.subject.kind === "risk" && before !== null && after !== null) {
    if (differs(before, after, "inherent") || differs(before, after, "residual")) return "Assessed";
    if (differs(before, after, "scenario")) return "Scenario estimated anew";
    if (differs(before, after, "assessed")) return "Assessment confirmed";
    if (differs(before, after, "treatment")) return "Plan changed";
    if (differs(before, after, "controls")) return "Controls changed";
  }
  return `${kind} changed`;
}

const kindInWords: Record<Event["subject"]["kind"], string> = {
  settings: "Settings",
  person: "Person",
  dependency: "Dependency",
  system: "System",
  control: "Control",
  limit: "Limit",
  risk: "Risk",
  assessment: "Assessment",
  audit: "Audit",
  study: "Study",
  workshop: "Workshop",
  "assignment-rule": "Assignment rule",
  receipt: "Signals",
  portfolio: "Portfolio",
  token: "Token",
};

const workshopActs: Record<string, string> = {
  "workshop.opened": "Workshop opened",
  "workshop.voted": "Vote cast in workshop",
  "workshop.revealed": "Votes of workshop revealed",
  "workshop.vote-revised": "Vote revised in workshop",
  "workshop.closed": "Workshop closed",
  "workshop.retired": "Workshop dropped",
};

const statusInWords: Record<string, string> = {
  planned: "planned",
  working: "works",
  failing: "fails",
  retired: "retired",
};

function differs(before: Fields, after: Fields, field: string): boolean {
  return JSON.stringify(before[field]) !== JSON.stringify(after[field]);
}
