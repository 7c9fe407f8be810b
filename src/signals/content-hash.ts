import { createHash } from "node:crypto";
import { isItem } from "./item.ts";

/** Hash of a value as JSON: the same whatever the order of an object's members. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex").slice(0, 32);
}

/** Hash of the items of a payload, whatever their order and however often each is there. */
export function itemsHash(items: readonly unknown[]): string {
  return contentHash([...new Set(items.map(contentHash))].sort());
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isItem(value)) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
