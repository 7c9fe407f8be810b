import type { HeatMap } from "../../contract/heat-map.ts";
import { formatNumber, plural } from "./format-number.ts";
import type { MapCell } from "./likelihood-impact-layout.ts";
import { isOverLine, markKind } from "./mark-kind.ts";

/** What is heard of a cell: "Likely, 4 of 5, by severe, 5 of 5: 2 risks, 2 over the line. Biased declines, Shortlist gap." */
export function cellWords(cell: MapCell, map: Pick<HeatMap, "by" | "scale" | "marks">): string {
  const { likelihood, impact, risks } = cell;
  const place =
    `${capital(map.scale.likelihood[likelihood - 1]!.name)}, ${likelihood} of ${map.scale.likelihood.length}, ` +
    `by ${map.scale.impact[impact - 1]!.name}, ${impact} of ${map.scale.impact.length}`;
  if (risks.length === 0) return `${place}: no risk`;
  const figures = new Map(map.marks.map((mark) => [mark.id, mark]));
  const listed = risks.flatMap((id) => figures.get(id) ?? []);
  const kinds = listed.map((mark) => markKind(mark, map.by));
  const over = kinds.filter(isOverLine).length;
  const standing =
    over > 0
      ? `${formatNumber(over)} over the line`
      : kinds.length > 0 && kinds.every((kind) => kind === "unlined")
        ? "no line drawn"
        : "none over the line";
  const names = listed.slice(0, 5).map(({ name }) => name);
  const rest = risks.length - names.length;
  return (
    `${place}: ${formatNumber(risks.length)} ${plural("risk", risks.length)}, ${standing}. ` +
    `${names.join(", ")}${rest > 0 ? ` and ${formatNumber(rest)} more` : ""}.`
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
