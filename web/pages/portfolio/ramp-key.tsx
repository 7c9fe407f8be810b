import { Fragment } from "react";
import type { Matrix } from "../../../src/chart/series/system-category-matrix.ts";

/** The ramp in words and numbers, with the load line where it lies. */
export function RampKey({ matrix }: { readonly matrix: Matrix }) {
  const cells = matrix.rows.flatMap((row) => row.cells);
  return (
    <div className="ramp-key">
      <span className="ramp-name">{matrix.rampName}</span>
      <span className="ramp">
        {matrix.ramp.steps.map(({ step, label }) => (
          <Fragment key={step}>
            {step === matrix.ramp.lineBefore ? (
              <i className="ramp-line">
                <span className="visually-hidden">the load line</span>
              </i>
            ) : null}
            <b className={`risk-${step}`}>{label}</b>
          </Fragment>
        ))}
      </span>
      {cells.some(({ kind }) => kind === "unrated" || kind === "partly-rated") ? (
        <span>
          <i className="swatch is-unrated" /> not rated
        </span>
      ) : null}
      {cells.some(({ isStale }) => isStale) ? (
        <span>
          <i className="swatch risk-2 is-stale" /> stale
        </span>
      ) : null}
      <span>
        <i className="swatch is-none" /> no risk
      </span>
    </div>
  );
}
