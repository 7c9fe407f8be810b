import { FactorScaleChart } from "../../../../src/chart/draw/factor-scale-chart.tsx";
import type { FactorBranch } from "../../../../src/chart/series/factor-branch.ts";
import { layoutFactorScale } from "../../../../src/chart/series/factor-scale-layout.ts";
import { factorSentence, pointsFigure, weightWords } from "../../../../src/chart/series/factor-sentence.ts";
import { formatPercent } from "../../../../src/chart/series/format-number.ts";
import type { FileFactor } from "../../../../src/contract/factors-file.ts";
import type { RatedFactor } from "../../../../src/contract/factors-report.ts";
import { useElementWidth } from "../../../figure/use-element-width.ts";

interface FactorExplanationProps {
  readonly branch: FactorBranch;
  readonly parent: FactorBranch | null;
  readonly axis: "likelihood" | "impact";
  /** Undefined while something is missing. */
  readonly rated: RatedFactor | undefined;
  readonly written: FileFactor | undefined;
  /** What its level is and which values that level has; null below the top. */
  readonly level: string | null;
  readonly onOpen: (key: number) => void;
}

/** Why a factor is what it is: the sentence, and its parts adding up to it or its place between the anchors. */
export function FactorExplanation({ branch, parent, axis, rated, written, level, onOpen }: FactorExplanationProps) {
  return (
    <div className="factor-explanation">
      {level === null ? null : <p className="quotable">{level}</p>}
      <p className="quotable" id="factor-sentence">
        {factorSentence(branch, { parent, axis })}
      </p>
      {written && ("events" in written || "anchors" in written) ? (
        <Scale rated={rated} written={written} detail={branch.detail} />
      ) : null}
      {branch.how !== null && branch.parts.length > 0 ? <PartsTable branch={branch} onOpen={onOpen} /> : null}
    </div>
  );
}

type OnScale = Extract<FileFactor, { raises: "higher" | "lower" }>;

/** Drawn only where there is a scale: its room is measured when it comes. */
function Scale(props: { rated: RatedFactor | undefined; written: OnScale; detail: string }) {
  const { rated, written, detail } = props;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const anchors = written.anchors ?? [
    [0, 0],
    [1, 1],
  ];
  const place = rated ?? null;
  const unit = "events" in written ? "share" : "number";
  const value = rated?.measured?.value;
  const measured = value === undefined ? null : { value, text: unit === "share" ? formatPercent(value) : detail };
  return (
    <div ref={frame} className="factor-scale">
      {width === null ? null : (
        <FactorScaleChart
          layout={layoutFactorScale({ anchors, raises: written.raises, unit, measured, place }, { width })}
        />
      )}
    </div>
  );
}

/** The parts of a factor, each bar beginning where the one before it ends: together they are the factor. */
function PartsTable({ branch, onOpen }: { readonly branch: FactorBranch; readonly onOpen: (key: number) => void }) {
  const { parts, value, how } = branch;
  const scale = value === null || value === 0 ? 1 : value;
  let before = 0;
  return (
    <table className="figures factor-parts">
      <caption className="visually-hidden">What makes up {branch.name}</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" className="number">
            Of 100
          </th>
          <th scope="col" className="number">
            {how === "weighted" ? "Weight" : ""}
            {how === "weighted" ? null : <span className="visually-hidden">How it counts</span>}
          </th>
          <th scope="col" className="number">
            Brings
          </th>
          <th scope="col">
            <span className="visually-hidden">What it brings as a bar</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => {
          const from = before;
          before += part.contribution ?? 0;
          return (
            <tr key={part.key}>
              <th scope="row">
                <button type="button" className="row-link" onClick={() => onOpen(Number(part.key))}>
                  {part.name}
                </button>
              </th>
              <td className="number">{part.value === null ? "–" : pointsFigure(part.value)}</td>
              <td className="number">{weightWords(part)}</td>
              <td className="number">{part.contribution === null ? "–" : pointsFigure(part.contribution)}</td>
              <td className="factor-part-bar">
                <span
                  style={{
                    marginLeft: `${(100 * from) / scale}%`,
                    width: `${(100 * (part.contribution ?? 0)) / scale}%`,
                  }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
      {value === null ? null : (
        <tfoot>
          <tr>
            <th scope="row">{branch.name}</th>
            <td className="number">{pointsFigure(value)}</td>
            <td />
            <td className="number">{pointsFigure(value)}</td>
            <td className="factor-part-bar">
              <span className="is-sum" style={{ width: "100%" }} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
