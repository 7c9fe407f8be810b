import { VerdictMark } from "../../../src/chart/draw/fairness/verdict-mark.tsx";
import { formatGap, formatInterval, formatShare } from "../../../src/chart/series/fairness/format-rate.ts";
import { attributesTitle, groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { disparityName, metricWords, reasonWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { disparitiesFinding } from "./disparities-finding.ts";

interface DisparityBlockProps {
  readonly report: AuditReport;
  /** Attributes whose disparities are shown, all of them; null shows those of the metric, of every choice of attributes. */
  readonly by: readonly string[] | null;
  readonly metric: string;
  readonly open: (figure: string) => void;
}

type Disparity = AuditReport["disparities"][number];

/** Disparities with interval, test and the gap without what chance adds; each opens to its counts and formula. */
export function DisparityBlock({ report, by, metric, open }: DisparityBlockProps) {
  const chosen = report.disparities.flatMap((disparity, at) =>
    isShown(disparity, by, metric) ? [{ disparity, at }] : [],
  );
  const rows = chosen.filter(({ disparity }) => disparity.estimate !== null);
  const undefinedRows = chosen.flatMap(({ disparity }) => (disparity.estimate === null ? [disparity] : []));
  const { comparison, adjustment } = report.settings;
  return (
    <section className="block" aria-labelledby="disparities-finding">
      <header>
        <div>
          <h2 className="finding" id="disparities-finding">
            {disparitiesFinding(
              rows.map(({ disparity }) => disparity),
              report.settings.level,
            )}
          </h2>
          <p className="measure">
            {by === null
              ? `Gaps in ${lower(metricWords(metric).name)}; choose an attribute above for every disparity of it`
              : `Every disparity by ${by.join(" and ")}`}
            , {comparisonWords[comparison]}; p adjusted for {formatNumber(testsIn(report))} tests ({adjustment})
          </p>
        </div>
      </header>
      {chosen.length === 0 ? (
        <p className="lede">No disparity is measured of this alone; it takes part in others.</p>
      ) : null}
      {rows.length === 0 ? null : (
        <ScrollX label="Disparities">
          <table className="figures disparity-table">
            <caption className="visually-hidden">Disparities</caption>
            <thead>
              <tr>
                <th scope="col">Disparity</th>
                <th scope="col">Between</th>
                <th scope="col" className="number">
                  Estimate
                </th>
                <th scope="col" className="number">
                  {formatNumber(report.settings.level * 100, 1)} % interval
                </th>
                <th scope="col" className="number">
                  p
                </th>
                <th scope="col" className="number">
                  adjusted
                </th>
                <th scope="col" className="number">
                  De-biased
                </th>
                <th scope="col">Limit</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ disparity, at }) => (
                <Row
                  key={at}
                  disparity={disparity}
                  withAttributes={by === null}
                  report={report}
                  onOpen={() => open(`disparity.${at}`)}
                />
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
      {undefinedRows.length === 0 ? null : <NotDefined disparities={undefinedRows} />}
    </section>
  );
}

/** Disparities without a value, by why they have none. */
function NotDefined({ disparities }: { readonly disparities: readonly (Disparity & { readonly estimate: null })[] }) {
  const reasons = [...new Set(disparities.map(({ reason }) => reason))];
  return (
    <ul className="not-defined">
      {reasons.map((reason) => {
        const found = disparities.filter((each) => each.reason === reason);
        return (
          <li key={reason}>
            <details>
              <summary>
                {formatNumber(found.length)} not defined: {reasonWords(reason)}
                {reason === "no-labels" ? "; map a label to see them" : ""}
              </summary>
              {found.map(({ name, attributes }) => `${disparityName(name)} by ${attributes.join(" and ")}`).join("; ")}
            </details>
          </li>
        );
      })}
    </ul>
  );
}

function Row(props: { disparity: Disparity; withAttributes: boolean; report: AuditReport; onOpen: () => void }) {
  const { disparity, withAttributes, report, onOpen } = props;
  const format = formatOf(disparity.estimate);
  const { name, attributes, groups, pValue, adjustedPValue, debiased } = disparity;
  const verdict = report.verdicts.find((each) => each.name === name && each.attributes.join() === attributes.join());
  const ends = groups.filter(({ part }) => part !== undefined);
  const left = groups.filter(({ excluded }) => excluded !== undefined).length;
  return (
    <tr>
      <th scope="row">
        {disparityName(name)}
        {withAttributes ? <small className="by-line">{lower(attributesTitle(attributes))}</small> : null}
      </th>
      <td className="between">
        {ends.map(({ group }) => groupLabel(group)).join(" against ")}
        {left === 0 ? null : (
          <small>
            {" "}
            {formatNumber(left)} {plural("group", left)} left out
          </small>
        )}
      </td>
      <td className="number">
        {disparity.estimate === null ? (
          <small>{reasonWords(disparity.reason)}</small>
        ) : (
          <button type="button" className="figure-button" onClick={onOpen}>
            <b>{format(disparity.estimate)}</b>
            <span className="visually-hidden">: open its counts and formula</span>
          </button>
        )}
      </td>
      <td className="number">{disparity.estimate === null ? "" : formatInterval(disparity, format)}</td>
      <td className="number">{pWords(pValue)}</td>
      <td className="number">{pWords(adjustedPValue)}</td>
      <td className="number">{debiased === null ? "" : `${formatShare(debiased)} pts`}</td>
      <td className="verdict">
        {verdict ? <VerdictMark verdict={verdict.verdict} /> : <span className="hush">none drawn</span>}
      </td>
    </tr>
  );
}

const comparisonWords: Readonly<Record<AuditReport["settings"]["comparison"], string>> = {
  "between-groups": "between the groups furthest apart",
  "to-overall": "against everybody together",
  "to-reference": "against the reference group",
};

function isShown({ attributes, groups }: Disparity, by: readonly string[] | null, metric: string): boolean {
  if (by !== null) return attributes.length === by.length && attributes.every((name, place) => name === by[place]);
  return metric in (groups[0]?.estimates ?? {});
}

function testsIn({ disparities }: AuditReport): number {
  return disparities.filter(({ pValue }) => pValue !== null).length;
}

/** Figures of one row alike: two decimals; of what is small, enough of them to be seen. */
function formatOf(estimate: number | null): (value: number) => string {
  if (estimate === null || estimate === 0 || Math.abs(estimate) >= 0.01) return formatGap;
  return (value) => formatGapTo(value, Math.abs(estimate) >= 0.0005 ? 4 : 6);
}

function formatGapTo(value: number, decimals: number): string {
  return value
    .toFixed(decimals)
    .replace(/^-(?=[0.]*$)/, "")
    .replace("-", "−");
}

function pWords(p: number | null): string {
  if (p === null) return "";
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
