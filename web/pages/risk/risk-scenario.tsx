import { scenarioLines } from "../../../src/chart/series/estimate-words.ts";
import { formatMoney, formatMoneyRange } from "../../../src/chart/series/format-money.ts";
import { formatQuantity } from "../../../src/chart/series/format-number.ts";
import { yearsIn } from "../../../src/chart/series/loss-curve.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { CurveFigure } from "../curve/curve-figure.tsx";

const noLimits: never[] = [];

/** The risk in money: what was estimated, in the words of who estimated it, and the year's loss that follows. */
export function RiskScenario({ detail, currency }: { readonly detail: RiskDetail; readonly currency: string }) {
  const { annualLoss, scenario, record } = detail;
  if (annualLoss === null || scenario === null || record.scenario === undefined)
    return (
      <section className="block" aria-labelledby="in-money">
        <header>
          <div>
            <h2 className="finding" id="in-money">
              It is not in money
            </h2>
            <p className="measure">
              {detail.figures.source === "unrated"
                ? "No loss is counted for it, and no total contains it."
                : "Its levels place it on the map; no loss is counted for it, and no total contains it."}
            </p>
          </div>
        </header>
        <p className="actions">
          <PageLink className="button first" to={`/risks/${record.id}/scenario`}>
            Put it in numbers
          </PageLink>
          <small className="hush">Two leaves are enough: how often, and how much</small>
        </p>
        <p className="lede">Or write the smallest scenario under it in the file:</p>
        <p className="scenario-command">
          <CopyCommand command="scenario: { frequency: { low: 0.2, high: 2 }, loss: { primary: { low: 50000, high: 2000000 } } }" />
        </p>
      </section>
    );
  const { eventsPerYear: events, lossPerEvent: loss } = scenario;
  const bad = annualLoss.residual.valueAtRisk["0.95"];
  return (
    <section className="block" aria-labelledby="in-money">
      <header>
        <div>
          <h2 className="finding" id="in-money">
            {bad === 0
              ? `It costs something ${yearsIn(annualLoss.residual.probabilityOfLoss)}`
              : `1 year in 20 it costs more than ${formatMoney(bad, currency)}`}
          </h2>
          <p className="measure">
            Its own annual loss, in {currency}; the line of the portfolio is not a line for one risk
          </p>
        </div>
        <div className="choices">
          <PageLink className="text-button" to={`/risks/${record.id}/scenario`}>
            Edit the scenario
          </PageLink>
          <PageLink className="text-button" to={`/curve?scope=risk:${record.id}`}>
            Curve and figures
          </PageLink>
        </div>
      </header>
      <dl className="facts scenario-facts">
        <div className="fact is-result">
          <dt>Loss events a year</dt>
          <dd>
            <b>{formatQuantity(events.mean)}</b> on average, {formatQuantity(events.low)} to{" "}
            {formatQuantity(events.high)} with 90 %
          </dd>
        </div>
        <div className="fact is-result">
          <dt>Loss of one event</dt>
          <dd>
            <b>{formatMoney(loss.mean, currency)}</b> on average, {formatMoneyRange(loss.low, loss.high, currency)} with
            90 %
          </dd>
        </div>
        {scenarioLines(record.scenario, currency).map(({ name, text }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <CurveFigure curves={annualLoss} limits={noLimits} currency={currency} height={300} />
    </section>
  );
}
