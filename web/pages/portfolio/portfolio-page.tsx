import { useQuery } from "@tanstack/react-query";
import { heatMapQuery, workspaceQuery } from "../../data/queries.ts";
import { useChangedMarks } from "../../figure/use-changed-marks.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useToday } from "../../shell/use-today.ts";
import { ChangeFeed } from "./change-feed.tsx";
import { FilterRow } from "./filter-row.tsx";
import { FourNumbers } from "./four-numbers.tsx";
import { MapBlock } from "./map-block.tsx";
import { MatrixBlock } from "./matrix-block.tsx";
import { RiskDrawer } from "./risk-drawer.tsx";
import { usePortfolioView } from "./use-portfolio-view.ts";

/** Where we stand: four numbers, what lies over the line, what changed, and whose system it is. */
export function PortfolioPage() {
  const { data: workspace } = useQuery(workspaceQuery);
  const view = usePortfolioView();
  const { on, timeZone } = useToday();
  const today = view.asOf ?? on;
  const { data: map, error, refetch } = useQuery(heatMapQuery(view.asOf, view.by, view.measure, view.filter));
  const changed = useChangedMarks(map, JSON.stringify([view.asOf, map?.by, map?.measure, view.filter]));
  usePageTitle("Portfolio", workspace?.organization);
  return (
    <>
      <h1 className="visually-hidden">Portfolio of {workspace?.organization}</h1>
      <FourNumbers />
      <FilterRow view={view} />
      <div className="map-and-feed">
        {map ? (
          <MapBlock map={map} view={view} changed={changed} today={today} />
        ) : (
          <section className="block map-block" aria-busy={!error}>
            {error ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
          </section>
        )}
        <ChangeFeed today={today} timeZone={timeZone} open={view.open} />
      </div>
      {map ? <MatrixBlock map={map} view={view} changed={changed} today={today} /> : null}
      {view.risk ? <RiskDrawer id={view.risk} view={view} map={map} today={today} timeZone={timeZone} /> : null}
    </>
  );
}
