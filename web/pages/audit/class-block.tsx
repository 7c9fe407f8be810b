import { formatInterval, formatShare } from "../../../src/chart/series/fairness/format-rate.ts";
import { attributesTitle, groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { metricWords, reasonWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatCount } from "../../../src/chart/series/format-number.ts";
import type { AuditFigure, AuditReport } from "../../../src/contract/audit-report.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";

interface ClassBlockProps {
  readonly report: AuditReport;
  readonly by: readonly string[] | null;
  readonly metric: string;
}

/** Each class against the rest: the metric of every group, a column a class. */
export function ClassBlock({ report, by, metric }: ClassBlockProps) {
  const { classes } = report;
  const [first] = classes;
  if (!first) return null;
  const rows = first.groups.flatMap(({ group }, at) => {
    const names = Object.keys(group);
    const isShown = by === null ? names.length === 1 : names.length === by.length && by.every((name) => name in group);
    return isShown ? [{ group, at }] : [];
  });
  return (
    <section className="block" aria-labelledby="classes-finding">
      <header>
        <div>
          <h2 className="finding" id="classes-finding">
            Each of {formatCount(classes.length)} classes against the rest
          </h2>
          <p className="measure">{metricWords(metric).name}, %, where that class is the favourable one</p>
        </div>
      </header>
      <ScrollX label="Classes">
        <table className="figures">
          <caption className="visually-hidden">{metricWords(metric).name} by class and group</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              {classes.map(({ class: name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, at }) => (
              <tr key={at}>
                <th scope="row">
                  {groupLabel(group)}{" "}
                  {by === null ? <small>{attributesTitle(Object.keys(group)).toLowerCase()}</small> : null}
                </th>
                {classes.map(({ class: name, groups }) => (
                  <td key={name} className="number">
                    <Cell figure={groups[at]?.metrics[metric]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}

function Cell({ figure }: { readonly figure: AuditFigure | undefined }) {
  if (!figure || figure.estimate === null) return <small>{reasonWords(figure?.reason ?? "not-in-the-counts")}</small>;
  return (
    <>
      <b>{formatShare(figure.estimate)}</b> <small>{formatInterval(figure, formatShare)}</small>
    </>
  );
}
