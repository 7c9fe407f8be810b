import { DensityChart } from "../../../src/chart/draw/density-chart.tsx";
import { layoutDensity } from "../../../src/chart/series/density-layout.ts";
import { distributionWords } from "../../../src/chart/series/distribution-words.ts";
import type { Quantity } from "../../../src/chart/series/quantity-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { CutFields } from "./cut-fields.tsx";
import type { EstimateDraft, LeafKind } from "./estimate-draft.ts";
import { EstimateFields } from "./estimate-fields.tsx";
import { ExpertFields } from "./expert-fields.tsx";
import { IncidentPanel } from "./incident-panel.tsx";
import type { EstimateMistake } from "./read-estimate.ts";
import type { LeafFigures } from "./scenario-figures.ts";

interface LeafEditorProps {
  readonly draft: EstimateDraft;
  readonly kind: LeafKind;
  readonly quantity: Quantity;
  readonly figures: LeafFigures | undefined;
  /** Those to be shown: of a leaf that nobody has touched yet nothing is wrong. */
  readonly mistakes: readonly EstimateMistake[];
  readonly state: "whole" | "missing";
  readonly workspace: Workspace;
  readonly readingOnly: boolean;
  readonly onChange: (draft: EstimateDraft) => void;
}

/** One estimate being typed: its form and fields, and beside them the distribution that they make. */
export function LeafEditor(props: LeafEditorProps) {
  const { draft, quantity, figures, state, readingOnly } = props;
  const sample = figures?.sample;
  return (
    <fieldset className={`leaf-editor${draft.form === "experts" ? " is-wide" : ""}`} disabled={readingOnly}>
      <legend className="visually-hidden">The estimate</legend>
      <div className="leaf-fields">
        <EstimateFields {...props} who="whole" sample={sample} />
        {draft.form === "experts" ? (
          <ExpertFields {...props} who="whole" sample={sample} experts={figures?.experts ?? []} />
        ) : null}
        <CutFields {...props} />
        {quantity.of === "money" ? <IncidentPanel currency={quantity.currency} /> : null}
      </div>
      <div className="leaf-figure">
        {sample ? (
          <LeafSketch figures={figures} quantity={quantity} />
        ) : (
          <p className="hush leaf-empty">
            {state === "missing" || figures?.mistake ? "Drawn when it is whole." : "Reading it."}
          </p>
        )}
        {figures?.mistake ? <p className="field-mistake">{figures.mistake}</p> : null}
        <p className="leaf-words" role="status">
          {sample ? distributionWords(sample, quantity) : ""}
        </p>
        {draft.form === "interval" ? (
          <p className="measure">
            <PageLink className="text-button" to="/calibration">
              Practise 90 % intervals
            </PageLink>
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}

function LeafSketch({ figures, quantity }: { readonly figures: LeafFigures; readonly quantity: Quantity }) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const { sample, experts } = figures;
  return (
    <div ref={frame} className="leaf-sketch">
      {width === null || !sample ? null : (
        <DensityChart
          layout={layoutDensity({
            sample,
            experts: experts.filter((each) => each !== undefined),
            quantity,
            width,
            height: 148,
            detail: "marked",
          })}
        />
      )}
    </div>
  );
}
