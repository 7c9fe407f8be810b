import type { ReactNode } from "react";
import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { formatDate, formatDay } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { statusWord } from "../../../src/chart/series/status-word.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import type { RegisterSort } from "./register-search.ts";

/** What a cell needs beyond its risk. */
export interface CellContext {
  readonly currency: string;
  readonly today: string;
  readonly categoryName: (id: string) => string;
}

export interface RegisterColumn {
  readonly id: RegisterSort;
  readonly title: string;
  readonly kind: "words" | "number";
  /** How the cell is changed in place; undefined where it follows from something else. */
  readonly edit?: "name" | "owner" | "assessment";
  readonly cell: (risk: RiskFigures, context: CellContext) => ReactNode;
}

function ScoreCell({ risk, state }: { risk: RiskFigures; state: "inherent" | "residual" | "target" }) {
  const score = risk[state];
  if (score === null) return <span className="not-rated">not rated</span>;
  return state === "residual" ? <b>{score.score}</b> : score.score;
}

function Assessed({ risk, today }: { risk: RiskFigures; today: string }) {
  if (risk.assessed === null) return <span className="hush">never</span>;
  return risk.freshness === "stale" ? (
    <>
      {formatDate(risk.assessed, today)}, <b>stale</b>
    </>
  ) : (
    formatDate(risk.assessed, today)
  );
}

function Deadline({ risk, today }: { risk: RiskFigures; today: string }) {
  const { nextDeadline } = risk;
  if (nextDeadline === null) return <span className="hush">none</span>;
  const day = formatDay(nextDeadline.on, today);
  return (
    <>
      {nextDeadline.on < today ? (
        <b>
          {day}
          <span className="passed">, passed</span>
        </b>
      ) : (
        day
      )}{" "}
      <small>{nextDeadline.task}</small>
    </>
  );
}

const all: Readonly<Record<RegisterSort, RegisterColumn>> = {
  name: {
    id: "name",
    title: "Risk",
    kind: "words",
    edit: "name",
    cell: (risk) => (
      <>
        <StatusMark {...risk} />
        <span className="risk-name">{risk.name}</span>
      </>
    ),
  },
  system: { id: "system", title: "System", kind: "words", cell: ({ systemName }) => systemName },
  category: {
    id: "category",
    title: "Category",
    kind: "words",
    cell: ({ category }, { categoryName }) => categoryName(category),
  },
  status: { id: "status", title: "Status", kind: "words", cell: (risk) => statusWord({ ...risk, overdue: false }) },
  inherent: {
    id: "inherent",
    title: "Inherent",
    kind: "number",
    edit: "assessment",
    cell: (risk) => <ScoreCell risk={risk} state="inherent" />,
  },
  residual: {
    id: "residual",
    title: "Residual",
    kind: "number",
    edit: "assessment",
    cell: (risk) => <ScoreCell risk={risk} state="residual" />,
  },
  target: { id: "target", title: "Target", kind: "number", cell: (risk) => <ScoreCell risk={risk} state="target" /> },
  expectedAnnualLoss: {
    id: "expectedAnnualLoss",
    title: "Loss a year",
    kind: "number",
    cell: ({ expectedAnnualLoss }, { currency }) =>
      expectedAnnualLoss.residual === null ? (
        <span className="hush">no scenario</span>
      ) : (
        formatMoney(expectedAnnualLoss.residual, currency, "table")
      ),
  },
  owner: { id: "owner", title: "Owner", kind: "words", edit: "owner", cell: ({ ownerName }) => ownerName },
  assessed: {
    id: "assessed",
    title: "Assessed",
    kind: "words",
    cell: (risk, { today }) => <Assessed risk={risk} today={today} />,
  },
  deadline: {
    id: "deadline",
    title: "Next deadline",
    kind: "words",
    cell: (risk, { today }) => <Deadline risk={risk} today={today} />,
  },
};

const lines: RegisterColumn = {
  ...all.name,
  cell: (risk, { today }) => (
    <>
      <span className="first-line">
        <StatusMark {...risk} />
        <span className="risk-name">{risk.name}</span>
      </span>
      <small className="second-line">
        {risk.systemName} · {risk.ownerName} · <Assessed risk={risk} today={today} />
      </small>
    </>
  ),
};
const figures: RegisterColumn = {
  ...all.residual,
  cell: (risk, { currency }) => (
    <>
      <span className="first-line">
        {risk.residual === null ? (
          <span className="not-rated">not rated</span>
        ) : (
          <>
            {risk.inherent ? `${risk.inherent.score} to ` : ""}
            <b>{risk.residual.score}</b>
          </>
        )}
      </span>
      <small className="second-line">
        {risk.expectedAnnualLoss.residual === null
          ? "no scenario"
          : `${formatMoney(risk.expectedAnnualLoss.residual, currency, "table")} a year`}
      </small>
    </>
  ),
};

export type Room = "wide" | "medium" | "narrow";

/** The columns that fit. Narrow has rows of two lines. */
export const columnsFor: Readonly<Record<Room, readonly RegisterColumn[]>> = {
  wide: [
    all.name,
    all.system,
    all.category,
    all.status,
    all.inherent,
    all.residual,
    all.target,
    all.expectedAnnualLoss,
    all.owner,
    all.assessed,
    all.deadline,
  ],
  medium: [
    all.name,
    all.system,
    all.inherent,
    all.residual,
    all.target,
    all.expectedAnnualLoss,
    all.owner,
    all.assessed,
    all.deadline,
  ],
  narrow: [lines, figures],
};
