import { formatGap } from "../../../../src/chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import { aimWords, thresholdText } from "../../../../src/chart/series/fairness/threshold-sentences.ts";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { ThresholdAim } from "../../../../src/engine/fairness/threshold/threshold-choice.ts";
import type { ThresholdMark } from "../../../../src/engine/fairness/threshold/threshold-marks.ts";
import type { ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { type Tried, writeTried } from "./tried-thresholds.ts";

interface AimsTableProps {
  readonly table: ThresholdTable;
  readonly marks: readonly ThresholdMark[] | undefined;
  /** Why they could not be found; null while nothing is wrong. */
  readonly mistake: string | null;
  readonly tried: Tried;
  readonly setTried: (next: Tried) => void;
  readonly onPoint: (aim: ThresholdAim | null) => void;
}

const gapWords: Readonly<Record<ThresholdAim, string>> = {
  "least-cost": "",
  "demographic-parity": "in selection rate",
  "equal-opportunity": "in true positive rate",
  "equalized-odds": "in true or false positive rate",
};

/** The thresholds that would serve each aim at least cost, with the gap they leave; each can be tried. */
export function AimsTable({ table, marks, mistake, tried, setTried, onPoint }: AimsTableProps) {
  const written = writeTried(tried);
  return (
    <ScrollX label="Thresholds that serve an aim">
      <table className="figures aims-table" aria-busy={marks === undefined && mistake === null}>
        <caption className="visually-hidden">Thresholds that serve an aim, at least cost</caption>
        <thead>
          <tr>
            <th scope="col">aim</th>
            <th scope="col">threshold</th>
            <th scope="col" className="number">
              gap left
            </th>
            <th scope="col" className="number">
              cost
            </th>
            <th scope="col">
              <span className="visually-hidden">try</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(marks ?? []).map((mark) => {
            const { aim, scope, thresholds, gap, cost } = mark;
            const choice: Tried = { scope, values: thresholds };
            const isTried = writeTried(choice) === written;
            return (
              <tr
                key={`${aim} ${scope}`}
                className={`is-${scope}${isTried ? " now" : ""}`}
                onPointerEnter={() => onPoint(aim)}
                onPointerLeave={() => onPoint(null)}
              >
                <th scope="row">
                  {scope === "common" ? (
                    aimWords[aim].name
                  ) : (
                    <span className="visually-hidden">{aimWords[aim].name}, </span>
                  )}
                  {scope === "common" ? <small> one for all</small> : <small>one a group</small>}
                </th>
                <td>{thresholdsText(mark, table)}</td>
                <td className="number">
                  {gap === null ? "–" : formatGap(gap)}
                  {gap === null ? null : <span className="visually-hidden"> {gapWords[aim]}</span>}
                </td>
                <td className="number">{formatNumber(cost)}</td>
                <td className="number">
                  {isTried ? (
                    <span className="hush">tried</span>
                  ) : (
                    <button
                      type="button"
                      className="text-button"
                      onFocus={() => onPoint(aim)}
                      onBlur={() => onPoint(null)}
                      onClick={() => setTried(choice)}
                    >
                      Try
                      <span className="visually-hidden">
                        {" "}
                        {aimWords[aim].name}, {scope === "common" ? "one threshold for all" : "one a group"}
                      </span>
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {mistake === null && marks === undefined ? (
        <p className="hush" role="status">
          Seeking the thresholds of each aim
        </p>
      ) : null}
      {mistake === null ? null : <p role="alert">Not found: {mistake}. Open the page again to seek once more.</p>}
    </ScrollX>
  );
}

/** One for all before one a group, aim by aim. */
function inOrder(marks: readonly ThresholdMark[]): ThresholdMark[] {
  const aims = marks.map(({ aim }) => aim);
  return marks.toSorted(
    (a, b) => aims.indexOf(a.aim) - aims.indexOf(b.aim) || Number(a.scope !== "common") - Number(b.scope !== "common"),
  );
}

/** Each group's threshold; of many groups the lowest and the highest, as trying shows them all. */
function thresholdsText({ scope, thresholds }: ThresholdMark, { groups }: ThresholdTable): string {
  if (scope === "common") return thresholdText(thresholds[0] ?? 1);
  const named = (g: number) => `${groupLabel(groups[g]!)} ${thresholdText(thresholds[g]!)}`;
  if (groups.length <= 4) return groups.map((_, g) => named(g)).join(" · ");
  const ended = (g: number) => `${thresholdText(thresholds[g]!)} (${groupLabel(groups[g]!)})`;
  const lowest = thresholds.indexOf(Math.min(...thresholds));
  const highest = thresholds.indexOf(Math.max(...thresholds));
  return `${ended(lowest)} to ${ended(highest)}`;
}
