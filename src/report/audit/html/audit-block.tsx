import { VerdictMark } from "../../../chart/draw/fairness/verdict-mark.tsx";
import type { Block, Cell, Column, TableBlock, Term } from "../document/block.ts";
import { AuditChart } from "./audit-chart.tsx";
import type { DrawableReport } from "./drawable-report.ts";

interface BlockProps {
  readonly block: Block;
  readonly report: DrawableReport;
}

/** One piece of the report on paper. */
export function AuditBlock({ block, report }: BlockProps) {
  switch (block.kind) {
    case "text":
      return <p>{block.text}</p>;
    case "lead":
      return <p className="lead">{block.text}</p>;
    case "small":
      return <p className="measure">{block.text}</p>;
    case "heading":
      return <h3>{block.text}</h3>;
    case "notice":
      return (
        <div className="notice">
          <p>
            <strong>{block.title}.</strong> {block.text}
          </p>
        </div>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "terms":
      return <Terms terms={block.terms} />;
    case "command":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "chart":
      return <AuditChart report={report} subject={block.subject} label={block.label} />;
    case "details":
      return (
        <details>
          <summary>{block.summary}</summary>
          {block.blocks.map((each, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a report have an order and no name of their own
            <AuditBlock key={k} block={each} report={report} />
          ))}
        </details>
      );
    case "table":
      return <Table table={block} />;
  }
}

function Terms({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <dl>
      {terms.map(({ term, text, form }) => (
        <div key={`${term} ${text}`}>
          <dt>{term}</dt>
          <dd>{form === "code" ? <code>{text}</code> : text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ table }: { readonly table: TableBlock }) {
  const { caption, columns, parts, note } = table;
  return (
    <figure className="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a telephone is scrolled by the keyboard too */}
      <section className="scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ title, align }) => (
                <th key={title} scope="col" className={align}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map(({ title, rows }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have one title
            <tbody key={k}>
              {title === null ? null : (
                <tr className="part">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {title}
                  </th>
                </tr>
              )}
              {rows.map((row, r) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have an order and no name of their own
                <Row key={r} row={row} columns={columns} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      {note === undefined ? null : <figcaption className="measure">{note}</figcaption>}
    </figure>
  );
}

function Row({ row, columns }: { readonly row: readonly Cell[]; readonly columns: readonly Column[] }) {
  return (
    <tr>
      {row.map((cell, c) => {
        const align = columns[c]?.align ?? "left";
        const key = columns[c]?.title ?? c;
        return c === 0 ? (
          <th key={key} scope="row" className={align}>
            <Words cell={cell} />
          </th>
        ) : (
          <td key={key} className={/\d/.test(cell.text) ? `${align} figure` : align}>
            <Words cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function Words({ cell: { text, small, verdict } }: { readonly cell: Cell }) {
  return (
    <>
      {verdict === undefined ? text : <VerdictMark verdict={verdict} />}
      {small === undefined ? null : <small>{small}</small>}
    </>
  );
}
