import { formatNumber } from "../../chart/series/format-number.ts";
import type { FigureExplanation } from "../../contract/explanation/explain-figure.ts";
import { oneLine } from "../one-line.ts";

/** A figure opened to its formula and its counts, for a person. */
export function explanationText(explanation: FigureExplanation): string {
  return lines(explanation, "").join("\n");
}

function lines(figure: FigureExplanation, indent: string): string[] {
  const { definition, formula, calculation, reason, counts, interval, test, page, parts } = figure;
  const within = `${indent}  `;
  return [
    `${indent}${titleOf(figure)}: ${definition}`,
    ...(formula === "" ? [] : [`${within}${formula}`]),
    calculation === null
      ? `${within}not defined: ${(reason ?? "not in the counts").replaceAll("-", " ")}`
      : `${within}= ${calculation}`,
    ...(counts.length === 0
      ? []
      : [`${within}counts: ${counts.map(({ name, value }) => `${name} ${formatNumber(value)}`).join(", ")}`]),
    ...(interval === null ? [] : [`${within}${interval}`]),
    ...(test === null ? [] : [`${within}test: ${test}`]),
    ...parts.flatMap((part) => lines(part, within)),
    ...(indent === "" ? [`${within}method: ${page}`] : []),
  ];
}

function titleOf({ name, group, attributes }: FigureExplanation): string {
  if (group === null) return `${name} by ${attributes.join(" × ")}`;
  const values = Object.entries(group).map(([attribute, value]) => `${attribute} ${oneLine(value)}`);
  return `${name} of ${values.join(", ") || "all"}`;
}
