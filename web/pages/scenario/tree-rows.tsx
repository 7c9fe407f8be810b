import { type ReactNode, useId } from "react";
import { DensityChart } from "../../../src/chart/draw/density-chart.tsx";
import { layoutDensity } from "../../../src/chart/series/density-layout.ts";
import type { DistributionSample } from "../../../src/chart/series/distribution-sample.ts";
import { distributionRange } from "../../../src/chart/series/distribution-words.ts";
import type { Quantity } from "../../../src/chart/series/quantity-words.ts";
import type { LeafPath, ScenarioDraft } from "./scenario-draft.ts";
import type { TreeChoice, TreeNode } from "./scenario-tree.ts";

export interface TreeRowsProps {
  readonly node: TreeNode;
  readonly draft: ScenarioDraft;
  readonly openLeaf: LeafPath | null;
  readonly readingOnly: boolean;
  readonly onOpen: (leaf: LeafPath | null) => void;
  readonly onChange: (draft: ScenarioDraft) => void;
  /** What a node is, drawn and said; nothing where it cannot be computed. */
  readonly figureOf: (node: TreeNode) => { readonly sample: DistributionSample; readonly quantity: Quantity } | null;
  readonly isWrong: (leaf: LeafPath) => boolean;
  readonly isChanged: (leaf: LeafPath) => boolean;
  readonly editorOf: (leaf: LeafPath) => ReactNode;
  /** More fields under a node, such as the number that a choice asks for. */
  readonly belowOf: (node: TreeNode) => ReactNode;
}

const signWords = { "": "", "×": "times", "+": "plus", against: "against" } as const;

/** A node of the tree with its parts under it: name, how it is cut, what it amounts to, its shape. */
export function TreeRows(props: TreeRowsProps) {
  const { node, openLeaf, onOpen, figureOf, isWrong, isChanged, editorOf, belowOf } = props;
  const { leaf, parts, sign, title, choice } = node;
  const region = useId();
  const figure = figureOf(node);
  const isOpen = leaf !== null && leaf === openLeaf;
  const wrong = leaf !== null && isWrong(leaf);
  return (
    <li className="tree-node" data-node={node.key}>
      <div className={`tree-row${isOpen ? " is-open" : ""}`}>
        <span className="tree-sign" aria-hidden="true">
          {sign === "against" ? "vs" : sign}
        </span>
        {leaf === null ? (
          <span className="tree-name">
            <span className="visually-hidden">{signWords[sign]} </span>
            {title}
          </span>
        ) : (
          <button
            type="button"
            className="tree-name"
            aria-expanded={isOpen}
            aria-controls={isOpen ? region : undefined}
            onClick={() => onOpen(isOpen ? null : leaf)}
          >
            <span className="visually-hidden">{signWords[sign]} </span>
            {title}
            {isChanged(leaf) ? <small className="changed">changed</small> : null}
          </button>
        )}
        {choice === null ? <span /> : <Choice {...props} choice={choice} title={title} />}
        <span className={`tree-range${wrong ? " is-wrong" : ""}`}>
          {wrong ? "to be given" : figure ? unparted(distributionRange(figure.sample, figure.quantity)) : ""}
        </span>
        <span className="tree-sketch">
          {figure && !wrong ? (
            <DensityChart layout={layoutDensity({ ...figure, width: 92, height: 22, detail: "plain" })} />
          ) : null}
        </span>
      </div>
      {belowOf(node)}
      {isOpen ? (
        <section id={region} className="tree-editor" aria-label={title}>
          {editorOf(leaf)}
        </section>
      ) : null}
      {parts.length > 0 ? (
        <ul className="tree-parts">
          {parts.map((part) => (
            <TreeRows key={part.key} {...props} node={part} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A long range takes two lines, parted between its ends and not inside a "1 in 4,545". */
function unparted(range: string): string {
  return range.replaceAll("1 in ", "1\u00a0in\u00a0");
}

function Choice(
  props: Pick<TreeRowsProps, "draft" | "onChange" | "readingOnly"> & { choice: TreeChoice; title: string },
) {
  const { draft, onChange, readingOnly, choice, title } = props;
  return (
    <select
      className="tree-choice"
      aria-label={`${title}: ${choice.label.toLowerCase()}`}
      value={choice.value}
      disabled={readingOnly}
      onChange={({ target }) => onChange(choice.choose(draft, target.value))}
    >
      {choice.options.map(({ value, title: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
