import type { FigureTable } from "../../series/fairness/figure-table.ts";

interface FigureTableViewProps {
  readonly table: FigureTable;
  /** What it holds; read out, not shown, as the chart's heading stands above it. */
  readonly caption: string;
}

/** A chart as a table, figure by figure. */
export function FigureTableView({ table, caption }: FigureTableViewProps) {
  const { columns, rows } = table;
  return (
    <table className="figures figure-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, kind }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
            <th key={k} scope="col" className={kind === "number" ? "number" : undefined}>
              {title === "" ? <span className="visually-hidden">note</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, k) =>
              k === 0 ? (
                <th key="head" scope="row">
                  {cell}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
                <td key={k} className={columns[k]?.kind === "number" ? "number" : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
