import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import type { FactorPlace } from "./factor-tree.ts";
import { calledOf } from "./factors-draft.ts";

/** What stands in the way of saving factors, of the first that lacks something; null where nothing does. */
export function missingWords(missing: readonly string[], places: readonly FactorPlace[]): string | null {
  const first = missing[0];
  if (first === undefined) return null;
  const [key, field] = first.split(".");
  const found = places.find(({ factor }) => factor.key === Number(key))?.factor;
  const called = (found && calledOf(found)) || "a factor";
  if (field === "parts") return `“${called}” has no parts; add one, or read it from something else`;
  if (field === "name") return "a factor has no name";
  if (field === "anchors") return `“${called}” has no anchors; declare at least two`;
  const more = missing.length - 1;
  const others = more === 0 ? "" : `, and ${formatNumber(more)} other ${plural("field", more)} to be filled in`;
  return `“${called}” has no ${field === "anchor" ? "number at an anchor" : "reading"}${others}`;
}
