import { FigureTableView } from "../../../../src/chart/draw/fairness/figure-table-view.tsx";
import { ForestChart } from "../../../../src/chart/draw/fairness/forest-chart.tsx";
import { forestTable } from "../../../../src/chart/series/fairness/figure-table.ts";
import { layoutForest } from "../../../../src/chart/series/fairness/forest-layout.ts";
import { attributesTitle, groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import { metricWords } from "../../../../src/chart/series/fairness/metric-words.ts";
import type { AuditFigure } from "../../../../src/contract/audit-report.ts";
import type { ThresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import type { AuditedFigures } from "./audited-figures.ts";

interface TriedRatesBlockProps {
  readonly attributes: readonly string[];
  readonly frame: ThresholdFrame;
  readonly audited: AuditedFigures;
  readonly rate: string;
  readonly rates: readonly string[];
  readonly chooseRate: (rate: string) => void;
  readonly view: "chart" | "table";
  readonly toggle: () => void;
}

/** A rate of each group as it would be, beside what the audit found. */
export function TriedRatesBlock(props: TriedRatesBlockProps) {
  const { attributes, frame, audited, rate, rates, chooseRate, view, toggle } = props;
  const [room, width] = useElementWidth<HTMLDivElement>();
  const words = metricWords(rate);
  const sections = [
    {
      title: attributesTitle(attributes),
      rows: frame.groups.map(({ group, metrics }, g) => {
        const was = audited.groups[g]?.metrics[rate];
        return {
          key: JSON.stringify(group),
          label: groupLabel(group),
          n: sizeOf(metrics[rate]!, audited.groups[g]?.n),
          figure: metrics[rate]!,
          mark: "tried" as const,
          before: was && was.estimate !== null ? was.estimate : null,
        };
      }),
      line: null,
      left: 0,
    },
  ];
  const overall = frame.overall.metrics[rate]?.estimate ?? null;
  return (
    <section className="block" aria-labelledby="tried-rates-finding">
      <header>
        <div>
          <h2 className="finding" id="tried-rates-finding">
            {words.name} by group, as tried
          </h2>
          <p className="measure">{words.means}; ring as audited, dot as tried with its interval</p>
        </div>
        <div className="choices rate-choices">
          {rates.map((name) => (
            <button key={name} type="button" aria-pressed={name === rate} onClick={() => chooseRate(name)}>
              {metricWords(name).name.replace(/ rate$/, "")}
            </button>
          ))}
          <span className="parting" />
          <button type="button" aria-pressed={view === "table"} aria-keyshortcuts="t" onClick={toggle}>
            Table (T)
          </button>
        </div>
      </header>
      <div ref={room}>
        {view === "table" ? (
          <ScrollX label={`${words.name} by group`}>
            <FigureTableView
              table={forestTable(sections, words.name.toLowerCase())}
              caption={`${words.name} by group, as tried`}
            />
          </ScrollX>
        ) : width === null ? null : (
          <ForestChart
            layout={layoutForest({ sections, overall, width })}
            label={`${words.name} by group, as audited and as tried; press T for a table`}
            measure="%"
          />
        )}
      </div>
    </section>
  );
}

function sizeOf(figure: AuditFigure, all: number | undefined): number {
  return figure.estimate === null ? (all ?? 0) : figure.n;
}
