import { NoSignal } from "./no-signal.ts";
import { oneLine } from "./one-line.ts";

export type Item = Readonly<Record<string, unknown>>;

/** A member of its own, never one that every object has. */
export function member(item: Item, key: string): unknown {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

export function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @throws NoSignal */
export function itemAt(value: unknown, path: string, noun: string): Item {
  if (isItem(value)) return value;
  throw new NoSignal(path, `${noun} ${shown(value)} is no object; send an object in its place`);
}

/** A member that is an object; an empty one where there is none. */
export function part(item: Item, key: string): Item {
  const value = member(item, key);
  return isItem(value) ? value : {};
}

/** A member that is a list; an empty one where there is none. */
export function list(item: Item, key: string): readonly unknown[] {
  const value = member(item, key);
  return Array.isArray(value) ? value : [];
}

/** A member that is text with something in it, or null. */
export function textOf(item: Item, key: string): string | null {
  const value = member(item, key);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** @throws NoSignal where the member is missing, empty or no text. */
export function textAt(item: Item, key: string, path: string): string {
  const value = textOf(item, key);
  if (value !== null) return value;
  const found = Object.hasOwn(item, key) ? `${key} ${shown(member(item, key))} is no text` : `${key} is missing`;
  throw new NoSignal(path === "" ? key : `${path}.${key}`, `${found}; send it as the producer's documentation has it`);
}

/** A number, or digits that are one; null for everything else, and for what is infinite. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function countOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** A value in a message. */
export function shown(value: unknown): string {
  if (value === undefined) return "(missing)";
  if (Array.isArray(value)) return `(a list of ${value.length})`;
  if (isItem(value)) return "(an object)";
  if (typeof value === "string") return JSON.stringify(oneLine(value, 60));
  return String(value);
}
