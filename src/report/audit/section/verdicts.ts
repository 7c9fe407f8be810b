import { formatGapBeside } from "../../../chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { disparityName } from "../../../chart/series/fairness/metric-words.ts";
import { formatDate } from "../../../chart/series/format-date.ts";
import { formatCount, formatNumber } from "../../../chart/series/format-number.ts";
import { type Block, type Cell, figures, plainTable, type Section } from "../document/block.ts";
import { gapIntervalText, levelText, withoutValue } from "../document/figure-words.ts";
import type { SharedAudit, SharedVerdict } from "../shared-audit.ts";

type Limit = SharedAudit["limits"][number];

/** Each disparity against its written limit, and who wrote that limit, when and why. */
export function verdictSection(report: SharedAudit): Section {
  const { verdicts, limits, settings } = report;
  const about = { id: "verdicts", measure: "A verdict says where a figure lies against a written limit, no more" };
  if (limits.length === 0)
    return {
      ...about,
      title: "No limit was written",
      blocks: [
        {
          kind: "text",
          text: "Without a limit there is no verdict. A limit has a purpose, a rationale, an approver and a date, and is best written before the decisions are looked at.",
        },
      ],
    };
  const table = plainTable(
    "Disparities against their limits",
    ["Verdict", "Disparity", figures("Estimate"), figures("Limit")],
    verdicts.map(verdictRow),
    "Outside and within mean that the whole interval is; everything else is not enough evidence. A group of which nothing is known keeps a disparity from being within.",
  );
  return {
    ...about,
    title: titleOf(verdicts),
    blocks: [
      ...(verdicts.length > 0 ? [table] : []),
      ...limits.flatMap((limit) => limitBlocks(limit, verdicts, settings.dataSeenOn)),
    ],
  };
}

function titleOf(verdicts: readonly SharedVerdict[]): string {
  const count = (word: SharedVerdict["verdict"]) => verdicts.filter(({ verdict }) => verdict === word).length;
  const parts = [
    [count("outside"), "outside"],
    [count("not-enough-evidence"), "undecided"],
    [count("within"), "within"],
  ] as const;
  const said = parts.flatMap(([n, word], k) =>
    n > 0
      ? [`${formatCount(n, parts.slice(0, k).every(([before]) => before === 0) ? "start" : "within")} ${word}`]
      : [],
  );
  return said.join(", ") || "No comparison could be made";
}

function verdictRow({ verdict, name, attributes, figure, limit, requiredN, unknownGroups }: SharedVerdict): Cell[] {
  const needed = requiredN === null ? "" : `${formatNumber(Math.ceil(requiredN))} rows a group would decide`;
  const unknown = unknownGroups.map(({ group, reason }) => `${groupLabel(group)}: ${withoutValue(reason)}`).join("; ");
  const small = [needed, unknown && `nothing known of ${unknown}`].filter(Boolean).join("; ");
  return [
    { text: verdict.replaceAll("-", " "), verdict },
    { text: `${disparityName(name)}, by ${attributes.join(" and ")}`, ...(small && { small }) },
    figure.estimate === null
      ? { text: withoutValue(figure.reason) }
      : {
          text: formatGapBeside(figure.estimate, limit.bound),
          small: `${gapIntervalText(figure)}, ${levelText(figure.level)}`,
        },
    { text: boundText(limit) },
  ];
}

/** A ratio is to stay above its limit, a difference below. */
function boundText({ disparity, bound }: Limit): string {
  return `${disparity.endsWith("Ratio") ? "above" : "below"} ${bound}`;
}

function limitBlocks(limit: Limit, verdicts: readonly SharedVerdict[], seenOn: string | null): Block[] {
  const own = verdicts.filter((each) => isSameLimit(each.limit, limit));
  const of = limit.attributes ? `, by ${limit.attributes.join(" and ")}` : ", by every choice of attributes";
  return [
    { kind: "heading", text: `${disparityName(limit.disparity)} ${boundText(limit)}${of}` },
    {
      kind: "terms",
      terms: [
        { term: "Purpose", text: limit.purpose },
        { term: "Rationale", text: limit.rationale },
        { term: "Approved", text: `by ${limit.approvedBy} on ${formatDate(limit.approvedOn)}` },
        {
          term: "Set",
          text: own[0] ? timingText(own[0].limitSet, seenOn) : "no comparison of this audit is held to it",
        },
      ],
    },
  ];
}

function timingText(set: SharedVerdict["limitSet"], seenOn: string | null): string {
  const seen = seenOn === null ? "" : ` (${formatDate(seenOn)})`;
  if (set === "before-the-data") return `before the decisions were first looked at${seen}`;
  if (set === "after-the-data")
    return `after the decisions could be seen${seen}: whoever set it could know on which side they lie`;
  return "unknown whether before or after the decisions were seen: no day is recorded on which they were first looked at";
}

function isSameLimit(a: Limit, b: Limit): boolean {
  const key = ({ disparity, attributes, bound, approvedBy, approvedOn, purpose, rationale }: Limit) =>
    JSON.stringify([disparity, attributes ?? null, bound, approvedBy, approvedOn, purpose, rationale]);
  return key(a) === key(b);
}
