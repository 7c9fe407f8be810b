import { WaterfallChart } from "../../../src/chart/draw/waterfall-chart.tsx";
import { cellScore } from "../../../src/chart/series/likelihood-impact-layout.ts";
import { riskFacts } from "../../../src/chart/series/risk-facts.ts";
import { layoutWaterfall, whySentence } from "../../../src/chart/series/waterfall.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";
import { ScoreHistory } from "./score-history.tsx";

interface WhyTabProps {
  readonly detail: RiskDetail;
  readonly map: HeatMap | undefined;
  readonly today: string;
  readonly timeZone: string;
}

export function WhyTab({ detail, map, today, timeZone }: WhyTabProps) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const { figures, explanation } = detail;
  const { steps, findings } = explanation;
  const highest = map
    ? cellScore(map.scale.score, map.scale.likelihood.length, map.scale.impact.length)
    : Math.max(25, ...steps.map(({ after }) => after.score));
  const finding = whySentence(steps, figures.line);
  const computed = wallClock(detail.computedAt, timeZone);
  return (
    <div ref={frame}>
      <h3>{finding}</h3>
      {steps.length > 0 ? (
        <>
          <p className="measure">
            Score, likelihood {map?.scale.score === "sum" ? "+" : "×"} impact, 1 to {highest}
          </p>
          {width === null ? null : (
            <WaterfallChart layout={layoutWaterfall(steps, figures.line, { width, highest })} label={finding} />
          )}
        </>
      ) : (
        <p className="measure">
          It is not placed on the map and not counted as low. Give it a likelihood and an impact, or a scenario.
        </p>
      )}
      {findings.length > 0 ? (
        <ul className="findings">
          {findings.map(({ code, message }) => (
            <li key={`${code} ${message}`}>
              <b>To check:</b> {message}
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="facts">
        {riskFacts(detail, map?.currency ?? "EUR", today, computed).map(({ name, text }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <ScoreHistory detail={detail} today={today} />
    </div>
  );
}
