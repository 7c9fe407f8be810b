import type { AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";
import { figureText } from "./figure-text.ts";

const tools = { fairlearn: "Fairlearn", aif360: "AIF360", aequitas: "Aequitas" } as const;

/** Another program's figures of the whole; those of groups are in --json. */
export function peerText({ tool, answers }: NonNullable<AuditReport["compatibility"]>): string {
  const tables = answers.map(({ attributes, control, aggregates, notes }) => {
    const level = Object.entries(control).map(([name, value]) => `, ${name} ${oneLine(value)}`);
    const columns: Column<[string, (typeof aggregates)[string]]>[] = [
      { title: `${attributes.join(" × ")}${level.join("")}`, text: ([name]) => name },
      {
        title: "",
        align: "right",
        text: ([, value]) => (typeof value === "number" ? figureText(value) : String(value ?? "nan")),
      },
    ];
    return [textTable(columns, Object.entries(aggregates)), ...notes].join("\n");
  });
  return `By the names and conventions of ${tools[tool]}; its words, not ours, and groups in --json\n\n${tables.join("\n\n")}`;
}
