import type { AuditMapping } from "../../contract/audit-mapping.ts";
import { Failure } from "../../contract/failure.ts";

/**
 * Refuses a mapping in which one column is a group and something else as well: it would be compared with itself.
 *
 * @throws Failure naming the column and both of its parts
 */
export function checkMapping(mapping: AuditMapping): void {
  const { protected: groups = [], control = [], label, decision, score, weight, time, model } = mapping;
  const parts: (readonly [column: string | undefined, part: string])[] = [
    ...groups.map((column) => [column, "protected"] as const),
    ...control.map((column) => [column, "control"] as const),
    [label, "label"],
    [decision, "decision"],
    [score, "score"],
    [weight, "weight"],
    [time?.column, "time"],
    [model, "model"],
  ];
  for (const [k, [column, part]] of parts.entries()) {
    if (column === undefined || k >= groups.length + control.length) continue;
    const other = parts.slice(k + 1).find(([named]) => named === column);
    if (other)
      throw new Failure(
        "invalid-input",
        `column ${JSON.stringify(column)} named twice: as ${part} and as ${other[1]}`,
        "give each column one part",
      );
  }
}
