import { useEffect, useMemo, useRef } from "react";
import { formatGap, formatShare } from "../../../src/chart/series/fairness/format-rate.ts";
import { groupLabel, sameGroup } from "../../../src/chart/series/fairness/group-words.ts";
import { disparityName, metricWords, reasonWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { explainFigure, type FigureExplanation } from "../../../src/contract/explanation/explain-figure.ts";
import { metricScale, metricText } from "./metric-scale.ts";

interface FigureDrawerProps {
  readonly report: AuditReport;
  /** As the address has it: `group.3.accuracy`, `all.auc`, `disparity.12`. */
  readonly figure: string;
  readonly close: () => void;
}

/** One figure opened: its definition, its formula with the numbers put in, and the counts that it was computed from. */
export function FigureDrawer({ report, figure, close }: FigureDrawerProps) {
  const drawer = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  const latest = useRef(close);
  latest.current = close;
  const explained = useMemo(() => explanationOf(report, figure), [report, figure]);

  useEffect(() => {
    const element = drawer.current;
    opener.current = document.activeElement;
    if (matchMedia("(max-width: 640px)").matches) element?.showModal();
    else element?.show();
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog:modal"))
        latest.current();
    };
    addEventListener("keydown", onKeyDown);
    return () => {
      removeEventListener("keydown", onKeyDown);
      element?.close();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure is what moves the focus to its name
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    drawer.current?.scrollTo(0, 0);
  }, [figure]);

  return (
    <dialog
      ref={drawer}
      className="drawer figure-drawer"
      aria-labelledby="figure-name"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header className="drawer-head">
        <p className="hush">{explained ? whose(explained.of) : "Figure"}</p>
        <button type="button" className="drawer-close" onClick={close}>
          Close (Esc)
        </button>
        <h2 id="figure-name" ref={heading} tabIndex={-1}>
          {explained ? explained.title : "No such figure is in this audit"}
        </h2>
      </header>
      {explained ? <Explained {...explained} report={report} /> : null}
    </dialog>
  );
}

interface Opened {
  readonly title: string;
  readonly of: FigureExplanation;
  readonly disparity: AuditReport["disparities"][number] | null;
}

function explanationOf(report: AuditReport, figure: string): Opened | null {
  const [kind, second = "", third = ""] = figure.split(".");
  if (kind === "disparity") {
    const disparity = report.disparities[Number(second)];
    const [of] = disparity ? explainFigure(report, disparity.name, disparity.attributes) : [];
    if (!disparity || !of) return null;
    const value = disparity.estimate === null ? "" : ` is ${formatGap(disparity.estimate)}`;
    return { title: `${disparityName(disparity.name)}${value}`, of, disparity };
  }
  const row = kind === "all" ? { group: {}, metrics: report.overall } : report.groups[Number(second)];
  const metric = kind === "all" ? second : third;
  if (!row) return null;
  const of = explainFigure(report, metric).find(({ group }) => group !== null && sameGroup(group, row.group));
  if (!of) return null;
  const estimate = row.metrics[metric]?.estimate ?? null;
  const value = estimate === null ? "" : ` is ${metricText(metricScale(report, metric), estimate)}`;
  return { title: `${metricWords(metric).name} of ${groupLabel(row.group)}${value}`, of, disparity: null };
}

function whose({ attributes, group }: FigureExplanation): string {
  if (attributes.length === 0) return "All decisions together";
  return group === null ? `Between groups by ${attributes.join(" and ")}` : `Groups by ${attributes.join(" and ")}`;
}

function Explained({ of, disparity, report }: Opened & { readonly report: AuditReport }) {
  const labels = report.mapping.label === undefined ? "none" : "mapped";
  return (
    <div className="explained">
      <Formula of={of} labels={labels} />
      <dl className="facts">
        {of.interval === null ? null : (
          <>
            <dt>Interval</dt>
            <dd>{of.interval}</dd>
          </>
        )}
        {of.test === null ? null : (
          <>
            <dt>Test</dt>
            <dd>{of.test}</dd>
          </>
        )}
        {disparity === null || disparity.debiased === null ? null : (
          <>
            <dt>De-biased</dt>
            <dd>
              {formatShare(disparity.debiased)} points: how far the groups’ true rates spread, without what chance adds
              to the widest gap
            </dd>
          </>
        )}
        <dt>Method</dt>
        <dd>
          <code>{of.page}</code>
        </dd>
      </dl>
      {disparity ? <Ends disparity={disparity} minimum={report.settings.minimumSupport} /> : null}
      {of.parts.map((part) => (
        <section key={`${part.name} ${JSON.stringify(part.group)}`} className="figure-part">
          <h3>
            {metricWords(part.name).name} of {groupLabel(part.group ?? {})}
          </h3>
          <Formula of={part} labels={labels} />
        </section>
      ))}
    </div>
  );
}

function Formula({ of, labels }: { readonly of: FigureExplanation; readonly labels: "mapped" | "none" }) {
  // Without a label there is no true or false positive: their zeros would say that none was found.
  const counts = labels === "mapped" ? of.counts : of.counts.filter(({ value }) => value !== 0);
  return (
    <>
      <p className="lede">{sentence(of.definition)}</p>
      <p className="formula">
        {of.formula}
        {of.calculation === null ? null : (
          <>
            <br />
            <b>{of.calculation}</b>
          </>
        )}
      </p>
      {of.reason === null ? null : <p className="missing">Not defined: {reasonWords(of.reason)}.</p>}
      {counts.length === 0 ? null : (
        <table className="figures count-table">
          <caption className="visually-hidden">Counts that it is computed from</caption>
          <thead>
            <tr>
              <th scope="col">Counts</th>
              <th scope="col" className="number">
                Rows or weight
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{sentence(name).replace(/\.$/, "")}</th>
                <td className="number">{formatNumber(value, Number.isInteger(value) ? 0 : 4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Ends(props: { disparity: AuditReport["disparities"][number]; minimum: number }) {
  const { groups } = props.disparity;
  const left = groups.filter(({ excluded }) => excluded !== undefined);
  if (left.length === 0) return null;
  return (
    <p className="missing">
      Not compared: {left.map(({ group, excluded }) => `${groupLabel(group)} (${reasonWords(excluded!)})`).join(", ")}
      {props.minimum > 0 ? `; the fewest rows of a group are ${formatNumber(props.minimum)}` : ""}.
    </p>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
