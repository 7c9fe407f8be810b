import { fitLines } from "./break-lines.ts";
import type { FactorBranch } from "./factor-branch.ts";
import { pointsFigure, weightWords } from "./factor-sentence.ts";
import { textWidth } from "./text-width.ts";

interface NodeBox {
  readonly key: string;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly detail: readonly string[];
  readonly bar: {
    readonly y: number;
    readonly width: number;
    /** Null while the factor lacks something. */
    readonly to: number | null;
    readonly range: readonly [from: number, to: number] | null;
    /** Where levels meet. */
    readonly ticks: readonly number[];
  };
  readonly value: string;
  readonly look: "whole" | "lacking";
  readonly kind: "top" | "group" | "judged" | "measured";
}

interface Edge {
  readonly key: string;
  readonly path: string;
  readonly thickness: number;
  readonly look: "counts" | "idle";
  readonly x: number;
  readonly y: number;
  readonly weight: string;
  readonly brings: string;
}

export interface FactorTreeLayout {
  readonly width: number;
  readonly height: number;
  readonly form: "columns" | "outline";
  readonly nodes: readonly NodeBox[];
  readonly edges: readonly Edge[];
}

export const factorBarHeight = 8;
const nameSize = 12;
const nameHeight = 15;
const detailSize = 11;
const detailHeight = 13;
const rowGap = 14;
const valueRoom = 40;
const narrow = 600;
const mostNodeWidth = 264;
const leastGap = 112;
const mostThickness = 12;

/**
 * A tree of factors from its top on the left to its leaves on the right; in little room as an outline. A line is as
 * thick as the share of the top that comes through it.
 */
export function layoutFactorTree(root: FactorBranch, { width }: { readonly width: number }): FactorTreeLayout {
  return width < narrow ? outline(root, width) : columns(root, width);
}

function columns(root: FactorBranch, width: number): FactorTreeLayout {
  const depth = depthOf(root);
  const nodeWidth = Math.min(mostNodeWidth, (width - depth * leastGap) / (depth + 1));
  const gap = depth === 0 ? 0 : (width - (depth + 1) * nodeWidth) / depth;
  const nodes: NodeBox[] = [];
  const edges: Edge[] = [];
  let bottom = 4;
  const place = (branch: FactorBranch, level: number): NodeBox => {
    const x = round(level * (nodeWidth + gap));
    if (branch.parts.length === 0) {
      const node = nodeBox(branch, { x, top: bottom, width: nodeWidth, level });
      bottom += node.height + rowGap;
      nodes.push(node);
      return node;
    }
    const from = bottom;
    const parts = branch.parts.map((part) => ({ part, node: place(part, level + 1) }));
    const middle = (middleOf(parts[0]!.node) + middleOf(parts.at(-1)!.node)) / 2;
    const loose = nodeBox(branch, { x, top: 0, width: nodeWidth, level });
    const top = round(Math.max(from, middle - loose.bar.y - factorBarHeight / 2));
    const node = moved(loose, top);
    bottom = Math.max(bottom, top + node.height + rowGap);
    nodes.push(node);
    for (const { part, node: child } of parts) {
      const [x1, y1] = [round(x + nodeWidth + 8), middleOf(node)];
      const [x2, y2] = [round(child.x - 8), middleOf(child)];
      const bend = round((x1 + x2) / 2);
      edges.push({ ...edgeOf(part, `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`), x: round(x2 - 4), y: y2 });
    }
    return node;
  };
  place(root, 0);
  return { width, height: round(bottom - rowGap + 4), form: "columns", nodes, edges };
}

function outline(root: FactorBranch, width: number): FactorTreeLayout {
  const indent = 18;
  const nodes: NodeBox[] = [];
  const edges: Edge[] = [];
  let bottom = 2;
  const place = (branch: FactorBranch, level: number): NodeBox => {
    const node = nodeBox(branch, { x: level * indent, top: bottom, width: width - level * indent, level });
    bottom = round(bottom + node.height + rowGap);
    nodes.push(node);
    for (const part of branch.parts) {
      const child = place(part, level + 1);
      const x = round(node.x + 5);
      const y = middleOf(child);
      const path = `M${x} ${round(node.top + node.height + 2)}V${y}H${round(child.x - 3)}`;
      edges.push({ ...edgeOf(part, path), x: width, y: round(child.top + nameSize - 1) });
    }
    return node;
  };
  place(root, 0);
  return { width, height: round(bottom - rowGap + 4), form: "outline", nodes, edges };
}

function edgeOf(part: FactorBranch, path: string): Omit<Edge, "x" | "y"> {
  const { key, shareOfTop, contribution } = part;
  const counts = contribution !== null && contribution > 0;
  return {
    key,
    path,
    thickness: round(Math.max(1, mostThickness * (counts ? (shareOfTop ?? 0) : 0))),
    look: counts ? "counts" : "idle",
    weight: weightWords(part),
    brings: contribution === null ? "" : pointsFigure(contribution),
  };
}

function nodeBox(
  branch: FactorBranch,
  {
    x,
    top,
    width,
    level,
  }: { readonly x: number; readonly top: number; readonly width: number; readonly level: number },
): NodeBox {
  const { key, value, low, high, kind } = branch;
  // In an outline the weight stands at the end of the name's line.
  const nameRoom = width - textWidth(weightWords(branch), detailSize) - 12;
  const name = fitLines(branch.name, nameRoom, nameSize);
  const detail = fitLines(branch.detail, width, detailSize);
  const bar = width - valueRoom;
  const at = (share: number) => round(bar * share);
  const barY = name.length * nameHeight + 6;
  return {
    key,
    x: round(x),
    top,
    height: barY + factorBarHeight + 5 + detail.length * detailHeight,
    name,
    detail,
    bar: {
      y: barY,
      width: round(bar),
      to: value === null ? null : at(value),
      range: value === null || low === null || high === null || high - low < 1e-9 ? null : [at(low), at(high)],
      ticks: Array.from({ length: Math.max(0, branch.steps - 1) }, (_, k) => at((k + 1) / branch.steps)),
    },
    value: value === null ? "–" : pointsFigure(value),
    look: value === null ? "lacking" : "whole",
    kind: level === 0 ? "top" : kind,
  };
}

function moved(node: NodeBox, top: number): NodeBox {
  return { ...node, top };
}

function middleOf({ top, bar }: NodeBox): number {
  return round(top + bar.y + factorBarHeight / 2);
}

function depthOf({ parts }: FactorBranch): number {
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depthOf));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
