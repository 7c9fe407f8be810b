import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { formatAge, formatDay } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, formatQuantity } from "../../../src/chart/series/format-number.ts";
import { markKind, markWords } from "../../../src/chart/series/mark-kind.ts";
import type { HeatMap, RiskFigures } from "../../../src/contract/heat-map.ts";

interface RiskTipProps {
  readonly risk: RiskFigures;
  readonly map: HeatMap;
  readonly today: string;
}

/** One risk in five lines: who, where against the line, how sure, how much, until when. */
export function RiskTip({ risk, map, today }: RiskTipProps) {
  const kind = markKind(risk, map.by);
  const loss = risk.expectedAnnualLoss[map.by];
  const sure = risk.cellProbability[map.by];
  const path = (["inherent", "residual", "target"] as const).flatMap((state) =>
    risk[state] ? [`${state} ${formatNumber(risk[state].score, 2)}`] : [],
  );
  return (
    <>
      <p className="tip-name">
        <MarkSign kind={kind} isStale={risk.freshness === "stale"} /> {risk.name}
      </p>
      <p>
        {risk.systemName}, {risk.ownerName}
      </p>
      <p>
        <b>{markWords[kind]}</b>
        {risk.line && risk[map.by] ? `; the line is ${formatNumber(risk.line.appetite, 2)}` : ""}
      </p>
      <p>{path.length > 0 ? path.join(", ") : "nobody has rated it"}</p>
      {loss === null ? null : (
        <p>
          {formatMoney(loss, map.currency, "table")} a year expected
          {sure === null ? "" : `; in this cell with probability ${formatQuantity(sure)}`}
        </p>
      )}
      {risk.freshness === "stale" && risk.assessed ? (
        <p>Last assessed {formatAge(risk.assessed, today)} ago; last score kept</p>
      ) : null}
      {risk.nextDeadline ? <p>Next deadline {formatDay(risk.nextDeadline.on, today)}</p> : null}
    </>
  );
}
