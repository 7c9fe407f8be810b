import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Lines } from "./lines.ts";
import type { Finding, Path } from "./mistakes/finding.ts";
import { keyText } from "./positions.ts";

const deepest = 50;
/** Aliases may repeat what is written, but not without end: a file of a kilobyte could mean a gigabyte. */
const mostRepeated = 1_000_000;

interface Anchored {
  readonly value: unknown;
  readonly size: number;
}

/** A document as plain objects and arrays. */
export interface PlainValue {
  readonly value: unknown;
  /** Keys that are there twice; the first one holds. */
  readonly findings: readonly Finding[];
  /** What has no plain value: where there is something, `value` lacks it. */
  readonly broken: readonly Finding[];
}

export function plainValue(document: Document, lines: Lines): PlainValue {
  const findings: Finding[] = [];
  const broken: Finding[] = [];
  const anchors = new Map<string, Anchored | "open">();
  let size = 0;
  let repeated = 0;

  function convert(node: unknown, path: Path): unknown {
    if (isAlias(node)) return aliased(node, path);
    size++;
    const anchor = (node as (Node & { anchor?: string }) | null)?.anchor;
    const before = size;
    if (anchor) anchors.set(anchor, "open");
    const value = content(node, path);
    if (anchor) anchors.set(anchor, { value, size: size - before + 1 });
    return value;
  }

  function content(node: unknown, path: Path): unknown {
    if (isScalar(node)) return node.value;
    if (!isMap(node) && !isSeq(node)) return null;
    if (path.length === deepest) {
      broken.push({ path, what: "lists and maps are nested too deeply", remedy: "write them as the guide shows" });
      return null;
    }
    return isMap(node) ? map(node, path) : list(node, path);
  }

  function list(node: YAMLSeq, path: Path): unknown[] {
    return node.items.map((item, index) => convert(item, [...path, index]));
  }

  function map(node: YAMLMap, path: Path): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const first = new Map<string, number>();
    for (const pair of node.items) {
      const key = keyText(pair);
      if (key === undefined) {
        const offset = offsetOf(pair.key);
        broken.push({ path, offset, what: "key is a list or a map", remedy: "write a key as text" });
        continue;
      }
      if (first.has(key)) {
        findings.push(twice(key, [...path, key], first.get(key)!, offsetOf(pair.key)));
        continue;
      }
      first.set(key, offsetOf(pair.key));
      const value = convert(pair.value, [...path, key]);
      // Assignment to __proto__ would change the object instead of its keys.
      Object.defineProperty(result, key, { value, writable: true, enumerable: true, configurable: true });
    }
    return result;
  }

  function twice(key: string, path: Path, firstOffset: number, offset: number): Finding {
    const { line } = lines.at(firstOffset);
    return { path, offset, what: `key "${key}" is there twice`, remedy: `remove one; the first is in line ${line}` };
  }

  function aliased(alias: Alias, path: Path): unknown {
    const anchored = anchors.get(alias.source);
    if (anchored === undefined || anchored === "open") {
      const what = anchored
        ? `alias *${alias.source} contains itself`
        : `alias *${alias.source} has no anchor before it`;
      broken.push({ path, what, remedy: `write the value, or &${alias.source} before it` });
      return null;
    }
    repeated += anchored.size;
    size += anchored.size;
    if (repeated > mostRepeated) {
      if (repeated - anchored.size <= mostRepeated) {
        broken.push({ path, what: "aliases repeat too much", remedy: "write the values themselves" });
      }
      return null;
    }
    return anchored.value;
  }

  return { value: convert(document.contents, []), findings, broken };
}

function offsetOf(key: unknown): number {
  return (key as Node | null)?.range?.[0] ?? 0;
}
