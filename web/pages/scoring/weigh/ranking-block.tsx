import { memo, useMemo } from "react";
import { CompositeChart } from "../../../../src/chart/draw/composite-chart.tsx";
import { RankChart } from "../../../../src/chart/draw/rank-chart.tsx";
import { layoutComposite } from "../../../../src/chart/series/composite-layout.ts";
import { compositeHeadline } from "../../../../src/chart/series/composite-page.ts";
import { orderSentence, rankingSentence } from "../../../../src/chart/series/composite-sentences.ts";
import { compositeShades } from "../../../../src/chart/series/composite-shades.ts";
import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import { layoutRanks } from "../../../../src/chart/series/rank-layout.ts";
import type { WeighReport } from "../../../../src/contract/weigh-report.ts";
import { ComputingNote } from "../../../compute/computing-note.tsx";
import type { Computed } from "../../../compute/use-computed.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { ShowMore, useShownRows } from "../../../figure/show-more.tsx";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import { CopySentence } from "../../../shell/copy-sentence.tsx";
import { scenariosHeadline } from "../study-headline.ts";
import { RankingTable } from "./ranking-table.tsx";

interface RankingBlockProps {
  readonly report: WeighReport | undefined;
  /** Why it was not computed, with the way to try again; null where it was. */
  readonly refused: Computed<"scenarios"> | null;
  /** Of what is typed now, or of what was before. */
  readonly state: "current" | "behind";
  /** Why there is no ranking; null where there is one. */
  readonly reason: string | null;
  /** Names of scenarios and of dimensions, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly dimensionNames: ReadonlyMap<string, string>;
  readonly view: "chart" | "table";
  readonly onView: (view: "chart" | "table") => void;
}

const rowsAtOnce = 20;

/** The order of the scenarios, what makes it, and how sure it is. It is drawn anew when it changes, not while it is typed. */
export const RankingBlock = memo(function RankingBlock(props: RankingBlockProps) {
  const { report, refused, state, reason, names, dimensionNames, view, onView } = props;
  const { shown, more } = useShownRows(report?.scenarios.length ?? 0, rowsAtOnce);
  const isBehind = state === "behind";
  const isWaiting = reason === null && report === undefined && refused === null;
  return (
    <section className="block ranking-block" aria-labelledby="ranking-finding" aria-busy={isWaiting}>
      <header>
        <div>
          <h2 className="finding" id="ranking-finding">
            {report
              ? report.gate
                ? compositeHeadline(report)
                : scenariosHeadline(report, names)
              : "Which comes first"}
          </h2>
          <p className="measure">
            {report
              ? `${formatNumber(report.scenarios.length)} ${plural("scenario", report.scenarios.length)} under the weights of ${report.weighting.version}, ${report.weighting.aggregate}; 0 is as good, 1 as bad as the anchors go`
              : "By one score of all dimensions"}
          </p>
        </div>
        {report ? (
          <div className="choices">
            {(["chart", "table"] as const).map((each) => (
              <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>
                {each === "chart" ? "Chart" : "Table"}
              </button>
            ))}
          </div>
        ) : null}
      </header>
      {reason === null ? null : <p className="lede ranking-reason">{reason}</p>}
      {refused ? <ComputingNote what="how sure the order is" computed={refused} /> : null}
      {report ? (
        <div className={isBehind ? "ranking-figures is-behind" : "ranking-figures"}>
          {report.scenarios[0]?.score === null ? null : <CopySentence sentence={rankingSentence(report, names)} />}
          <p className="visually-hidden" role="status">
            {isBehind || report.scenarios[0] === undefined
              ? ""
              : `First now: ${names.get(report.scenarios[0].id) ?? report.scenarios[0].id}`}
          </p>
          {view === "table" ? (
            <ScrollX label="Ranking">
              <RankingTable report={report} names={names} dimensionNames={dimensionNames} />
            </ScrollX>
          ) : (
            <>
              <RankingFigure report={report} names={names} dimensionNames={dimensionNames} most={shown} />
              {report.scenarios[0]?.score === null ? null : (
                <AcceptabilityFigure report={report} names={names} most={shown} />
              )}
              <div className="visually-hidden">
                <RankingTable report={report} names={names} dimensionNames={dimensionNames} />
              </div>
              <ShowMore shown={shown} total={report.scenarios.length} atOnce={rowsAtOnce} of="scenarios" more={more} />
            </>
          )}
        </div>
      ) : null}
    </section>
  );
});

interface FigureProps {
  readonly report: WeighReport;
  readonly names: ReadonlyMap<string, string>;
  readonly most: number;
}

function RankingFigure(props: FigureProps & { readonly dimensionNames: ReadonlyMap<string, string> }) {
  const { report, names, most, dimensionNames } = props;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width === null ? null : layoutComposite(report, { names, width, most })),
    [report, names, width, most],
  );
  const shades = compositeShades(report.weighting.weights);
  const named = shades.filter(({ step }) => step !== "others");
  const others = shades.length - named.length;
  return (
    <div ref={frame} className="ranking-figure">
      <ul className="composite-key" aria-label="What the parts of a bar are">
        {named.map(({ dimension, step }) => (
          <li key={dimension}>
            <svg width="14" height="10" aria-hidden="true">
              <rect className={`composite-part is-${step}`} width="14" height="10" />
            </svg>
            {dimensionNames.get(dimension) ?? dimension}
          </li>
        ))}
        {others > 0 ? (
          <li>
            <svg width="14" height="10" aria-hidden="true">
              <rect className="composite-part is-others" width="14" height="10" />
            </svg>
            {formatNumber(others)} lighter {plural("dimension", others)}
          </li>
        ) : null}
        <li>
          <svg width="20" height="10" aria-hidden="true">
            <path className="interval is-thin" d="M0 5H20" />
            <circle className="panel-dot" cx="10" cy="5" r="3" />
          </svg>
          score and its 90 %
        </li>
      </ul>
      {layout ? (
        <CompositeChart layout={layout} label="Scores of the scenarios; the table beside it has the figures" />
      ) : null}
    </div>
  );
}

function AcceptabilityFigure({ report, names, most }: FigureProps) {
  const [frame, width] = useElementWidth<HTMLElement>();
  const layout = useMemo(
    () => (width === null ? null : layoutRanks(report.scenarios, { names, width, most })),
    [report, names, width, most],
  );
  return (
    <section ref={frame} className="rank-figure" aria-labelledby="rank-finding">
      <h3 className="finding" id="rank-finding">
        {orderSentence(report)}
      </h3>
      <p className="measure">How often each takes each place when weights and ratings wobble</p>
      {layout ? (
        <RankChart layout={layout} label="How often each scenario takes each place; the table has the figures" />
      ) : null}
    </section>
  );
}
