import { attributesTitle, groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { disparityName, intervalWords } from "../../../chart/series/fairness/metric-words.ts";
import { type Block, type Cell, figures, plainTable, type Section, type TableBlock } from "../document/block.ts";
import { decimal, gapIntervalText, gapText, pText, withoutValue } from "../document/figure-words.ts";
import type { SharedAudit, SharedDisparity } from "../shared-audit.ts";

/** How far groups lie apart: each disparity with its interval, its test, and what of it chance would make. */
export function disparitySection(report: SharedAudit): Section {
  const { disparities } = report;
  const tables = choicesOf(disparities).map(([key, own]) => disparityTable(key, own));
  const chart: Block = {
    kind: "chart",
    subject: { of: "disparities" },
    label: "Each disparity with its interval, and its limit where it has one; the tables below say the same.",
  };
  return {
    id: "disparities",
    title: "How far groups lie apart",
    measure: "Differences and ratios between groups; no gap is a difference of 0, a ratio of 1",
    blocks: [
      ...(disparities.some(({ estimate }) => estimate !== null) ? [chart] : []),
      ...tables,
      {
        kind: "small",
        text:
          "The interval is for the true gap between all groups and holds for the widest pair. The adjusted p-value counts all tests of " +
          "this audit; a gap whose p-value is not small may be chance, and is not shown to be none. Without chance is the spread between " +
          "the groups’ rates that is left when what their sizes alone would make is taken off.",
      },
    ],
  };
}

function choicesOf(disparities: readonly SharedDisparity[]): [string, SharedDisparity[]][] {
  const found = new Map<string, SharedDisparity[]>();
  for (const each of disparities) {
    const key = attributesTitle(each.attributes);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found];
}

export function disparityTable(title: string, disparities: readonly SharedDisparity[]): TableBlock {
  const told = disparities.filter((each) => !isNowhere(each));
  return plainTable(
    `${title}: disparities`,
    [
      "Disparity",
      figures("Estimate"),
      figures("Interval"),
      figures("p"),
      figures("p adjusted"),
      figures("Without chance"),
    ],
    told.map((each): Cell[] => [
      withSmall(disparityName(each.name), endsText(each)),
      { text: each.estimate === null ? withoutValue(each.reason) : gapText(each.estimate) },
      { text: each.estimate === null ? "" : gapIntervalText(each) },
      { text: pText(each.pValue) },
      { text: pText(each.adjustedPValue) },
      { text: each.debiased === null ? "" : decimal(each.debiased) },
    ]),
    leftOutText(disparities.filter(isNowhere)),
  );
}

/** Whether no group has a value, because nothing of the kind was asked. */
function isNowhere({ estimate, reason = "", groups }: SharedDisparity): boolean {
  return estimate === null && reason.startsWith("no-") && groups.every(({ excluded }) => excluded !== undefined);
}

/** "Not computed, since no label is known: equal opportunity, difference; …". */
function leftOutText(disparities: readonly SharedDisparity[]): string | undefined {
  const reasons = new Map<string, string[]>();
  for (const { name, reason = "" } of disparities) {
    reasons.set(reason, [
      ...(reasons.get(reason) ?? []),
      disparityName(name).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase()),
    ]);
  }
  if (reasons.size === 0) return undefined;
  return [...reasons]
    .map(([reason, names]) => `Not computed, since ${withoutValue(reason)}: ${names.join("; ")}.`)
    .join(" ");
}

/** "lowest women, highest men; interval Newcombe, test Fisher; left out: not stated (fewer rows than asked for)". */
function endsText(each: SharedDisparity): string {
  const { groups } = each;
  const ends = ["lowest", "highest", "furthest", "reference"] as const;
  const said = ends.flatMap((part) => {
    const found = groups.find((group) => group.part === part);
    return found ? [`${part} ${groupLabel(found.group)}`] : [];
  });
  const out = groups.flatMap(({ group, excluded }) =>
    excluded ? [`${groupLabel(group)} (${withoutValue(excluded)})`] : [],
  );
  const left = out.slice(0, 4).join(", ") + (out.length > 4 ? ` and ${out.length - 4} more` : "");
  return [said.join(", "), methodOf(each), left && `left out: ${left}`].filter(Boolean).join("; ");
}

function methodOf(each: SharedDisparity): string {
  if (each.estimate === null) return "";
  const test = each.test === null ? "" : `test ${each.test.replaceAll("-", " ")}`;
  const interval = each.method === "none" ? "" : `interval ${intervalWords(each.method)}`;
  return [interval, test].filter(Boolean).join(", ");
}

function withSmall(text: string, small: string): Cell {
  return { text, ...(small !== "" && { small }) };
}
