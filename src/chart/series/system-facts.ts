import type { RiskFigures } from "../../contract/heat-map.ts";
import type { System } from "../../contract/record.ts";
import { formatCount, formatNumber, plural } from "./format-number.ts";
import type { Fact } from "./risk-facts.ts";

const autonomy: Readonly<Record<NonNullable<System["autonomy"]>, string>> = {
  advisory: "advisory: it proposes, a person decides",
  "human-in-the-loop": "human in the loop: a person confirms each decision",
  supervised: "supervised: it decides, a person watches and can step in",
  autonomous: "autonomous: it decides and acts alone",
};

/** What is known about a system, fact by fact; what nobody has said is said to be so. */
export function systemFacts(system: System): Fact[] {
  const { stage, decisionsPerYear, peopleAffected, customerFacing, models } = system;
  return [
    { name: "Stage", text: stage ?? notSaid },
    { name: "Autonomy", text: system.autonomy === undefined ? notSaid : autonomy[system.autonomy] },
    { name: "Decisions", text: decisionsPerYear === undefined ? notSaid : `${formatNumber(decisionsPerYear)} a year` },
    {
      name: "People",
      text: peopleAffected === undefined ? notSaid : `${formatNumber(peopleAffected)} a year about whom it decides`,
    },
    {
      name: "Customers",
      text: customerFacing === undefined ? notSaid : customerFacing ? "meet it directly" : "do not meet it",
    },
    {
      name: "Models",
      text: models?.length ? models.map(({ id, version }) => (version ? `${id} ${version}` : id)).join(", ") : notSaid,
    },
  ];
}

const notSaid = "not said";

/** What the risks of one system say together. Risks without a line or without a rating are not counted as within one. */
export function systemFinding(risks: readonly Pick<RiskFigures, "status" | "residual" | "line" | "name">[]): string {
  if (risks.length === 0) return "No risk is written down";
  const over = risks.filter(({ status }) => status === "warning" || status === "breach");
  const rated = risks.filter(({ residual }) => residual !== null);
  if (rated.length === 0)
    return risks.length === 1 ? "Its one risk is not rated" : `None of its ${formatCount(risks.length)} risks is rated`;
  if (over.length > 0)
    return `${formatCount(over.length, "start")} of its ${formatCount(rated.length)} rated ${plural("risk", rated.length)} ${over.length === 1 ? "rides" : "ride"} over the line`;
  const lined = rated.filter(({ line }) => line !== null);
  if (lined.length === 0) return "No line is drawn for its risks";
  const below = (risk: (typeof lined)[number]) => risk.line!.appetite - risk.residual!.score;
  const nearest = lined.reduce((a, b) => (below(b) < below(a) ? b : a));
  return `None rides over the line; the nearest is ${nearest.name}, at ${formatNumber(nearest.residual!.score, 2)}`;
}
