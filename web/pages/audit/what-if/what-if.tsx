import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { FigureTableView } from "../../../../src/chart/draw/fairness/figure-table-view.tsx";
import { scoreTable } from "../../../../src/chart/series/fairness/figure-table.ts";
import { attributesTitle, groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import {
  changeWords,
  differentThresholdsNote,
  selectionFinding,
  thresholdSentence,
  thresholdText,
} from "../../../../src/chart/series/fairness/threshold-sentences.ts";
import type { AuditReport } from "../../../../src/contract/audit-report.ts";
import type { DecisionCube } from "../../../../src/engine/fairness/cube/decision-cube.ts";
import type { ThresholdAim } from "../../../../src/engine/fairness/threshold/threshold-choice.ts";
import { type ThresholdFrame, thresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import { thresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { useShortcut } from "../../../figure/use-shortcut.ts";
import { CopySentence } from "../../../shell/copy-sentence.tsx";
import { AimsTable } from "./aims-table.tsx";
import { auditedFigures, groupChoices, selectedOf } from "./audited-figures.ts";
import { ConfusionBlock } from "./confusion-block.tsx";
import { CostFields } from "./cost-fields.tsx";
import { EffectTable } from "./effect-table.tsx";
import { NothingToTry } from "./nothing-to-try.tsx";
import { SweepBlock } from "./sweep-block.tsx";
import { ThresholdFigure } from "./threshold-figure.tsx";
import { TriedRatesBlock } from "./tried-rates-block.tsx";
import { TriedRocBlock } from "./tried-roc-block.tsx";
import { type Tried, thresholdSelecting } from "./tried-thresholds.ts";
import { useMarks } from "./use-marks.ts";
import { useTried } from "./use-tried.ts";
import { readWhatIfSearch, type WhatIfSearch } from "./what-if-search.ts";
import { triedDisparities } from "./would-be-verdicts.ts";
import "./what-if.css";

interface WhatIfProps {
  /** The counts of the audited decisions, with their scores. */
  readonly counts: DecisionCube;
  readonly report: AuditReport;
}

/** More groups than this are no rows to drag thresholds in. */
const mostGroups = 40;

/** What would change with other thresholds: dragged, every figure following; nothing is saved. */
export function WhatIf({ counts, report }: WhatIfProps) {
  const choices = useMemo(() => groupChoices(report, mostGroups), [report]);
  if (report.scores === "none") return <NothingToTry why="no-scores" />;
  if (counts.positiveLabel === null) return <NothingToTry why="regression" />;
  if (choices.length === 0) return <NothingToTry why="too-many-groups" />;
  return <Trial counts={counts} report={report} choices={choices} />;
}

function Trial(props: WhatIfProps & { readonly choices: readonly (readonly string[])[] }) {
  const { counts, report, choices } = props;
  const search = readWhatIfSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (part: { readonly [Name in keyof WhatIfSearch]?: WhatIfSearch[Name] | undefined }) =>
    void navigate({
      to: ".",
      search: ((current: Record<string, unknown>) => readWhatIfSearch({ ...current, ...part })) as never,
      replace: true,
      resetScroll: false,
    });
  const by = choices.find((names) => names.join(",") === search.by) ?? choices[0]!;
  const key = by.join(",");
  const table = useMemo(() => thresholdTable(counts, key.split(",")), [counts, key]);
  const audited = useMemo(() => auditedFigures(report, table.attributes, table.groups), [report, table]);
  const auditedThreshold =
    report.mapping.decision === undefined && report.mapping.threshold !== undefined ? report.mapping.threshold : null;
  const start = useMemo((): Tried => {
    const at = auditedThreshold ?? thresholdSelecting(table, audited.counts === null ? 0 : selectedOf(audited.counts));
    return { scope: "common", values: table.groups.map(() => at) };
  }, [table, audited, auditedThreshold]);
  const { tried, setTried, isChanged, reset } = useTried(search.t, { key, start, write: (t) => change({ t }) });
  const costs = { falsePositiveCost: Number(search.fp ?? 1), falseNegativeCost: Number(search.fn ?? 1) };
  const { marks, mistake } = useMarks(table.sweeps, costs);
  const reference = referenceOf(report, table.groups.length, audited);
  const frame = timed(() =>
    thresholdFrame(table, tried.values, {
      ...costs,
      disparities: triedDisparities,
      level: report.settings.level,
      comparison: report.settings.comparison,
      minimumSupport: report.settings.minimumSupport,
      ...(reference !== null && { reference }),
    }),
  );
  const [pointedAt, setPointedAt] = useState<ThresholdAim | null>(null);
  const [last, setLast] = useState(0);
  const view = search.view ?? "chart";
  const toggle = () => change({ view: view === "table" ? undefined : "table" });
  useShortcut("t", toggle);
  const put = (g: number, value: number) => {
    setLast(g);
    setTried(
      tried.scope === "common"
        ? { scope: "common", values: tried.values.map(() => value) }
        : { scope: "per-group", values: tried.values.map((each, k) => (k === g ? value : each)) },
    );
  };
  const hasLabels = frame.overall.metrics.accuracy?.estimate !== null;
  const rates = hasLabels
    ? ["selectionRate", "truePositiveRate", "falsePositiveRate", "positivePredictiveValue"]
    : ["selectionRate"];
  const rate = rates.find((name) => name === search.rate) ?? "selectionRate";
  const sentences = sentenceRates(frame);
  const sentence = thresholdSentence(sentences, tried.scope);
  const atLast = Math.min(last, tried.values.length - 1);
  return (
    <div className="what-if-page">
      <div className="what-if-columns">
        <div>
          <section className="block" aria-labelledby="thresholds-finding">
            <header>
              <div>
                <h2 className="finding" id="thresholds-finding">
                  {selectionFinding(sentences)}
                </h2>
                <p className="measure">
                  Scores from the threshold on are selected; above the line positive labels, below it all others. Tried,
                  not saved
                </p>
              </div>
              <div className="choices">
                <button
                  type="button"
                  aria-pressed={tried.scope === "common"}
                  onClick={() => setTried({ scope: "common", values: tried.values.map(() => tried.values[atLast]!) })}
                >
                  One for all
                </button>
                <button
                  type="button"
                  aria-pressed={tried.scope === "per-group"}
                  onClick={() => setTried({ scope: "per-group", values: tried.values })}
                >
                  One a group
                </button>
                {choices.length > 1 ? (
                  <>
                    <span className="parting" />
                    <select
                      aria-label="Groups by"
                      value={key}
                      onChange={({ target }) => change({ by: target.value, t: undefined })}
                    >
                      {choices.map((names) => (
                        <option key={names.join(",")} value={names.join(",")}>
                          {attributesTitle(names)}
                        </option>
                      ))}
                    </select>
                  </>
                ) : null}
              </div>
            </header>
            <ThresholdFigure
              table={table}
              tried={tried}
              frame={frame}
              audited={audited.groups.map((group) => group?.metrics.selectionRate ?? null)}
              auditedThreshold={auditedThreshold}
              marks={marks}
              pointedAt={pointedAt}
              onChange={put}
            />
            <div className="what-if-said">
              <CopySentence sentence={sentence} />
              <p className="measure">
                {audited.counts === null
                  ? null
                  : `That is ${changeWords(
                      {
                        selected: selectedOf(audited.counts),
                        accuracy: audited.overall.accuracy?.estimate ?? null,
                      },
                      { selected: selectedInFrame(frame), accuracy: frame.overall.metrics.accuracy?.estimate ?? null },
                    )}.`}
                {auditedThreshold === null && !isChanged
                  ? ` The audit had decisions and named no threshold; ${thresholdText(start.values[0]!)} is the one that selects as many, or nearly.`
                  : null}
              </p>
              <div className="actions">
                {isChanged ? (
                  <button type="button" className="pill" onClick={reset}>
                    Reset
                  </button>
                ) : null}
                {tried.scope === "per-group" ? (
                  <button
                    type="button"
                    className="pill"
                    onClick={() => setTried({ scope: "common", values: tried.values.map(() => tried.values[atLast]!) })}
                  >
                    Use {thresholdText(tried.values[atLast]!)} of {groupLabel(table.groups[atLast]!)} for all
                  </button>
                ) : null}
              </div>
            </div>
            {view === "table" ? (
              <ScrollX label="Scores by group">
                <FigureTableView
                  table={scoreTable(
                    table.groups.map((group, g) => ({
                      key: JSON.stringify(group),
                      label: groupLabel(group),
                      scores: table.sweeps[g]!,
                    })),
                  )}
                  caption="Scores by group, in tenths: positive label / all others"
                />
              </ScrollX>
            ) : null}
          </section>
          <TriedRatesBlock
            attributes={table.attributes}
            frame={frame}
            audited={audited}
            rate={rate}
            rates={rates}
            chooseRate={(name) => change({ rate: name === "selectionRate" ? undefined : name })}
            view={view}
            toggle={toggle}
          />
          <SweepBlock
            table={table}
            tried={tried}
            group={atLast}
            frame={frame}
            audited={audited}
            start={{ at: start.values[0]!, name: auditedThreshold === null ? "as many as audited" : "audit" }}
            costs={costs}
            hasLabels={hasLabels}
            view={view}
          />
          {hasLabels ? <TriedRocBlock table={table} frame={frame} audited={audited} view={view} /> : null}
        </div>
        <div>
          <section className="block" aria-labelledby="effect-finding">
            <header>
              <div>
                <h2 className="finding" id="effect-finding">
                  What it would change
                </h2>
                <p className="measure">
                  By {attributesTitle(table.attributes).toLowerCase()}, with intervals at{" "}
                  {Number((report.settings.level * 100).toFixed(4))} %
                </p>
              </div>
            </header>
            <EffectTable
              report={report}
              table={table}
              audited={audited}
              frame={frame}
              costs={costs}
              reference={reference}
            />
          </section>
          {hasLabels ? (
            <>
              <section className="block" aria-labelledby="aims-finding">
                <header>
                  <div>
                    <h2 className="finding" id="aims-finding">
                      Thresholds that would serve an aim
                    </h2>
                    <p className="measure">At least cost; a gap of up to 0.01 counts as parity</p>
                  </div>
                </header>
                <CostFields
                  falsePositive={search.fp ?? "1"}
                  falseNegative={search.fn ?? "1"}
                  onChange={(part) => change(part)}
                />
                <AimsTable
                  table={table}
                  marks={marks}
                  mistake={mistake}
                  tried={tried}
                  setTried={setTried}
                  onPoint={setPointedAt}
                />
                <p className="law-note">{differentThresholdsNote}</p>
              </section>
              <ConfusionBlock frame={frame} view={view} />
            </>
          ) : (
            <p className="law-note">
              Selection rates only. Error rates need what happened; audit again with a label to see them.{" "}
              {differentThresholdsNote}
            </p>
          )}
        </div>
      </div>
      <Spoken text={sentence} />
    </div>
  );
}

/** Says the sentence when the hand rests, not at every step of a drag. */
function Spoken({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 700);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function sentenceRates({ groups }: ThresholdFrame) {
  return groups.map(({ group, threshold, metrics }) => ({ group, threshold, rate: metrics.selectionRate! }));
}

function selectedInFrame({ overall }: ThresholdFrame): number {
  const { truePositives, falsePositives, unlabelledSelected } = overall.counts;
  return truePositives + falsePositives + unlabelledSelected;
}

/** Position of the group that the audit compared with, where it compared with one. */
function referenceOf(
  { settings }: AuditReport,
  groups: number,
  audited: ReturnType<typeof auditedFigures>,
): number | null {
  if (settings.comparison !== "to-reference") return null;
  const disparity = audited.disparityOf("demographicParityDifference");
  const place = disparity?.groups.findIndex(({ part }) => part === "reference") ?? -1;
  return place >= 0 && place < groups ? place : null;
}

/** What the last one took is told to who measures the page. */
function timed<T>(compute: () => T): T {
  const start = performance.now();
  const value = compute();
  performance.clearMeasures("plimsoll-what-if-frame");
  performance.measure("plimsoll-what-if-frame", { start, end: performance.now() });
  return value;
}
