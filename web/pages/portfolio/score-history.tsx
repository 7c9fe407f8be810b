import { HistoryChart } from "../../../src/chart/draw/history-chart.tsx";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { markKind } from "../../../src/chart/series/mark-kind.ts";
import { historySentence, layoutHistory } from "../../../src/chart/series/score-history.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";

/** The residual score over time, in the place it is given. */
export function ScoreHistory({ detail, today }: { readonly detail: RiskDetail; readonly today: string }) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const { history, figures } = detail;
  const finding = historySentence(history, figures.line, today);
  const first = history[0]?.at;
  return (
    <div ref={frame} className="score-history">
      <h3>{finding}</h3>
      {first === undefined ? null : (
        <>
          <p className="measure">Residual score since {formatDate(first, today)}; each step is a recorded event</p>
          {width === null ? null : (
            <HistoryChart
              layout={layoutHistory(history, figures.line, { width, height: 102, today })}
              kind={markKind(figures, "residual")}
              label={finding}
            />
          )}
        </>
      )}
    </div>
  );
}
