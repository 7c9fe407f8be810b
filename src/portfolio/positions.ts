import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Lines, Position } from "./lines.ts";
import type { Aspect, Path } from "./mistakes/finding.ts";

/** Where things stand in a portfolio file. Looked up when asked for, since nearly nothing ever is. */
export interface Positions {
  readonly fileName: string;
  /** Position of the value at a path unless `at` says otherwise; of the nearest thing around it if there is none. */
  of(path: Path, at?: Aspect): Position;
  atOffset(offset: number): Position;
  /** `file:line:column` of the value at a path. */
  place(path: Path): string;
}

export function positionsIn(document: Document, lines: Lines, fileName: string): Positions {
  let anchors: Map<Node, Node> | undefined;
  const resolved = (node: unknown) => {
    if (!isAlias(node)) return node;
    anchors ??= new Map();
    const known = anchors.get(node) ?? node.resolve(document);
    if (known) anchors.set(node, known);
    return known;
  };

  const offsetOf = (path: Path, at: Aspect): number => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, step] of path.entries()) {
      if (at === "use" && isAlias(node)) return offset;
      node = resolved(node);
      const isLast = index === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find((item) => keyText(item) === step);
        if (!pair) return offset;
        const keyOffset = startOf(pair.key) ?? offset;
        node = pair.value;
        offset = (isLast && at === "key") || isImplicit(node) ? keyOffset : (startOf(node) ?? keyOffset);
      } else if (isSeq(node) && typeof step === "number") {
        node = node.items[step];
        offset = startOf(node) ?? offset;
      } else {
        return offset;
      }
    }
    return offset;
  };

  const of = (path: Path, at: Aspect = "value") => lines.at(offsetOf(path, at));
  return {
    fileName,
    of,
    atOffset: lines.at,
    place(path) {
      const { line, column } = of(path);
      return `${fileName}:${line}:${column}`;
    },
  };
}

/** A key as text, whatever YAML takes it for; undefined for a list or map as key. */
export function keyText({ key }: Pair): string | undefined {
  if (key === null || typeof key === "string") return key ?? "";
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value ?? ""));
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** `key:` with nothing behind it. */
function isImplicit(node: unknown): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}
