import { memo, useCallback, useRef, useState } from "react";
import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { markWords } from "../../../src/chart/series/mark-kind.ts";
import type { Matrix, MatrixCell, MatrixRow } from "../../../src/chart/series/system-category-matrix.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { TipBox } from "../../figure/tip-box.tsx";
import { useGridFocus } from "../../figure/use-grid-focus.ts";
import { useTip } from "../../figure/use-tip.ts";
import { RiskListPanel } from "./risk-list-panel.tsx";
import type { PortfolioView } from "./use-portfolio-view.ts";

const rowsAtOnce = 40;

interface MatrixFigureProps {
  readonly matrix: Matrix;
  readonly map: HeatMap;
  readonly view: PortfolioView;
  readonly changed: ReadonlySet<string>;
}

/** Systems down, categories across; then what each system costs, owes and is owed. */
export function MatrixFigure({ matrix, map, view, changed }: MatrixFigureProps) {
  const { shown, more } = useShownRows(matrix.rows.length, rowsAtOnce);
  const rows = matrix.rows.slice(0, shown);
  const frame = useRef<HTMLDivElement>(null);
  const { grid, current, cellFocus } = useGridFocus<HTMLTableElement>(rows.length, matrix.categories.length + 1, {
    row: 0,
    column: 1,
  });
  const figure = useCallback(() => frame.current, []);
  const { tip, tipProps, showFor, hide } = useTip<MatrixCell>(figure);
  const [listed, setListed] = useState<MatrixCell | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const figures = new Map(map.marks.map((mark) => [mark.id, mark]));

  const openCell = (cell: MatrixCell, element: HTMLElement) => {
    hide();
    const [only] = cell.risks;
    if (only !== undefined && cell.risks.length === 1) view.open(only);
    else if (cell.risks.length > 1) {
      opener.current = element;
      setListed(cell);
    }
  };
  const propsOf = (cell: MatrixCell, row: number, column: number) => {
    const focus = cellFocus({ row, column: column + 1 });
    return {
      ...focus,
      ...(cell.kind === "none" ? {} : tipProps(cell)),
      onClick: (event: { currentTarget: HTMLElement }) => openCell(cell, event.currentTarget),
      onFocus: (event: { currentTarget: HTMLElement }) => {
        focus.onFocus();
        if (event.currentTarget.matches(":focus-visible")) showFor(cell, event.currentTarget);
      },
      onBlur: hide,
    };
  };

  return (
    <div className="matrix-figure" ref={frame}>
      <table
        className="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move in it, so it is a grid
        role="grid"
        aria-readonly="true"
        ref={grid}
        aria-label={`Systems by category of risk, ${map.by}`}
      >
        <thead>
          <tr>
            <th scope="col" className="system">
              System
            </th>
            {matrix.categories.map(({ id, name, short }) => (
              <th key={id} scope="col" className="category">
                <abbr title={name}>
                  <span className="wide">{name}</span>
                  <span className="narrow" aria-hidden="true">
                    {short}
                  </span>
                </abbr>
              </th>
            ))}
            <th scope="col" className="loss">
              Expected loss a year, residual
            </th>
            <th scope="col" className="deadline">
              Next deadline
            </th>
            <th scope="col" className="assessed">
              Last assessed
            </th>
            <th scope="col" className="owner">
              Owner
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.system}
              row={row}
              active={current.row === index ? current.column : null}
              nameProps={cellFocus({ row: index, column: 0 })}
              propsOf={(cell, column) => propsOf(cell, index, column)}
              changed={changed}
              view={view}
            />
          ))}
        </tbody>
      </table>
      <ShowMore shown={shown} total={matrix.rows.length} atOnce={rowsAtOnce} of="systems" more={more} />
      {tip ? (
        <TipBox {...tip}>
          <p>{tip.subject.words}</p>
        </TipBox>
      ) : null}
      {listed ? (
        <RiskListPanel
          title={listed.words.split(":")[0]!}
          risks={listed.risks.flatMap((id) => figures.get(id) ?? [])}
          total={listed.risks.length}
          by={map.by}
          open={(id) => {
            setListed(null);
            view.open(id);
          }}
          close={() => {
            setListed(null);
            opener.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

interface RowProps {
  readonly row: MatrixRow;
  /** The column whose cell takes the tab stop; null in every other row. */
  readonly active: number | null;
  readonly nameProps: object;
  readonly propsOf: (cell: MatrixCell, column: number) => object;
  readonly changed: ReadonlySet<string>;
  readonly view: PortfolioView;
}

/** Drawn anew only when something in it changed: what its handlers hold on to changes with nothing else. */
const Row = memo(function Row({ row, nameProps, propsOf, changed, view }: RowProps) {
  const isOnly = view.filter.system === row.system;
  return (
    <tr>
      <th scope="row" className="system">
        <button
          type="button"
          {...nameProps}
          title={isOnly ? "Show all systems" : `Show ${row.name} only`}
          onClick={() => view.change({ system: isOnly ? undefined : row.system })}
        >
          <MarkSign kind={row.kind} />
          <span className="visually-hidden">{markWords[row.kind]}: </span>
          <span className="name">{row.name}</span>
        </button>
      </th>
      {row.cells.map((cell, column) => (
        <td key={cell.category} className="cell-place">
          <button
            type="button"
            {...propsOf(cell, column)}
            aria-label={cell.words}
            aria-disabled={cell.kind === "none"}
            className={classOf(cell, changed)}
          >
            {cell.kind === "unrated" ? <span className="question">?</span> : cell.text}
            {cell.overLimit > 1 ? <small>×{cell.overLimit}</small> : null}
          </button>
        </td>
      ))}
      <td className="loss">
        {row.loss ? (
          <div className="loss-bar">
            <i style={{ width: `max(1px, ${(row.loss.share * 100).toFixed(1)}%)` }} />
            <span>{row.loss.text}</span>
          </div>
        ) : (
          <span className="hush">not in money</span>
        )}
      </td>
      <td className="deadline">{row.deadline ? <Due {...row.deadline} /> : <span className="hush">none</span>}</td>
      <td className="assessed">{row.assessed.isStale ? <b>{row.assessed.text}</b> : row.assessed.text}</td>
      <td className="owner">{row.owner ?? <span className="hush">nobody</span>}</td>
    </tr>
  );
}, isSameRow);

function isSameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.row === b.row && a.active === b.active && a.changed === b.changed && a.view.filter.system === b.view.filter.system
  );
}

function Due({ text, isPast }: { readonly text: string; readonly isPast: boolean }) {
  return isPast ? <b>{text}, passed</b> : text;
}

function classOf(cell: MatrixCell, changed: ReadonlySet<string>): string {
  const names = ["matrix-cell", `is-${cell.kind}`];
  if (cell.step !== null) names.push(`risk-${cell.step}`);
  if (cell.isStale) names.push("is-stale");
  if (cell.risks.some((id) => changed.has(id))) names.push("is-changed");
  return names.join(" ");
}
