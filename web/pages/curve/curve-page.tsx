import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import {
  curveFinding,
  curveHead,
  curveLede,
  curveMeasure,
  curveQuote,
  largestEventFinding,
  largestEventQuote,
  limitsFinding,
  systemsFinding,
} from "../../../src/chart/series/curve-sentences.ts";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import type { Quantification, Workspace } from "../../../src/contract/detail.ts";
import { ComputingNote } from "../../compute/computing-note.tsx";
import { useComputed } from "../../compute/use-computed.ts";
import { modelQuery, scenariosWith } from "../../data/model.ts";
import { quantificationQuery, workspaceQuery } from "../../data/queries.ts";
import { useShortcut } from "../../figure/use-shortcut.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { CurveBasis } from "./curve-basis.tsx";
import { CurveFigure } from "./curve-figure.tsx";
import { type CurveSearch, readCurveSearch } from "./curve-search.ts";
import { CurveTable } from "./curve-table.tsx";
import { FirstScenario } from "./first-scenario.tsx";
import { LimitsTable } from "./limits-table.tsx";
import { LossTabs } from "./loss-tabs.tsx";
import { ReturnPeriodTable } from "./return-period-table.tsx";
import { ScopeField } from "./scope-field.tsx";
import { SystemBars } from "./system-bars.tsx";
import "./curve.css";

export function CurvePage() {
  const search = readCurveSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const scope = search.scope ?? "portfolio";
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: report, error, refetch, isPlaceholderData } = useQuery(quantificationQuery(scope, search.asOf));
  usePageTitle("Loss curve", workspace?.organization);
  const change = (part: { readonly [Name in keyof CurveSearch]?: CurveSearch[Name] | undefined }) =>
    void navigate({
      to: ".",
      search: ((current: Record<string, unknown>) => readCurveSearch({ ...current, ...part })) as never,
      replace: true,
    });

  if (error && !report)
    return (
      <>
        <h1 className="head-line page-head">Loss curve</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
      </>
    );
  return (
    <div className="curve-page" aria-busy={isPlaceholderData || !report}>
      <header className="page-head curve-head">
        <div>
          <h1 className="head-line">{report ? curveHead(report) : "Computing the year’s loss"}</h1>
          <p className="lede">
            {report
              ? curveLede(report).map(({ text, weight }, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in its order
                  weight === "strong" ? <b key={index}>{text}</b> : text,
                )
              : null}
          </p>
        </div>
        {workspace ? (
          <div className="loss-tools">
            <LossTabs scope={search.scope} />
            <ScopeField workspace={workspace} scope={scope} onChange={(next) => change({ scope: next })} />
          </div>
        ) : null}
      </header>
      {report ? (
        report.quantified === 0 ? (
          <NothingInMoney report={report} />
        ) : (
          <Curve report={report} search={search} onChange={change} workspace={workspace} />
        )
      ) : null}
    </div>
  );
}

type ChangeSearch = (part: { readonly [Name in keyof CurveSearch]?: CurveSearch[Name] | undefined }) => void;

function Curve(props: {
  report: Quantification;
  search: CurveSearch;
  onChange: ChangeSearch;
  workspace: Workspace | undefined;
}) {
  const { report, search, onChange, workspace } = props;
  const { residual, inherent, target, limits, currency, systems } = report;
  const isTable = search.view === "table";
  const toggle = () => onChange({ view: isTable ? undefined : "table" });
  useShortcut("t", toggle);
  const isLargest = search.of === "largest-event";
  const largest = useLargestEvent(report, isLargest);
  const curves = isLargest
    ? largest.answers === "this-question"
      ? largest.answer
      : undefined
    : { residual, inherent, target };
  const bars = report.scope !== "portfolio" && "risk" in report.scope ? null : systemsFinding(systems);
  return (
    <div className="curve-columns">
      <div>
        <section className="block" aria-labelledby="curve-finding">
          <header>
            <div>
              <h2 className="finding" id="curve-finding">
                {isLargest ? largestEventFinding(report) : curveFinding(report)}
              </h2>
              <p className="measure">
                {isLargest
                  ? "The largest single event of a year; the line is one for the whole year"
                  : curveMeasure(report)}
              </p>
            </div>
            <div className="choices">
              <button type="button" aria-pressed={!isLargest} onClick={() => onChange({ of: undefined })}>
                Whole year
              </button>
              <button type="button" aria-pressed={isLargest} onClick={() => onChange({ of: "largest-event" })}>
                Largest event
              </button>
              <span className="parting" />
              <button type="button" aria-pressed={isTable} aria-keyshortcuts="t" onClick={toggle}>
                Table (T)
              </button>
            </div>
          </header>
          {curves?.residual && curves.inherent ? (
            isTable ? (
              <CurveTable
                curves={{ ...curves, residual: curves.residual, inherent: curves.inherent }}
                figures={isLargest ? null : report}
                currency={currency}
              />
            ) : (
              <CurveFigure
                curves={curves}
                limits={isLargest ? noLimits : limits}
                currency={currency}
                label={isLargest ? "Largest event of a year, exceedance curve" : "Loss exceedance curve"}
              />
            )
          ) : (
            <div className="curve-place">
              <ComputingNote what="the largest event of a year" computed={largest} />
            </div>
          )}
          <CopySentence sentence={isLargest ? largestEventQuote(report) : curveQuote(report)} />
        </section>
        {bars ? (
          <section className="block" aria-labelledby="systems-finding">
            <header>
              <h2 className="finding" id="systems-finding">
                {bars}
              </h2>
              <p className="measure">Means add up; years in which it goes badly do not</p>
            </header>
            <SystemBars systems={systems} currency={currency} />
          </section>
        ) : null}
      </div>
      <div>
        <section className="block" aria-labelledby="limits-finding">
          <header>
            <div>
              <h2 className="finding" id="limits-finding">
                {limitsFinding(limits)}
              </h2>
              <p className="measure">{approvalOf(report, workspace)}</p>
            </div>
          </header>
          {limits.length > 0 ? (
            <LimitsTable limits={limits} currency={currency} target={target} />
          ) : (
            <DrawLine report={report} />
          )}
        </section>
        {report.returnPeriods ? (
          <section className="block" aria-labelledby="return-periods">
            <header>
              <h2 className="finding" id="return-periods">
                Once in how many years
              </h2>
            </header>
            <ReturnPeriodTable periods={report.returnPeriods} currency={currency} />
          </section>
        ) : null}
        <section className="block" aria-labelledby="basis">
          <header>
            <h2 className="finding" id="basis">
              What this figure rests on
            </h2>
          </header>
          <CurveBasis report={report} />
          <p className="measure basis-links">
            <PageLink className="text-button" to="/controls">
              What controls do to it
            </PageLink>
          </p>
        </section>
      </div>
    </div>
  );
}

const noLimits: never[] = [];

/** The curves of the largest event of a year, from a worker; asked for only while they are shown. */
function useLargestEvent(report: Quantification, isWanted: boolean) {
  const scope = report.scope === "portfolio" ? report.scope : Object.entries(report.scope)[0]!.join(":");
  const { asOf } = readCurveSearch(useSearch({ strict: false }));
  const { data: model } = useQuery({ ...modelQuery(scope, asOf), enabled: isWanted });
  const question = useMemo(() => {
    if (model === undefined || !isWanted) return undefined;
    const planned = model.controls.filter(({ status }) => status === "planned").map(({ id }) => id);
    const sets = { inherent: [], residual: model.working, target: [...model.working, ...planned] };
    return {
      states: (["inherent", "residual", "target"] as const).map((name) => ({
        name,
        scenarios: scenariosWith(model, new Set(sets[name])),
        losses: report[name].exceedance.map(({ loss }) => loss),
      })),
    };
  }, [model, report, isWanted]);
  return useComputed("occurrence", question, { key: `${scope} ${report.revision} ${asOf}`, when: "in-turn" });
}

function approvalOf({ limits, scope }: Quantification, workspace: Workspace | undefined): string {
  if (limits.length === 0)
    return scope === "portfolio"
      ? "No limit on the annual loss"
      : "A line of the portfolio is never applied to its parts";
  const drawn = workspace?.limits.filter((limit) => limits.some(({ id }) => id === limit.id)) ?? [];
  const latest = drawn
    .filter(({ approvedOn }) => approvedOn !== undefined)
    .sort((a, b) => (a.approvedOn! < b.approvedOn! ? 1 : -1))[0];
  if (!latest?.approvedOn) return "Nobody is written down as having approved it";
  const by = workspace?.people.find(({ id }) => id === latest.approvedBy)?.name ?? latest.approvedBy;
  const review = latest.reviewBy ? `, to be reviewed by ${formatDate(latest.reviewBy)}` : "";
  return `Approved ${formatDate(latest.approvedOn)}${by ? ` by ${by}` : ""}${review}`;
}

/** How to draw a line, to copy into the file. */
function DrawLine({ report }: { readonly report: Quantification }) {
  const { scope, residual } = report;
  const where = scope === "portfolio" ? "portfolio" : `{ ${Object.keys(scope)[0]}: ${Object.values(scope)[0]} }`;
  const exceeds = Number(residual.valueAtRisk["0.9"].toPrecision(1)) || 1_000_000;
  return (
    <div className="draw-line">
      <p className="lede">How often may a year cost more than an amount? Decide it, then write it into limits:</p>
      <CopyCommand
        command={`- { scope: ${where}, measure: annualLoss, exceeds: ${exceeds}, appetite: 0.1, tolerance: 0.2 }`}
      />
    </div>
  );
}

function NothingInMoney({ report }: { readonly report: Quantification }) {
  return (
    <section className="block nothing-in-money" aria-labelledby="basis">
      <header>
        <h2 className="finding" id="basis">
          What is missing
        </h2>
      </header>
      <FirstScenario unquantified={report.unquantified} />
      <CurveBasis report={report} />
      <p className="lede">Or write the smallest scenario under a risk in the file:</p>
      <CopyCommand command="scenario: { frequency: { low: 0.2, high: 2 }, loss: { primary: { low: 50000, high: 2000000 } } }" />
    </section>
  );
}
