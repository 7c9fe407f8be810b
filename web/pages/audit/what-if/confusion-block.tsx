import { ConfusionChart } from "../../../../src/chart/draw/fairness/confusion-chart.tsx";
import { FigureTableView } from "../../../../src/chart/draw/fairness/figure-table-view.tsx";
import { layoutConfusion } from "../../../../src/chart/series/fairness/confusion-squares.ts";
import { confusionTable } from "../../../../src/chart/series/fairness/figure-table.ts";
import { formatShare } from "../../../../src/chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import type { ThresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";

const size = 104;

/** Right and wrong decisions of each group, moving with its threshold. */
export function ConfusionBlock({ frame, view }: { readonly frame: ThresholdFrame; readonly view: "chart" | "table" }) {
  const groups = frame.groups.map(({ group, counts }) => ({
    key: JSON.stringify(group),
    label: groupLabel(group),
    counts,
  }));
  return (
    <section className="block" aria-labelledby="confusion-finding">
      <header>
        <div>
          <h2 className="finding" id="confusion-finding">
            {wrongFinding(frame)}
          </h2>
          <p className="measure">Of 100 of each group with a known label; dark is decided wrongly</p>
        </div>
      </header>
      {view === "table" ? (
        <ScrollX label="Right and wrong decisions by group">
          <FigureTableView table={confusionTable(groups)} caption="Right and wrong decisions by group, of 100 each" />
        </ScrollX>
      ) : (
        <>
          <ul className="confusion-panels">
            {groups.map(({ key, label, counts }) => {
              const layout = layoutConfusion(counts, { size });
              return (
                <li key={key}>
                  <ConfusionChart layout={layout} label={`${label}: ${squaresText(layout.squares)}`} />
                  <p>{label}</p>
                </li>
              );
            })}
          </ul>
          <p className="measure confusion-key">
            Above: positive label; below: negative. Left: selected; right: not selected.
          </p>
        </>
      )}
    </section>
  );
}

function wrongFinding({ overall }: ThresholdFrame): string {
  const { accuracy } = overall.metrics;
  if (accuracy === undefined || accuracy.estimate === null) return "Right and wrong decisions";
  return `Of 100 decisions ${formatShare(1 - accuracy.estimate)} would be wrong`;
}

const squareWords = {
  truePositives: "selected rightly",
  falseNegatives: "passed over wrongly",
  falsePositives: "selected wrongly",
  trueNegatives: "passed over rightly",
} as const;

function squaresText(squares: ReturnType<typeof layoutConfusion>["squares"]): string {
  return squares.length === 0
    ? "no label is known"
    : squares.map(({ kind, text }) => `${text} of 100 ${squareWords[kind]}`).join(", ");
}
