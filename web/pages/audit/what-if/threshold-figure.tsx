import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import { ScoreStripChart } from "../../../../src/chart/draw/fairness/score-strip-chart.tsx";
import { placeAxisLabels } from "../../../../src/chart/series/fairness/aim-labels.ts";
import { formatShare, ofHundred } from "../../../../src/chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import { reasonWords } from "../../../../src/chart/series/fairness/metric-words.ts";
import { layoutScoreStrip } from "../../../../src/chart/series/fairness/score-strip.ts";
import { aimWords, thresholdText } from "../../../../src/chart/series/fairness/threshold-sentences.ts";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { AuditFigure } from "../../../../src/contract/audit-report.ts";
import { peopleWords } from "../../../../src/contract/people-words.ts";
import type { ThresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import type { ThresholdMark } from "../../../../src/engine/fairness/threshold/threshold-marks.ts";
import type { ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import { ThresholdField } from "./threshold-field.tsx";
import { type Tried, thresholdAfterKey, within } from "./tried-thresholds.ts";

interface ThresholdFigureProps {
  readonly table: ThresholdTable;
  readonly tried: Tried;
  readonly frame: ThresholdFrame;
  /** Rates of the audited decisions, in the order of the groups. */
  readonly audited: readonly (AuditFigure | null)[];
  /** The audited threshold, where a threshold decided. */
  readonly auditedThreshold: number | null;
  readonly marks: readonly ThresholdMark[] | undefined;
  /** The aim that is pointed at elsewhere: its marks stand out. */
  readonly pointedAt: ThresholdMark["aim"] | null;
  /** Of one group, or of all where the scope is common. */
  readonly onChange: (group: number, value: number) => void;
}

const stripHeight = 40;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Scores of every group with the thresholds tried on them: drag, arrow keys or a number move one, or all. */
export function ThresholdFigure(props: ThresholdFigureProps) {
  const { table, tried, frame, audited, auditedThreshold, marks, pointedAt, onChange } = props;
  const [room, width] = useElementWidth<HTMLDivElement>();
  const strips = useMemo(
    () => (width === null ? [] : table.sweeps.map((sweep) => layoutScoreStrip(sweep, { width, height: stripHeight }))),
    [table, width],
  );
  const isCommon = tried.scope === "common";
  const common = marks?.filter(({ scope }) => scope === "common") ?? [];
  const labels =
    width === null || !isCommon
      ? []
      : placeAxisLabels(
          common.flatMap(({ aim, thresholds: [at = 1] }) =>
            at <= 1 ? [{ key: aim, x: at * width, text: `${aimWords[aim].short} ${thresholdText(at)}` }] : [],
          ),
          { width },
        );
  const above = Math.max(0, ...labels.map(({ level }) => level + 1)) * 15;
  const first = tried.values[0] ?? 0.5;
  const valueText = (g: number) =>
    `${thresholdText(tried.values[g]!)}: ${selectedWords(frame.groups[g]!.metrics.selectionRate!)} of 100 ${peopleWords(frame.groups[g]!.group)} selected`;
  return (
    <div className={`threshold-figure is-${tried.scope}`}>
      <div className="threshold-row is-head">
        <span className="threshold-name">group, scores</span>
        <div className="threshold-room" ref={room} style={{ height: above + 4 }}>
          {width === null ? null : (
            <svg className="aim-labels" width={width} height={above + 4} aria-hidden="true">
              {labels.map(({ key, x, text, anchor, level }) => (
                <g key={key}>
                  <path className="aim-tick" d={`M${x} ${above - level * 15 - 10}V${above + 4}`} />
                  <text
                    className={`aim-label halo${anchor === "end" ? " is-end" : ""}`}
                    x={x + (anchor === "end" ? -4 : 4)}
                    y={above - level * 15 - 2}
                  >
                    {text}
                  </text>
                </g>
              ))}
            </svg>
          )}
        </div>
        <span className="threshold-value">{isCommon ? "" : "threshold"}</span>
        <span className="threshold-rate">
          <b>of 100</b> <small>audit</small>
        </span>
      </div>
      {table.groups.map((group, g) => {
        const strip = strips[g];
        const name = groupLabel(group);
        const rate = frame.groups[g]!.metrics.selectionRate!;
        const was = audited[g] ?? null;
        const value = tried.values[g]!;
        return (
          <div className="threshold-row" key={JSON.stringify(group)}>
            <span className="threshold-name">
              {name} <small>{formatNumber(sizeOf(frame, g))}</small>
            </span>
            <Track
              isSlider={!isCommon}
              label={`Threshold of ${name}`}
              value={value}
              valueText={valueText(g)}
              onChange={(next) => onChange(g, next)}
            >
              {strip && width !== null ? (
                <ScoreStripChart
                  strip={strip}
                  from={Math.min(1.02, value) * width}
                  before={auditedThreshold === null ? null : Math.round(auditedThreshold * width * 10) / 10}
                  marks={(marks ?? [])
                    .filter(({ scope }) => scope === tried.scope)
                    .flatMap(({ aim, thresholds }) => {
                      const at = thresholds[g] ?? 2;
                      const x = Math.round(at * width * 10) / 10;
                      return at <= 1 ? [{ key: aim, x, isPointedAt: aim === pointedAt }] : [];
                    })}
                />
              ) : null}
              {isCommon || width === null ? null : (
                <span className="threshold-handle" style={{ left: Math.min(1, value) * width }} />
              )}
            </Track>
            <span className="threshold-value">
              {isCommon ? null : <ThresholdField label={name} value={value} onChange={(next) => onChange(g, next)} />}
            </span>
            <span className="threshold-rate">
              <b>{rate.estimate === null ? reasonWords(rate.reason) : formatShare(rate.estimate)}</b>{" "}
              <small>{was === null || was.estimate === null ? "–" : formatShare(was.estimate)}</small>
            </span>
          </div>
        );
      })}
      <div className="threshold-row is-foot">
        <span className="threshold-name">{isCommon ? "one for all" : "score"}</span>
        <Track
          isSlider={isCommon}
          label="Threshold of all groups"
          value={first}
          valueText={`${thresholdText(first)}: ${table.groups.map((group, g) => `${selectedWords(frame.groups[g]!.metrics.selectionRate!)} of 100 ${peopleWords(group)}`).join(", ")} selected`}
          onChange={(next) => onChange(0, next)}
        >
          {width === null ? null : (
            <svg className="threshold-axis" width={width} height="30" aria-hidden="true">
              <path className="axis-ink" d={`M0 8H${width}`} />
              {ticks.map((tick) => (
                <g key={tick}>
                  <path className="axis-ink" d={`M${tick * width} 8v4`} />
                  <text
                    className={tick === 0 ? "" : tick === 1 ? "is-end" : "is-middle"}
                    x={Math.round(tick * width)}
                    y="26"
                  >
                    {tick}
                  </text>
                </g>
              ))}
              {isCommon ? (
                <>
                  <path className="load-line" d={`M${Math.min(1, first) * width} -6v26`} />
                  <circle className="load-ring" cx={Math.min(1, first) * width} cy="8" r="6.5" />
                </>
              ) : null}
            </svg>
          )}
        </Track>
        <span className="threshold-value">
          {isCommon ? <ThresholdField label="all groups" value={first} onChange={(next) => onChange(0, next)} /> : null}
        </span>
        <span className="threshold-rate" />
      </div>
    </div>
  );
}

/** What is dragged. Where it is no slider it moves what the slider moves, and is no stop for the keyboard. */
function Track(props: {
  readonly isSlider: boolean;
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly onChange: (value: number) => void;
  readonly children: React.ReactNode;
}) {
  const { isSlider, label, value, valueText, onChange, children } = props;
  const at = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return within(Math.round(((clientX - left) / width) * 100) / 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = thresholdAfterKey(value, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <div
      className="threshold-room threshold-track"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        onChange(at(event));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange(at(event));
      }}
      {...(isSlider
        ? {
            role: "slider",
            tabIndex: 0,
            "aria-label": label,
            "aria-valuemin": 0,
            "aria-valuemax": 1,
            "aria-valuenow": Math.min(1, value),
            "aria-valuetext": valueText,
            onKeyDown,
          }
        : {})}
    >
      {children}
    </div>
  );
}

function selectedWords(rate: AuditFigure): string {
  return rate.estimate === null ? "an unknown number" : ofHundred(rate.estimate);
}

function sizeOf(frame: ThresholdFrame, g: number): number {
  return Object.values(frame.groups[g]!.counts).reduce((sum, count) => sum + count, 0);
}
