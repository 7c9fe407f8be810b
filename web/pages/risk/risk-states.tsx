import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";

interface RiskStatesProps {
  readonly detail: RiskDetail;
  readonly workspace: Workspace;
  readonly today: string;
}

/** Where the risk stood before controls, where it stands, and where it is to stand; with the line it is held to. */
export function RiskStates({ detail, workspace, today }: RiskStatesProps) {
  const { figures } = detail;
  const { scale, currency } = workspace;
  const sign = scale.score === "product" ? "×" : "+";
  const states = [
    { name: "Inherent", score: figures.inherent, loss: figures.expectedAnnualLoss.inherent, basis: "before controls" },
    {
      name: "Residual",
      score: figures.residual,
      loss: figures.expectedAnnualLoss.residual,
      basis: figures.residual?.basis === "judged" ? "judged" : "derived from working controls",
    },
    {
      name: "Target",
      score: figures.target,
      loss: figures.expectedAnnualLoss.target,
      basis: figures.targetBy === null ? "nothing more is planned" : `by ${formatDate(figures.targetBy, today)}`,
    },
  ];
  return (
    <dl className="states">
      {states.map(({ name, score, loss, basis }, index) => (
        <div key={name} className={name === "Residual" ? "state is-now" : "state"}>
          {index > 0 ? <Arrow /> : null}
          <dt>{name}</dt>
          <dd className="number">
            {score === null ? <span className="not-rated">not rated</span> : formatNumber(score.score, 2)}
            {score === null ? null : <small>{score.band}</small>}
          </dd>
          <dd>
            {score === null
              ? "nobody has judged it"
              : `${score.likelihood} ${scale.likelihood[score.likelihood - 1]?.name} ${sign} ${score.impact} ${scale.impact[score.impact - 1]?.name}`}
          </dd>
          <dd className="hush">
            {score === null ? "" : basis}
            {loss === null ? "" : `; ${formatMoney(loss, currency, "table")} a year expected`}
          </dd>
        </div>
      ))}
      <div className="state">
        <dt>Line</dt>
        <dd className="number">
          {figures.line === null ? (
            <span className="not-rated">not drawn</span>
          ) : (
            <>
              {formatNumber(figures.line.appetite, 2)}
              <small>tolerance {formatNumber(figures.line.tolerance, 2)}</small>
            </>
          )}
        </dd>
        <dd>{figures.line === null ? "no line drawn: no limit covers it" : "reaching it is over"}</dd>
      </div>
    </dl>
  );
}

function Arrow() {
  return (
    <svg className="state-arrow" width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
      <path className="journey-arrow" d="M0 5H19" />
    </svg>
  );
}
