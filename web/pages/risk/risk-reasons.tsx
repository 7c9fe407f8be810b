import { WaterfallChart } from "../../../src/chart/draw/waterfall-chart.tsx";
import { riskFacts } from "../../../src/chart/series/risk-facts.ts";
import { layoutWaterfall, whySentence } from "../../../src/chart/series/waterfall.ts";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import { place } from "../../../src/engine/scoring/place.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";

interface RiskReasonsProps {
  readonly detail: RiskDetail;
  readonly workspace: Workspace;
  readonly today: string;
  readonly timeZone: string;
}

/** Why the score is what it is: each step from inherent to target, what is to be checked, and what it rests on. */
export function RiskReasons({ detail, workspace, today, timeZone }: RiskReasonsProps) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const { figures, explanation } = detail;
  const { scale } = workspace;
  const highest = place(scale, { likelihood: scale.likelihood.length, impact: scale.impact.length }).score;
  const finding = whySentence(explanation.steps, figures.line);
  return (
    <section className="block" aria-labelledby="why">
      <header>
        <div>
          <h2 className="finding" id="why">
            {finding}
          </h2>
          <p className="measure">
            {explanation.steps.length > 0
              ? `Score, likelihood ${scale.score === "product" ? "×" : "+"} impact, up to ${highest}`
              : "It is not placed on the map and not counted as low. Give it a likelihood and an impact, or a scenario."}
          </p>
        </div>
      </header>
      <div ref={frame}>
        {width === null || explanation.steps.length === 0 ? null : (
          <WaterfallChart
            layout={layoutWaterfall(explanation.steps, figures.line, { width, highest })}
            label={finding}
          />
        )}
      </div>
      {explanation.findings.length > 0 ? (
        <ul className="findings">
          {explanation.findings.map(({ code, message, state }) => (
            <li key={`${code} ${state} ${message}`}>
              <b>To check:</b> {message}
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="facts risk-facts">
        {riskFacts(detail, workspace.currency, today, wallClock(detail.computedAt, timeZone)).map(({ name, text }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
