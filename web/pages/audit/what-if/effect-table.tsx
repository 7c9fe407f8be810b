import { useDeferredValue, useMemo } from "react";
import { VerdictMark } from "../../../../src/chart/draw/fairness/verdict-mark.tsx";
import {
  formatGap,
  formatGapBeside,
  formatInterval,
  formatShare,
} from "../../../../src/chart/series/fairness/format-rate.ts";
import { disparityName, metricWords, reasonWords } from "../../../../src/chart/series/fairness/metric-words.ts";
import { formatChange, formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { AuditFigure } from "../../../../src/contract/audit-report.ts";
import type { ThresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import type { ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { type AuditedFigures, costOf, selectedOf } from "./audited-figures.ts";
import type { Costs } from "./marks-question.ts";
import { type Judged, wouldBeVerdicts } from "./would-be-verdicts.ts";

interface EffectTableProps {
  readonly report: Judged;
  readonly table: ThresholdTable;
  readonly audited: AuditedFigures;
  readonly frame: ThresholdFrame;
  readonly costs: Costs;
  /** Position of the group that was compared with; null where none was. */
  readonly reference: number | null;
}

/** Every figure as the audit found it and as it would be, with its interval, and where its limit would put it. */
export function EffectTable({ report, table, audited, frame, costs, reference }: EffectTableProps) {
  // Verdicts take a second measuring; they may lag behind the hand, the figures may not.
  const rested = useDeferredValue(frame);
  const verdicts = useMemo(
    () =>
      rested.groups.length === table.groups.length
        ? wouldBeVerdicts(
            report,
            table,
            rested.groups.map(({ threshold }) => threshold),
            reference,
          )
        : [],
    [report, table, rested, reference],
  );
  const { counts } = audited;
  const before = counts === null ? null : selectedOf(counts);
  const after = selectedOf({
    ...frame.overall.counts,
    undecidedPositives: 0,
    undecidedNegatives: 0,
    unlabelledUndecided: 0,
  });
  const hasLabels = frame.overall.metrics.accuracy?.estimate !== null;
  const costBefore =
    counts === null
      ? null
      : costOf(counts, { falsePositive: costs.falsePositiveCost, falseNegative: costs.falseNegativeCost });
  return (
    <ScrollX label="What the thresholds would change">
      <table className="figures effect-table">
        <caption className="visually-hidden">What the thresholds would change</caption>
        <thead>
          <tr>
            <th scope="col">figure</th>
            <th scope="col" className="number">
              audited
            </th>
            <th scope="col" className="number">
              tried
            </th>
            <th scope="col" className="number">
              change
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Selected</th>
            <td className="number">{before === null ? "–" : formatNumber(before)}</td>
            <td className="number strong">{formatNumber(after)}</td>
            <td className="number">{before === null ? "–" : formatChange(Math.round(after - before))}</td>
          </tr>
          {hasLabels ? (
            <>
              <FigureRow
                name={`${metricWords("accuracy").name}, %`}
                before={audited.overall.accuracy}
                after={frame.overall.metrics.accuracy!}
                format={formatShare}
              />
              <tr>
                <th scope="row">
                  Cost <small>of wrong decisions</small>
                </th>
                <td className="number">{costBefore === null ? "–" : formatNumber(costBefore)}</td>
                <td className="number strong">{formatNumber(frame.cost)}</td>
                <td className="number">
                  {costBefore === null ? "–" : formatChange(Math.round(frame.cost - costBefore))}
                </td>
              </tr>
            </>
          ) : null}
          {frame.disparities.map((disparity) => {
            const { name } = disparity;
            const bound = audited.limitOf(name)?.bound;
            const verdict = verdicts.find((each) => each.name === name);
            return (
              <FigureRow
                key={name}
                name={disparityName(name)}
                before={audited.disparityOf(name) ?? undefined}
                after={disparity}
                format={bound === undefined ? formatGap : (value) => formatGapBeside(value, bound)}
                note={
                  verdict ? (
                    <>
                      limit {formatNumber(verdict.bound, 4)}: would be <VerdictMark verdict={verdict.verdict} />
                    </>
                  ) : null
                }
              />
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
}

function FigureRow(props: {
  readonly name: string;
  readonly before: AuditFigure | undefined;
  readonly after: AuditFigure;
  readonly format: (value: number) => string;
  readonly note?: React.ReactNode;
}) {
  const { name, before, after, format, note = null } = props;
  const change =
    before && before.estimate !== null && after.estimate !== null ? after.estimate - before.estimate : null;
  const scale = format === formatShare ? formatShare : formatGap;
  return (
    <tr>
      <th scope="row">
        {name}
        {note ? <small className="would-be">{note}</small> : null}
      </th>
      <FigureCell figure={before} format={format} />
      <FigureCell figure={after} format={format} weight="strong" />
      <td className="number">{change === null ? "–" : formatChange(change, scale)}</td>
    </tr>
  );
}

function FigureCell(props: {
  readonly figure: AuditFigure | undefined;
  readonly format: (value: number) => string;
  readonly weight?: "strong";
}) {
  const { figure, format, weight } = props;
  if (figure === undefined) return <td className="number">–</td>;
  if (figure.estimate === null)
    return (
      <td className="number">
        <small>{reasonWords(figure.reason)}</small>
      </td>
    );
  return (
    <td className={weight === "strong" ? "number strong" : "number"}>
      {format(figure.estimate)}
      <small className="interval-text">{formatInterval(figure, format)}</small>
    </td>
  );
}
