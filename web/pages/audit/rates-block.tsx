import { ForestChart } from "../../../src/chart/draw/fairness/forest-chart.tsx";
import { layoutForest } from "../../../src/chart/series/fairness/forest-layout.ts";
import { forestSections } from "../../../src/chart/series/fairness/forest-rows.ts";
import { attributesTitle, sameGroup } from "../../../src/chart/series/fairness/group-words.ts";
import { intervalWords, metricWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";
import { useShortcut } from "../../figure/use-shortcut.ts";
import type { AuditSearch, ChangeAuditSearch } from "./audit-search.ts";
import { metricScale } from "./metric-scale.ts";
import { RateTable } from "./rate-table.tsx";
import { ratesFinding } from "./rates-finding.ts";

interface RatesBlockProps {
  readonly report: AuditReport;
  /** Attributes whose groups are shown; null shows all. */
  readonly by: readonly string[] | null;
  readonly metric: string;
  readonly search: AuditSearch;
  readonly onChange: ChangeAuditSearch;
  readonly open: (figure: string) => void;
}

const inRow = ["selectionRate", "truePositiveRate", "falsePositiveRate"];

/** A rate of every group with its interval and the line of its limit: drawn, or as a table; each row opens to its counts. */
export function RatesBlock({ report, by, metric, search, onChange, open }: RatesBlockProps) {
  const scale = metricScale(report, metric);
  // What has a unit of its own has no common axis with shares: it is told, not drawn.
  const isTable = search.view === "table" || scale === "own-unit";
  const toggle = () => onChange({ view: search.view === "table" ? undefined : "table" });
  useShortcut("t", toggle);
  const words = metricWords(metric);
  const available = metricsOf(report);
  const quick = inRow.filter((name) => available.includes(name));
  const rest = available.filter((name) => !quick.includes(name));
  const methods = [
    ...new Set(
      report.groups.flatMap(({ metrics }) => {
        const figure = metrics[metric];
        return figure && figure.estimate !== null ? [intervalWords(figure.method)] : [];
      }),
    ),
  ];
  const choose = (name: string) => onChange({ metric: name === "selectionRate" ? undefined : name });
  const finding = ratesFinding(report, metric, by);
  return (
    <section className="block" aria-labelledby="rates-finding">
      <header>
        <div>
          <h2 className="finding" id="rates-finding">
            {finding}
          </h2>
          <p className="measure">
            {words.name}
            {words.means ? `: ${words.means}` : ""}; {formatNumber(report.settings.level * 100, 1)} % intervals
            {methods.length > 0 ? ` (${methods.join(", ")})` : ""}
          </p>
        </div>
        <div className="choices metric-choices">
          {quick.map((name) => (
            <button key={name} type="button" aria-pressed={metric === name} onClick={() => choose(name)}>
              {metricWords(name).name.replace(/ rate$/, "")}
            </button>
          ))}
          {rest.length === 0 ? null : (
            <select
              aria-label="Other rates"
              value={rest.includes(metric) ? metric : ""}
              onChange={(event) => choose(event.target.value)}
            >
              <option value="" disabled>
                Other rates
              </option>
              {rest.map((name) => (
                <option key={name} value={name}>
                  {metricWords(name).name}
                </option>
              ))}
            </select>
          )}
          <span className="parting" />
          <button type="button" aria-pressed={isTable} aria-keyshortcuts="t" onClick={toggle}>
            Table (T)
          </button>
        </div>
      </header>
      {isTable ? (
        <RateTable report={report} by={by} metric={metric} open={open} />
      ) : (
        <Forest report={report} by={by} metric={metric} label={`${finding}. ${words.name} by group`} open={open} />
      )}
    </section>
  );
}

function Forest(props: Pick<RatesBlockProps, "report" | "by" | "metric" | "open"> & { readonly label: string }) {
  const { report, by, metric, label, open } = props;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const sections = forestSections(report, metric).filter(({ title }) => by === null || title === attributesTitle(by));
  const layout =
    width === null ? null : layoutForest({ sections, overall: report.overall[metric]?.estimate ?? null, width });
  return (
    <div className="forest-frame" ref={frame} style={layout ? { height: layout.height } : undefined}>
      {layout ? (
        <>
          <ForestChart
            layout={layout}
            label={label}
            measure={metricScale(report, metric) === "share" ? "rate, %" : "× 100"}
            aside="impact ratio"
          />
          {layout.sections.flatMap(({ rows, title }) =>
            rows.map((row) => {
              const group = JSON.parse(row.key) as Record<string, string>;
              const at = report.groups.findIndex((each) => sameGroup(each.group, group));
              return (
                <button
                  key={`${title} ${row.key}`}
                  type="button"
                  className="forest-reach"
                  style={{
                    top: row.y - 11 - (layout.form === "two-lines" ? 18 : 0),
                    height: layout.form === "two-lines" ? 42 : 22,
                  }}
                  aria-label={`${row.words}: counts and formula`}
                  onClick={() => open(`group.${at}.${metric}`)}
                />
              );
            }),
          )}
        </>
      ) : null}
    </div>
  );
}

/** Metrics that at least one group has a value of. */
function metricsOf({ overall, groups }: AuditReport): string[] {
  return Object.keys(overall).filter(
    (name) => overall[name]?.estimate !== null || groups.some(({ metrics }) => metrics[name]?.estimate != null),
  );
}
