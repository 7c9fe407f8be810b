import { useMemo } from "react";
import { MatrixChart } from "../../../../src/chart/draw/matrix-chart.tsx";
import { formatCount, plural } from "../../../../src/chart/series/format-number.ts";
import { layoutMatrix, type MatrixPlace } from "../../../../src/chart/series/matrix-layout.ts";
import { finePercent } from "../../../../src/chart/series/matrix-words.ts";
import type { MatrixReport } from "../../../../src/contract/matrix-report.ts";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import type { MatrixView, ScaleReport } from "./matrix-view.ts";

interface ProposalBlockProps {
  readonly view: MatrixView;
  readonly report: ScaleReport;
  readonly cells: "equal" | "to-scale";
  readonly closed: string | null;
  readonly onTake: (bands: MatrixReport["bands"]) => void;
}

/** Bands that fulfil the axioms, beside those that do not: what differs, and one action to take them over. */
export function ProposalBlock({ view, report, cells, closed, onTake }: ProposalBlockProps) {
  const { proposal, breaches, findings } = report;
  if (findings.length === 0) return null;
  if (proposal === null)
    return (
      <section className="block" aria-labelledby="proposal-head">
        <header>
          <h2 className="finding" id="proposal-head">
            No sound bands are known for these levels.
          </h2>
        </header>
        <p>
          On two levels by two, and with fewer than three bands, no colouring fulfils the axioms. Add a level or a band,
          or move a bound.
        </p>
      </section>
    );
  const { changed, bands } = proposal;
  return (
    <section className="block proposal-block" aria-labelledby="proposal-head">
      <header>
        <div>
          <h2 className="finding" id="proposal-head">
            Sound bands differ in {formatCount(changed)} {plural("cell", changed)}.
          </h2>
          <p className="measure">
            From the bounds alone, with the same floor:{" "}
            {breaches.length > 0 ? "the axioms hold" : "every band is in use"}; ranked wrong{" "}
            {finePercent(wrongOf(report.ranking))} now, {finePercent(wrongOf(proposal.ranking))} then
          </p>
        </div>
        {closed === null ? (
          <button type="button" className="button" onClick={() => onTake(bands)}>
            Take the sound bands
          </button>
        ) : null}
      </header>
      <div className="side-by-side">
        <Bands title="Now" view={view} bands={report.bands} against={bands} cells={cells} />
        <Bands title="Sound" view={view} bands={bands} against={report.bands} cells={cells} />
      </div>
    </section>
  );
}

function wrongOf(ranking: MatrixReport["ranking"]): number {
  return ranking.find(({ density }) => density === "log-uniform")!.wrong;
}

interface BandsProps {
  readonly title: string;
  readonly view: MatrixView;
  readonly bands: MatrixReport["bands"];
  readonly against: MatrixReport["bands"];
  readonly cells: "equal" | "to-scale";
}

function Bands({ title, view, bands, against, cells }: BandsProps) {
  const { scale, currency } = view;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width === null ? null : layoutMatrix({ scale: { ...scale, bands }, currency }, { width, cells })),
    [width, scale, bands, currency, cells],
  );
  const bandAt = (grid: MatrixReport["bands"], { likelihood, impact }: MatrixPlace) =>
    grid[likelihood - 1]![impact - 1]!;
  const isChanged = (cell: MatrixPlace) => bandAt(bands, cell) !== bandAt(against, cell);
  return (
    <figure ref={frame}>
      <figcaption className="measure">{title}</figcaption>
      {layout ? (
        <MatrixChart
          layout={layout}
          label={`${title}: bands of likelihood by impact`}
          isChanged={isChanged}
          cellLabel={(cell) => {
            const place = `${scale.likelihood[cell.likelihood - 1]!.name} by ${scale.impact[cell.impact - 1]!.name}`;
            const other = isChanged(cell) ? `, ${bandAt(against, cell)} beside it` : "";
            return `${place}: ${cell.band}${other}`;
          }}
        />
      ) : null}
    </figure>
  );
}
