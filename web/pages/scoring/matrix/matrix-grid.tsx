import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from "react";
import { MatrixChart } from "../../../../src/chart/draw/matrix-chart.tsx";
import { layoutMatrix, type MatrixGridCell, type MatrixPlace } from "../../../../src/chart/series/matrix-layout.ts";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import { useGridFocus } from "../../../figure/use-grid-focus.ts";
import { bandOfKey } from "./band-keys.ts";
import { cellsBetween } from "./cell-selection.ts";
import type { CellPlace } from "./matrix-draft.ts";
import type { MatrixView } from "./matrix-view.ts";

interface MatrixGridProps {
  readonly view: MatrixView;
  readonly cells: "equal" | "to-scale";
  readonly closed: string | null;
  readonly place: CellPlace;
  /** A cell that is to get the focus, until it is said to be shown. */
  readonly wanted: CellPlace | null;
  readonly onShown: () => void;
  readonly onPlace: (place: CellPlace) => void;
  readonly selected: readonly CellPlace[];
  readonly onSelect: (places: readonly CellPlace[]) => void;
  readonly onBand: (position: number) => void;
  readonly onUndo: () => void;
}

/** The grid of bands, moved through by arrows or the pointer, and coloured by letters and numbers. */
export function MatrixGrid(props: MatrixGridProps) {
  const { view, cells, closed, place, wanted, onShown, onPlace, selected, onSelect, onBand, onUndo } = props;
  const { scale, currency, journeys } = view;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width === null ? null : layoutMatrix({ scale, currency, disagreements: journeys }, { width, cells })),
    [width, scale, currency, journeys, cells],
  );
  const [rows, columns] = [scale.likelihood.length, scale.impact.length];
  const { grid, cellFocus } = useGridFocus<HTMLDivElement>(rows, columns, { row: 0, column: columns - 1 });
  const anchor = useRef<CellPlace | null>(null);
  const isShifted = useRef(false);
  const placeOf = ({ likelihood, impact }: MatrixPlace): CellPlace => ({ row: likelihood - 1, column: impact - 1 });
  const isSelected = new Set(selected.map(({ row, column }) => `${row} ${column}`));

  // Another block of the page shows a cell.
  useEffect(() => {
    if (wanted === null || layout === null) return;
    const cell = grid.current?.querySelector<SVGElement>(`[data-cell="${rows - 1 - wanted.row} ${wanted.column}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: "nearest" });
    onShown();
  }, [wanted, layout, rows, grid, onShown]);

  const stand = (at: CellPlace, isExtending: boolean) => {
    if (!isExtending) anchor.current = at;
    onPlace(at);
    onSelect(cellsBetween(anchor.current ?? at, at));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onUndo();
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSelect(cellsBetween({ row: 0, column: 0 }, { row: rows - 1, column: columns - 1 }));
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const band = bandOfKey(event.key, scale.bandNames);
      if (band === null) return;
      event.preventDefault();
      onBand(band);
    }
  };
  const cellProps = (cell: MatrixGridCell) => {
    const at = placeOf(cell);
    const focus = cellFocus({ row: rows - cell.likelihood, column: at.column });
    return {
      ...focus,
      onKeyDown: (event: KeyboardEvent) => {
        isShifted.current = event.shiftKey;
        focus.onKeyDown(event);
        isShifted.current = false;
        if (!event.defaultPrevented) onKeyDown(event);
      },
      onFocus: () => {
        focus.onFocus();
        stand(at, isShifted.current);
      },
      onPointerDown: (event: PointerEvent<SVGGElement>) => {
        isShifted.current = event.shiftKey;
        event.currentTarget.focus();
        if (document.activeElement === event.currentTarget) stand(at, event.shiftKey);
        isShifted.current = false;
      },
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType !== "mouse" || event.buttons !== 1 || anchor.current === null) return;
        onSelect(cellsBetween(anchor.current, at));
      },
    };
  };
  const pair = view.pairOf(place);
  return (
    <div ref={frame} className="matrix-frame">
      <div ref={grid}>
        {layout ? (
          <MatrixChart
            layout={layout}
            label={
              closed === null
                ? "Bands of likelihood by impact. Arrow keys move, Shift and arrows select more, a letter or number sets the band."
                : "Bands of likelihood by impact. Arrow keys move."
            }
            cellLabel={(cell) => view.wordsOf(placeOf(cell))}
            findingOf={(cell) => view.findingOf(placeOf(cell))}
            isSelected={(cell) => isSelected.has(`${cell.likelihood - 1} ${cell.impact - 1}`)}
            pair={pair}
            cellProps={cellProps}
            editing={closed === null ? "editable" : "read-only"}
          />
        ) : null}
      </div>
    </div>
  );
}
