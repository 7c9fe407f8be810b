import type { AhpReport } from "../contract/ahp-report.ts";
import { type Column, textTable } from "./text-table.ts";

/** The weights for a person: a table heaviest first, the criteria, and how far to trust them. */
export function ahpText(report: AhpReport): string {
  const { weights, criteria, sensitivity } = report;
  const ranks = new Map(sensitivity.ranks.map(({ id, shares }) => [id, shares[0]!]));
  const items = [...weights].sort((a, b) => b.weight - a.weight);
  const columns: Column<(typeof items)[number]>[] = [
    { title: "Item", text: ({ id }) => id },
    { title: "Weight", align: "right", text: ({ weight }) => weight.toFixed(4) },
  ];
  if (criteria.length === 0)
    columns.push({
      title: "First in",
      align: "right",
      text: ({ id }) => `${Math.round(100 * (ranks.get(id) ?? 0))} %`,
    });
  const parts = [textTable(columns, items)];
  if (criteria.length > 0) parts.push(textTable(criterionColumns, criteria));
  const { lambdaMax, consistencyIndex, consistencyRatio, randomIndex } = report;
  parts.push(
    `λ ${lambdaMax.toFixed(6)}, consistency index ${consistencyIndex.toFixed(4)}, ratio ${consistencyRatio.toFixed(4)} ` +
      `(random index ${randomIndex.value.toFixed(4)}, ${randomIndex.table})`,
  );
  if (criteria.length === 0)
    parts.push('"First in": how often the item comes first when every judgement may be off by about a quarter.');
  return parts.join("\n\n");
}

const criterionColumns: Column<AhpReport["criteria"][number]>[] = [
  { title: "Criterion", text: ({ id, under }) => `${"  ".repeat(under.length)}${id}` },
  { title: "Weight", align: "right", text: ({ globalWeight }) => globalWeight.toFixed(4) },
  { title: "Among its own", align: "right", text: ({ localWeight }) => localWeight.toFixed(4) },
  { title: "Consistency ratio", align: "right", text: ({ consistencyRatio }) => consistencyRatio.toFixed(4) },
];
