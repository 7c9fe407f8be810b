import { ofHundred } from "../../../chart/series/fairness/format-rate.ts";
import { formatMoney } from "../../../chart/series/format-money.ts";
import { formatCount, formatNumber, plural } from "../../../chart/series/format-number.ts";
import { peopleWords } from "../../../contract/people-words.ts";
import type { AboutReport } from "../document/about-report.ts";
import type { Block, Section } from "../document/block.ts";
import { countText } from "../document/figure-words.ts";
import type { SharedAudit, SharedDisparity } from "../shared-audit.ts";

/** What a reader takes along who reads no further. */
export function inShort(report: SharedAudit, { risk }: AboutReport): Section {
  const blocks: Block[] = [
    { kind: "list", items: report.sentences },
    { kind: "text", text: verdictSentence(report) },
    ...(risk ? [{ kind: "text", text: riskSentence(risk) } as const] : []),
  ];
  return { id: "in-short", title: "In short", measure: decisionsText(report), blocks };
}

/** The finding that heads the report: two people counts out of 100, where a gap is certain enough to be said. */
export function headline(report: SharedAudit): string | null {
  const gaps = report.disparities.flatMap((each) => {
    const { name, attributes, estimate, adjustedPValue, reason } = each;
    const isSaid = name === "demographicParityDifference" && attributes.length === 1 && estimate !== null;
    return isSaid && reason === undefined && adjustedPValue !== null && adjustedPValue < 0.05 ? [each] : [];
  });
  const [widest] = gaps.sort((a, b) => Math.abs(b.estimate ?? 0) - Math.abs(a.estimate ?? 0));
  if (!widest) return null;
  const ends = endsOf(widest, report);
  if (ends === null) return null;
  const [one, other] = ends;
  const counts = [one, other].map(({ rate }) => ofHundred(rate));
  if (counts[0] === counts[1]) return null;
  const isTurned = report.controlled.some(
    ({ group, pattern }) => pattern === "reverses" && widest.attributes.every((name) => group[name] !== undefined),
  );
  // Where the parts say the opposite, the whole is not the finding.
  const parts = isTurned ? `; within ${(report.mapping.control ?? []).join(" and ")} the gap turns round` : "";
  return `Of 100 ${one.people} ${counts[0]} were selected, of 100 ${other.people} ${counts[1]}${parts}`;
}

interface End {
  readonly people: string;
  readonly rate: number;
}

function endsOf({ comparison, groups }: SharedDisparity, { overall }: SharedAudit): [End, End] | null {
  const end = (part: string): End | null => {
    const found = groups.find((group) => group.part === part);
    const rate = found?.estimates.selectionRate;
    return found && typeof rate === "number" ? { people: peopleWords(found.group), rate } : null;
  };
  const all = overall.selectionRate?.estimate;
  const [one, other] = {
    "between-groups": [end("lowest"), end("highest")] as const,
    "to-reference": [end("furthest"), end("reference")] as const,
    "to-overall": [end("furthest"), typeof all === "number" ? { people: "of all", rate: all } : null] as const,
  }[comparison];
  return one && other ? [one, other] : null;
}

function verdictSentence({ verdicts, limits }: SharedAudit): string {
  if (limits.length === 0) return "No limit was written down for these decisions, so there is no verdict.";
  const count = (word: string) => verdicts.filter(({ verdict }) => verdict === word).length;
  const said = [
    [count("outside"), "outside"],
    [count("within"), "within"],
    [count("not-enough-evidence"), "without enough evidence to say"],
  ] as const;
  const parts = said.flatMap(([n, words]) => (n > 0 ? [`${formatCount(n)} ${words}`] : []));
  return (
    `Against ${formatCount(limits.length)} written ${plural("limit", limits.length)}, ` +
    `${formatCount(verdicts.length)} ${plural("comparison", verdicts.length)}: ${parts.join(", ") || "none that could be made"}. ` +
    "A verdict says where a figure lies against a written limit, no more."
  );
}

/** The risk that an audit bears on, and what it may cost. */
export function riskSentence({ event, expectedAnnualLoss, currency }: NonNullable<AboutReport["risk"]>): string {
  const loss =
    expectedAnnualLoss === null
      ? "no loss has been estimated for it"
      : `its expected annual loss is ${formatMoney(expectedAnnualLoss, currency)}`;
  return `The risk it bears on: ${event}; ${loss}.`;
}

function decisionsText({ rows, mapping, source }: SharedAudit): string {
  const by = (mapping.protected ?? []).join(", ");
  return `${rows === null ? countText(rows) : formatNumber(rows)} decisions in ${source.name}, by ${by}`;
}

/** With a capital and a full stop. */
export function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
