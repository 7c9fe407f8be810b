import type { ReactNode } from "react";
import { attributesTitle } from "../../../src/chart/series/fairness/group-words.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import type { DecisionCube } from "../../../src/engine/fairness/cube/decision-cube.ts";
import { AuditBasis } from "./audit-basis.tsx";
import { auditHead, verdictsFinding } from "./audit-head.ts";
import type { AuditSearch, ChangeAuditSearch } from "./audit-search.ts";
import { CalibrationBlock } from "./calibration-block.tsx";
import { ClassBlock } from "./class-block.tsx";
import { ControlledBlock } from "./controlled-block.tsx";
import { DisparityBlock } from "./disparity-block.tsx";
import { FigureDrawer } from "./figure-drawer.tsx";
import { FunnelBlock } from "./funnel-block.tsx";
import { IntersectionBlock } from "./intersection-block.tsx";
import { ProfileBlock } from "./profile-block.tsx";
import { RatesBlock } from "./rates-block.tsx";
import { RocBlock } from "./roc-block.tsx";
import { VerdictTable } from "./verdict-table.tsx";
import "./audit.css";

interface AuditViewProps {
  readonly report: AuditReport;
  /** The counts, once they are there: curves are drawn from them. */
  readonly cube: DecisionCube | undefined;
  readonly search: AuditSearch;
  readonly onChange: ChangeAuditSearch;
  readonly nameOf: (person: string) => string;
  /** What stands over the headline. */
  readonly above: ReactNode;
  /** What the audit is called where it has no sentence. */
  readonly name: string;
  /** When and by whom, in a line. */
  readonly provenance: ReactNode;
  /** Buttons beside the headline. */
  readonly tools: ReactNode;
  /** Blocks under the verdicts. */
  readonly beside: ReactNode;
  readonly reportFile: string | null;
}

/** An audit, kept or not: the sentence, where each figure lies against its limit, and everything behind it. */
export function AuditView(props: AuditViewProps) {
  const { report, cube, search, onChange, nameOf, above, name, provenance, tools, beside, reportFile } = props;
  const head = auditHead(report);
  const by = chosenAttributes(report, search.by);
  const metric = search.metric !== undefined && search.metric in report.overall ? search.metric : firstMetric(report);
  const view = search.view ?? "chart";
  const open = (figure: string) => onChange({ figure });
  return (
    <article className="audit-page" aria-labelledby="audit-head">
      <header className="page-head audit-head">
        <div>
          {above}
          <h1 className="head-line" id="audit-head" tabIndex={-1}>
            {head.sentence ?? name}
          </h1>
          <p className="lede">
            {head.evidence} {head.others.join(" ")} <span className="hush">{provenance}</span>
          </p>
        </div>
        <div className="audit-tools">{tools}</div>
      </header>
      <Warnings report={report} />
      <AttributeTabs report={report} by={by} onChange={onChange} />
      <div className="audit-columns">
        <section className="block audit-verdicts" aria-labelledby="verdicts-finding">
          <header>
            <div>
              <h2 className="finding" id="verdicts-finding">
                {verdictsFinding(report.verdicts)}
              </h2>
              <p className="measure">
                {report.verdicts.length === 0
                  ? "A limit has a purpose, a rationale, an approver and a date; none was written for these decisions"
                  : `Written limits; the ${decidingLevels(report)} interval decides`}
              </p>
            </div>
          </header>
          {report.verdicts.length === 0 ? null : <VerdictTable report={report} nameOf={nameOf} open={open} />}
        </section>
        <div className="audit-figures">
          <RatesBlock report={report} by={by} metric={metric} search={search} onChange={onChange} open={open} />
          <DisparityBlock report={report} by={by} metric={metric} open={open} />
          <FunnelBlock report={report} by={by} view={view} />
          <ClassBlock report={report} by={by} metric={metric} />
          <IntersectionBlock report={report} by={by} metric={metric} view={view} />
          <CalibrationBlock report={report} by={by} view={view} />
          {cube && report.scores !== "none" && report.mapping.label !== undefined ? (
            <RocBlock report={report} cube={cube} by={by} view={view} />
          ) : null}
        </div>
        <div className="audit-rest">
          <ControlledBlock report={report} />
          {beside}
          <AuditBasis report={report} reportFile={reportFile} />
        </div>
      </div>
      <ProfileBlock report={report} />
      {search.figure === undefined ? null : (
        <FigureDrawer report={report} figure={search.figure} close={() => onChange({ figure: undefined })} />
      )}
    </article>
  );
}

/** "90 %": confidence of the intervals that decide. */
function decidingLevels({ verdicts }: AuditReport): string {
  const levels = verdicts.flatMap(({ figure }) => (figure.estimate === null ? [] : [figure.level]));
  return [...new Set(levels)].map((level) => `${formatNumber(level * 100, 1)} %`).join(" or ");
}

function Warnings({ report }: { readonly report: AuditReport }) {
  const { warnings } = report;
  if (warnings.length === 0) return null;
  return (
    <section className="audit-warnings" aria-label="Warnings">
      <p>
        <b>
          {formatNumber(warnings.length)} {plural("warning", warnings.length)}
        </b>
      </p>
      <ul>
        {warnings.map(({ message }) => (
          <li key={message}>{message.charAt(0).toUpperCase() + message.slice(1)}.</li>
        ))}
      </ul>
    </section>
  );
}

/** All groups, those of one attribute, or those where several meet. */
function AttributeTabs(props: Pick<AuditViewProps, "report" | "onChange"> & { readonly by: readonly string[] | null }) {
  const { report, by, onChange } = props;
  const choices = attributeChoices(report);
  if (choices.length < 2) return null;
  return (
    <nav className="choices attribute-tabs" aria-label="Groups by">
      <button type="button" aria-pressed={by === null} onClick={() => onChange({ by: undefined })}>
        All attributes
      </button>
      {choices.map((attributes) => (
        <button
          key={attributes.join()}
          type="button"
          aria-pressed={by !== null && by.join() === attributes.join()}
          onClick={() => onChange({ by: attributes.join(",") })}
        >
          {attributesTitle(attributes)}
        </button>
      ))}
    </nav>
  );
}

/** The choices of attributes that the report has groups of, in its order. */
function attributeChoices({ groups }: AuditReport): string[][] {
  const known = new Map<string, string[]>();
  for (const { group } of groups) {
    const names = Object.keys(group);
    known.set(names.join(","), names);
  }
  return [...known.values()];
}

function chosenAttributes(report: AuditReport, by: string | undefined): string[] | null {
  const choices = attributeChoices(report);
  return choices.length === 1 ? choices[0]! : (choices.find((names) => names.join(",") === by) ?? null);
}

/** The selection rate where there are decisions, else whatever the report measures first. */
function firstMetric({ overall }: AuditReport): string {
  const defined = Object.keys(overall).find((name) => overall[name]?.estimate != null);
  return defined ?? Object.keys(overall)[0] ?? "selectionRate";
}
