import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";

interface AuditBasisProps {
  readonly report: AuditReport;
  /** Name of the report's file, when it was downloaded as JSON; null while it is not kept. */
  readonly reportFile: string | null;
}

const adjustments: Readonly<Record<AuditReport["settings"]["adjustment"], string>> = {
  holm: "Holm",
  "benjamini-hochberg": "Benjamini and Hochberg",
  "benjamini-yekutieli": "Benjamini and Yekutieli",
  hierarchical: "hierarchical, attributes before intersections",
};

/** What the figures rest on: columns, settings, seed, hashes, and the command that makes all of them again. */
export function AuditBasis({ report, reportFile }: AuditBasisProps) {
  const { source, settings, method, program, countsHash, scores, rows } = report;
  const { reference } = settings;
  const named =
    typeof reference === "string"
      ? { largest: "the largest group", "best-rate": "the group selected most often" }[reference]
      : Object.entries(reference)
          .map(([name, value]) => `${name} ${value}`)
          .join(", ");
  const facts: readonly (readonly [string, string])[] = [
    ["Decisions", `${formatNumber(rows)} rows of ${source.name} (${source.format})`],
    ["Columns", columnWords(report)],
    ["Reference", named],
    ["Intervals", `${formatNumber(settings.level * 100, 1)} %; verdicts by two one-sided tests at 5 %`],
    [
      "Tests",
      `${formatNumber(settings.replicates)} shufflings, seed ${settings.seed}; adjusted after ${adjustments[settings.adjustment]}`,
    ],
    ...(settings.minimumSupport > 0
      ? ([["Support", `groups under ${formatNumber(settings.minimumSupport)} rows take no part`]] as const)
      : []),
    ["Scores", { none: "none", exact: "counted one by one", bins: "counted in 1,000 bins" }[scores]],
    [
      "First seen",
      settings.dataSeenOn === null ? "not said: no limit can be said to be older" : formatDate(settings.dataSeenOn),
    ],
    ["Method", `${method.name} ${method.version}, ${program.name} ${program.version}`],
  ];
  return (
    <section className="block" aria-labelledby="audit-basis">
      <header>
        <h2 className="finding" id="audit-basis">
          What these figures rest on
        </h2>
      </header>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {source.hash === null ? null : (
          <div className="fact">
            <dt>File</dt>
            <dd>
              <code title={source.hash}>SHA-256 {source.hash.slice(0, 16)}…</code>
            </dd>
          </div>
        )}
        <div className="fact">
          <dt>Counts</dt>
          <dd>
            <code title={countsHash}>SHA-256 {countsHash.slice(0, 16)}…</code>
          </dd>
        </div>
      </dl>
      {reportFile === null ? null : (
        <div className="recompute">
          <p className="measure">Download the JSON, then make every figure again from the decisions, to the bit:</p>
          <CopyCommand
            command={
              source.format === "postgres"
                ? `plimsoll audit --verify ${reportFile} postgres://user@host/database --table ${quoted(source.name)}`
                : `plimsoll audit --verify ${reportFile} ${quoted(source.name)}`
            }
          />
        </div>
      )}
    </section>
  );
}

function columnWords({ mapping, guessed }: AuditReport): string {
  const mark = (part: string) => (guessed.includes(part) ? " (guessed)" : "");
  const { label, decision, score, threshold, weight, control, time, model, missing } = mapping;
  const parts = [
    `protected ${(mapping.protected ?? []).join(", ")}${mark("protected")}`,
    decision === undefined
      ? null
      : `decision ${decision}, favourable ${mapping.favourableDecision ?? "1"}${mark("decision")}`,
    label === undefined ? null : `label ${label}, positive ${mapping.positiveLabel ?? "1"}${mark("label")}`,
    score === undefined
      ? null
      : `score ${score}${decision === undefined && threshold !== undefined ? `, selected from ${threshold} on` : ""}${mark("score")}`,
    weight === undefined ? null : `weight ${weight}`,
    control === undefined || control.length === 0 ? null : `control ${control.join(", ")}`,
    time === undefined ? null : `time ${time.column} by ${time.every}`,
    model === undefined ? null : `model ${model}`,
    missing === undefined || missing.length === 0 ? null : `missing ${missing.map((text) => `“${text}”`).join(", ")}`,
  ];
  return parts.filter((part) => part !== null).join("; ");
}

/** A file's name as a shell takes it. */
function quoted(name: string): string {
  return /^[\w./@%+-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
