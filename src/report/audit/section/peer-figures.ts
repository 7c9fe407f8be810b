import { groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { formatNumber } from "../../../chart/series/format-number.ts";
import { type Block, figures, plainTable, type Section } from "../document/block.ts";
import { decimal } from "../document/figure-words.ts";
import type { SharedAudit } from "../shared-audit.ts";

type Answer = NonNullable<SharedAudit["compatibility"]>["answers"][number];
type PeerValue = Answer["overall"][string];

const names = { fairlearn: "Fairlearn", aif360: "AIF360", aequitas: "Aequitas" } as const;
const mostGroups = 20;

/** What another program would say under its own names, where that was asked: no intervals, no tests, no verdicts. */
export function peerFigures({ compatibility }: SharedAudit): Section | null {
  if (compatibility === null) return null;
  const tool = names[compatibility.tool];
  return {
    id: "peer",
    title: `By the conventions of ${tool}`,
    measure:
      "Another program’s names and rules for zero denominators and missing values: no intervals, no tests, no verdicts",
    blocks: compatibility.answers.flatMap((answer) => answerBlocks(answer, tool)),
  };
}

function answerBlocks({ attributes, control, overall, byGroup, aggregates, notes }: Answer, tool: string): Block[] {
  const level = Object.values(control).join(", ");
  const about = `By ${attributes.join(" and ")}${level ? `, ${level}` : ""}`;
  const metrics = Object.keys(byGroup[0]?.metrics ?? overall);
  const shown = byGroup.slice(0, mostGroups);
  const left = byGroup.length - shown.length;
  return [
    ...(Object.keys(aggregates).length > 0
      ? [
          plainTable(
            `${about}: ${tool}’s figures`,
            ["Name", figures("Value")],
            Object.entries(aggregates).map(([name, value]) => [name, peerText(value)]),
          ),
        ]
      : []),
    {
      kind: "details",
      summary: `${about}: ${tool}’s figures of each group`,
      blocks: [
        {
          kind: "table",
          caption: `${about}, group by group`,
          columns: [{ title: "Name", align: "left" }, figures("Value")],
          parts: shown.map(({ group, metrics: own }) => ({
            title: groupLabel(group),
            rows: metrics.map((name) => [{ text: name }, { text: peerText(own[name] ?? null) }]),
          })),
          ...(left > 0 && { note: `${formatNumber(left)} more groups are in the data files of this audit.` }),
        },
      ],
    },
    ...(notes.length > 0 ? [{ kind: "list", items: notes } as const] : []),
  ];
}

function peerText(value: PeerValue): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? formatNumber(value) : decimal(value, 4);
}
