import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { LikelihoodImpactMap } from "../../../src/chart/draw/likelihood-impact-map.tsx";
import { cellWords } from "../../../src/chart/series/cell-words.ts";
import { layoutLikelihoodImpact, type MapCell } from "../../../src/chart/series/likelihood-impact-layout.ts";
import { mapFinding, mapMeasure } from "../../../src/chart/series/map-finding.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";
import { TipBox } from "../../figure/tip-box.tsx";
import { useElementWidth } from "../../figure/use-element-width.ts";
import { useGridFocus } from "../../figure/use-grid-focus.ts";
import { useShortcut } from "../../figure/use-shortcut.ts";
import { useTip } from "../../figure/use-tip.ts";
import { MapKey } from "./map-key.tsx";
import { MapTable } from "./map-table.tsx";
import { OverLineList } from "./over-line-list.tsx";
import { RiskListPanel } from "./risk-list-panel.tsx";
import { RiskTip } from "./risk-tip.tsx";
import type { PortfolioView } from "./use-portfolio-view.ts";

interface MapBlockProps {
  readonly map: HeatMap;
  readonly view: PortfolioView;
  readonly changed: ReadonlySet<string>;
  readonly today: string;
}

export function MapBlock({ map, view, changed, today }: MapBlockProps) {
  const isTable = view.map === "table";
  const toggleTable = () => view.change({ map: isTable ? undefined : "table" });
  useShortcut("t", toggleTable);
  return (
    <section className="block map-block" aria-labelledby="map-finding">
      <header>
        <div>
          <h2 className="finding" id="map-finding">
            {mapFinding(map)}
          </h2>
          <p className="measure">{mapMeasure(map)}</p>
        </div>
        <fieldset className="choices">
          <legend className="visually-hidden">State</legend>
          {(["inherent", "residual", "target"] as const).map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={view.by === state}
              onClick={() => view.change({ by: state === "residual" ? undefined : state })}
            >
              {stateNames[state]}
            </button>
          ))}
          <span className="parting" />
          <button type="button" aria-pressed={isTable} onClick={toggleTable} aria-keyshortcuts="t">
            Table (T)
          </button>
        </fieldset>
      </header>
      {isTable ? (
        <MapTable map={map} today={today} open={view.open} />
      ) : (
        <MapFigure map={map} view={view} changed={changed} today={today} />
      )}
    </section>
  );
}

const stateNames = { inherent: "Inherent", residual: "Residual", target: "Target" } as const;

function MapFigure({ map, view, changed, today }: MapBlockProps) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(() => (width === null ? null : layoutLikelihoodImpact(map, { width })), [map, width]);
  const figures = useMemo(() => new Map(map.marks.map((mark) => [mark.id, mark])), [map]);
  const rows = map.scale.likelihood.length;
  const { grid, cellFocus } = useGridFocus<HTMLDivElement>(rows, map.scale.impact.length, {
    row: 0,
    column: map.scale.impact.length - 1,
  });
  const figure = useCallback(() => frame.current, [frame]);
  const { tip, tipProps, showFor, hide } = useTip<string>(figure);
  const [listed, setListed] = useState<MapCell | null>(null);
  const opener = useRef<Element | null>(null);

  const openCell = (cell: MapCell, element: Element) => {
    hide();
    const [only] = cell.risks;
    if (only !== undefined && cell.risks.length === 1) view.open(only);
    else if (cell.risks.length > 1) {
      opener.current = element;
      setListed(cell);
    }
  };
  const closeList = () => {
    setListed(null);
    if (opener.current instanceof SVGElement) opener.current.focus();
  };
  const cellProps = (cell: MapCell) => {
    const focus = cellFocus({ row: rows - cell.likelihood, column: cell.impact - 1 });
    return {
      ...focus,
      onClick: (event: { currentTarget: Element }) => openCell(cell, event.currentTarget),
      onKeyDown: (event: KeyboardEvent) => {
        focus.onKeyDown(event);
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        openCell(cell, event.currentTarget);
      },
      onFocus: (event: { currentTarget: Element }) => {
        focus.onFocus();
        const [only] = cell.risks;
        if (only !== undefined && cell.risks.length === 1 && event.currentTarget.matches(":focus-visible"))
          showFor(only, event.currentTarget);
      },
      onBlur: hide,
    };
  };
  const markProps = (id: string) => ({
    ...tipProps(id),
    onClick: () => {
      hide();
      view.open(id);
    },
  });
  const tipped = tip && figures.get(tip.subject);

  return (
    <div className="map-figure" ref={frame}>
      <div ref={grid}>
        {layout ? (
          <LikelihoodImpactMap
            layout={layout}
            label={`Likelihood by impact, ${map.by}. Arrow keys move, Enter opens, T shows the table.`}
            cellLabel={(cell) => cellWords(cell, map)}
            cellProps={cellProps}
            markProps={markProps}
            selected={view.risk}
            changed={changed}
          />
        ) : null}
      </div>
      {tip && tipped ? (
        <TipBox {...tip}>
          <RiskTip risk={tipped} map={map} today={today} />
        </TipBox>
      ) : null}
      {listed ? (
        <RiskListPanel
          title={cellWords(listed, map).split(":")[0]!}
          risks={listed.risks.flatMap((id) => figures.get(id) ?? [])}
          total={listed.risks.length}
          by={map.by}
          open={(id) => {
            setListed(null);
            view.open(id);
          }}
          close={closeList}
        />
      ) : null}
      {layout?.room === "narrow" ? <OverLineList layout={layout} map={map} open={view.open} /> : null}
      <MapKey map={map} />
    </div>
  );
}
