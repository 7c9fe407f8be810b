import { groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { type Block, figures, plainTable, type Section } from "../document/block.ts";
import { countText, decimal } from "../document/figure-words.ts";
import type { SharedAudit } from "../shared-audit.ts";

type Controlled = SharedAudit["controlled"][number];

/** What is left of a gap among rows that agree in the control features; an alarm where it turns round. */
export function amongLikes({ controlled, conditional, mapping, suppressed }: SharedAudit): Section | null {
  if (controlled.length === 0 && conditional.length === 0) return null;
  const held = (mapping.control ?? []).join(" and ");
  const turned = controlled.filter(({ pattern }) => pattern === "reverses");
  const alarms = turned.map(
    (each): Block => ({
      kind: "notice",
      title: `${groupLabel(each.group)}: the gap turns round`,
      text: `${gapWords(each)} Among rows with the same ${held} it has the other sign (Simpson’s paradox): either figure alone would mislead.`,
    }),
  );
  const table = plainTable(
    `Selection rate against the reference group, in all and within ${held}`,
    ["Group", figures("In all, points"), figures("Within, points"), "What becomes of the gap"],
    controlled.map(({ group, crude, within, pattern }) => [
      groupLabel(group),
      points(crude),
      points(within),
      patterns[pattern],
    ]),
    "Within is Mantel and Haenszel’s weighted mean of the differences at each level.",
  );
  const levels = controlled.filter(({ strata }) => strata.length > 0);
  return {
    id: "among-likes",
    title: turned.length > 0 ? "Among likes the gap turns round" : "Among likes",
    measure: `Difference of selection rates from the reference group, ${held} held fixed`,
    blocks: [
      ...alarms,
      ...(controlled.length > 0 ? [table] : []),
      ...(conditional.length > 0 ? [conditionalTable(conditional, held)] : []),
      ...(levels.length > 0
        ? [
            {
              kind: "details",
              summary: `The difference at each level of ${held}`,
              blocks: [
                {
                  kind: "table",
                  caption: `Differences by ${held}`,
                  columns: [
                    { title: held, align: "left" },
                    figures("Rows of both groups"),
                    figures("Difference, points"),
                  ],
                  parts: levels.map(({ group, strata }) => ({
                    title: groupLabel(group),
                    rows: strata.map(({ level, n, difference }) => [
                      { text: Object.values(level).join(", ") },
                      { text: countText(n) },
                      { text: points(difference) },
                    ]),
                  })),
                  ...(suppressed && { note: "Small levels are hidden; differences are rounded to a point." }),
                },
              ],
            } as const,
          ]
        : []),
    ],
  };
}

function conditionalTable(conditional: SharedAudit["conditional"], held: string): Block {
  return plainTable(
    `Demographic disparity, in all and within ${held}`,
    ["Group", figures("In all"), figures("Within")],
    conditional.map(({ group, plain, conditional: within }) => [groupLabel(group), share(plain), share(within)]),
    "A group’s share of those who were not selected less its share of those who were; above 0 it is rejected more than its part. Within is the mean over the levels, by their rows.",
  );
}

function share(value: number | null): string {
  return value === null ? "" : decimal(value);
}

const patterns: Readonly<Record<Controlled["pattern"], string>> = {
  reverses: "turns round",
  vanishes: "vanishes",
  holds: "holds",
  unknown: "not known",
};

function gapWords({ crude, within }: Controlled): string {
  if (crude === null || within === null) return "";
  return `In all the difference is ${points(crude)} points, among likes ${points(within)}.`;
}

function points(share: number | null): string {
  return share === null ? "hidden" : decimal(100 * share, 1);
}
