/** What a number in a field is of: decides how it is written back and what a percent sign means. */
export type NumberKind = "money" | "events" | "probability" | "number";

const multiples: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };

/**
 * A number as people type it: "20000", "20,000", "20k", "1.5m", "30 %", "1 in 20". Null where it is none, or where it
 * could mean two things, such as "1,5".
 */
export function parseNumber(typed: string): number | null {
  const text = typed
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/^[€$£¥]\s*/, "")
    .replace(/[−–]/g, "-");
  const odds = /^(\d+(?:\.\d+)?)\s+in\s+(\d+(?:[,\d]*)(?:\.\d+)?)$/i.exec(text);
  if (odds) {
    const [count, of] = [plain(odds[1]!), plain(odds[2]!)];
    return count === null || of === null || of === 0 ? null : count / of;
  }
  const found = /^(-?[\d.,' ]*\d(?:\.\d*)?(?:e[+-]?\d+)?)\s*(%|[a-z]{1,2})?$/i.exec(text);
  if (!found) return null;
  const value = plain(found[1]!);
  const unit = found[2]?.toLowerCase();
  if (value === null) return null;
  if (unit === undefined) return value;
  // 15 digits: 0.07 × 100 is 7, not 7.000000000000001.
  if (unit === "%") return Number((value / 100).toPrecision(15));
  const multiple = multiples[unit];
  return multiple === undefined ? null : Number((value * multiple).toPrecision(15));
}

/** Digits with groups of three or without; a lone comma that parts no group of three is refused, not guessed. */
function plain(digits: string): number | null {
  const isGrouped = /^-?\d{1,3}([, ']\d{3})+(\.\d*)?$/.test(digits);
  const isPlain = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits);
  if (!isGrouped && !isPlain) return null;
  const value = Number(digits.replace(/[, ']/g, ""));
  return Number.isFinite(value) ? value : null;
}

/** A number as a field shows it, so that reading it back gives the same number. */
export function numberText(value: number, kind: NumberKind): string {
  const text = kind === "probability" ? `${Number((value * 100).toPrecision(15))} %` : grouped(value);
  return parseNumber(text) === value ? text : String(value);
}

function grouped(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
