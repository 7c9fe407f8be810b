import type { Overview } from "../../contract/heat-map.ts";
import { formatCount, formatNumber, plural } from "./format-number.ts";

/** What the whole register says, in a sentence. */
export function registerFinding({
  risks,
  rated,
  overAppetite,
}: Pick<Overview, "risks" | "rated" | "overAppetite">): string {
  if (risks === 0) return "No risk is written down yet";
  if (rated === 0) return `${formatCount(risks, "start")} ${plural("risk", risks)}, none of them rated`;
  const { now } = overAppetite;
  const of = `of ${formatNumber(rated)} rated ${plural("risk", rated)}`;
  if (now === 0) return `None ${of} rides over its line`;
  return `${formatCount(now, "start")} ${of} ${now === 1 ? "rides" : "ride"} over ${now === 1 ? "its" : "their"} line`;
}

/** How much of it is shown, and in which order. */
export function registerMeasure({ shown, all, order }: { shown: number; all: number; order: string }): string {
  const some =
    shown === all
      ? `${formatNumber(all)} ${plural("risk", all)}`
      : `${formatNumber(shown)} of ${formatNumber(all)} risks match`;
  return `${some}, by ${order.charAt(0).toLowerCase()}${order.slice(1)}`;
}
