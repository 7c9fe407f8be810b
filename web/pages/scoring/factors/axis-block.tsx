import { FactorTreeChart } from "../../../../src/chart/draw/factor-tree-chart.tsx";
import type { FactorBranch } from "../../../../src/chart/series/factor-branch.ts";
import { layoutFactorTree } from "../../../../src/chart/series/factor-tree-layout.ts";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import { nothingBelow } from "./factor-figures.ts";
import type { Axis } from "./factors-draft.ts";

interface AxisBlockProps {
  readonly axis: Axis;
  readonly report: { sentence: string; level: number; lowLevel: number; highLevel: number } | null;
  readonly levels: number | null;
  readonly branch: FactorBranch;
  /** Key of the factor that is open. */
  readonly open: string;
  readonly onOpen: (key: number) => void;
}

/** Likelihood or impact as its tree is drawn, with its level and what brings most of it. */
export function AxisBlock({ axis, report, levels, branch, open, onOpen }: AxisBlockProps) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const title = axis === "likelihood" ? "Likelihood" : "Impact";
  const finding = report ? `${title} ${report.level} of ${levels}` : `${title} is not rated yet`;
  const range =
    report === null || report.lowLevel === report.highLevel
      ? ""
      : ` Level ${report.lowLevel} to ${report.highLevel} with what was measured at its ends.`;
  return (
    <section className="block" aria-labelledby={`axis-${axis}`}>
      <header>
        <div>
          <h2 className="finding" id={`axis-${axis}`}>
            {finding}
          </h2>
          <p className="measure">
            {report ? `${sentenceAfter(report.sentence)}${range}` : "Something is missing below it"}
          </p>
        </div>
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table under it opens the same factors by keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the table under it opens the same factors by keys */}
      <div
        ref={frame}
        className="factor-figure"
        onClick={({ target }) => {
          const key = target instanceof Element && target.closest<SVGElement>("[data-factor]")?.dataset.factor;
          if (key) onOpen(Number(key));
        }}
      >
        {branch.detail === nothingBelow ? (
          <p className="lede">{questions[axis]}</p>
        ) : width === null ? null : (
          <FactorTreeChart
            layout={layoutFactorTree(branch, { width })}
            label={`${finding}, drawn as a tree; the table of factors says the same`}
            open={open}
          />
        )}
      </div>
    </section>
  );
}

const questions: Readonly<Record<Axis, string>> = {
  likelihood:
    "Nothing makes it up yet. Ask how often it goes wrong, how often it is used, and what catches it: add each as a part in the table.",
  impact: "Nothing makes it up yet. Ask who is harmed and how badly, what it costs, and who answers for it.",
};

/** "likelihood 3 of 5: why." is told by the finding up to its colon. */
function sentenceAfter(sentence: string): string {
  const why = sentence.slice(sentence.indexOf(":") + 2);
  return why.charAt(0).toUpperCase() + why.slice(1);
}
