import type { SqlValue } from "./decision-source.ts";
import type { ColumnKind } from "./source-column.ts";

/**
 * A value of a protected attribute, control feature or model as text, the same from every source: without blanks around
 * it, numbers as JavaScript writes them. Null where it is missing.
 *
 * @param missing - texts that mean a missing value, beside the empty one
 * @example
 * plainValue(" F ", "text", []) // => "F"
 */
export function plainValue(value: SqlValue, kind: ColumnKind, missing: readonly string[]): string | null {
  if (value === null) return null;
  const text = kind === "number" ? String(Number(value) + 0) : String(value).replace(outerBlanks, "");
  return text === "" || missing.includes(text) ? null : text;
}

const outerBlanks = /^[ \t\n\r\u00a0]+|[ \t\n\r\u00a0]+$/g;

const classes: { readonly [text: string]: string } = {
  true: "1",
  True: "1",
  TRUE: "1",
  false: "0",
  False: "0",
  FALSE: "0",
};

/**
 * A class, of a label or a decision: as {@link plainValue}, and true is 1, false is 0, 1.0 is 1.
 *
 * @example
 * [plainClass("True", "text", []), plainClass("1.0", "text", []), plainClass("hired", "text", [])] // => ["1", "1", "hired"]
 */
export function plainClass(value: SqlValue, kind: ColumnKind, missing: readonly string[]): string | null {
  const text = plainValue(value, kind, missing);
  if (text === null) return null;
  return classes[text] ?? text.replace(/^([+-]?\d+)\.0$/, "$1");
}

/** All texts that {@link plainClass} takes for a class. */
export function textsOfClass(text: string): string[] {
  const same = Object.entries(classes).flatMap(([written, plain]) => (plain === text ? [written] : []));
  return [text, ...same, ...(/^[+-]?\d+$/.test(text) ? [`${text}.0`] : [])];
}

/**
 * A number as it is written, null where it is missing, NaN where it is none.
 *
 * @example
 * [plainNumber("0,75", ",", []), plainNumber("NaN", ".", [])] // => [0.75, NaN]
 */
export function plainNumber(value: SqlValue, decimal: "." | ",", missing: readonly string[]): number | null {
  if (value === null) return null;
  if (typeof value !== "string") return missing.includes(String(value)) ? null : Number(value) + 0;
  const text = value.replace(outerBlanks, "");
  if (text === "" || missing.includes(text)) return null;
  const plain = decimal === "," ? text.replace(",", ".") : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) + 0 : Number.NaN;
}
