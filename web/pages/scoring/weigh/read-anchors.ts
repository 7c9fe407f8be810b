import type { WeighFile } from "../../../../src/contract/weigh-file.ts";

type Anchors = NonNullable<WeighFile["dimensions"][number]["anchors"]>;

type Read =
  | { readonly kind: "empty" }
  | { readonly kind: "anchors"; readonly value: Anchors }
  | { readonly kind: "mistake"; readonly what: string };

const anchor = /^(-?\d+(?:\.\d+)?)\s*[:=]\s*(\d+(?:\.\d+)?)$/;

/** Reads anchors as they are typed: "1: 0, 10: 0.5, 25: 1", raw score and value, rising from 0 to 1. */
export function readAnchors(typed: string): Read {
  const text = typed.trim();
  if (text === "") return { kind: "empty" };
  const value: Anchors = [];
  for (const part of text.split(/[,;]/)) {
    const found = anchor.exec(part.trim());
    if (!found) return mistake(`“${part.trim()}” is no anchor; write the raw score and its value, such as 10: 0.5`);
    const next: [number, number] = [Number(found[1]), Number(found[2])];
    const before = value.at(-1);
    if (before && !(next[0] > before[0] && next[1] >= before[1]))
      return mistake(`${next[0]}: ${next[1]} does not rise above the anchor before it; write the least first`);
    value.push(next);
  }
  if (value.length < 2) return mistake("one anchor; write the least, of value 0, and the most, of value 1");
  if (value[0]![1] !== 0 || value.at(-1)![1] !== 1)
    return mistake(`anchors go from ${value[0]![1]} to ${value.at(-1)![1]}; give the least the value 0 and the most 1`);
  return { kind: "anchors", value };
}

export function anchorsText(anchors: Anchors | undefined): string {
  return (anchors ?? []).map(([raw, value]) => `${raw}: ${value}`).join(", ");
}

function mistake(what: string): Read {
  return { kind: "mistake", what };
}
