import { formatGapBeside } from "../../../chart/series/fairness/format-rate.ts";
import { disparityName } from "../../../chart/series/fairness/metric-words.ts";
import { formatDate } from "../../../chart/series/format-date.ts";
import { gapIntervalText, levelText, valueText, withoutValue } from "../document/figure-words.ts";
import type { SharedAudit, SharedDisparity, SharedVerdict } from "../shared-audit.ts";
import { sliceOf } from "./card-metrics.ts";

/** "Demographic parity, ratio, by sex: outside the limit 0.8 (0.56, 90 % interval 0.49–0.64), mara on 2 Mar 2026". */
export function verdictText({ name, attributes, verdict, limit, figure }: SharedVerdict): string {
  const estimate =
    figure.estimate === null
      ? withoutValue(figure.reason)
      : `${formatGapBeside(figure.estimate, limit.bound)}, ${levelText(figure.level)} interval ${gapIntervalText(figure)}`;
  return `${disparityName(name)}, by ${attributes.join(" and ")}: ${said[verdict]} the limit ${limit.bound} (${estimate}), set by ${limit.approvedBy} on ${formatDate(limit.approvedOn)}`;
}

const said: Readonly<Record<SharedVerdict["verdict"], string>> = {
  within: "within",
  outside: "outside",
  "not-enough-evidence": "not enough evidence to say on which side of",
};

/** Who is less often selected than whom, for each protected attribute: what a card calls a fairness assessment. */
export interface GroupAtRisk {
  readonly group: string;
  readonly benefits: string;
  readonly harms: string;
}

/** The group least often selected by each attribute, and what that means for it; none where the gap is hidden. */
export function groupsAtRisk(report: SharedAudit): GroupAtRisk[] {
  return report.disparities.flatMap((each) => {
    const isGap = each.name === "demographicParityDifference" && each.attributes.length === 1;
    const ends = isGap && each.estimate !== null ? endsOf(each, report) : null;
    if (ends === null) return [];
    const [least, most] = ends;
    const { decision, favourableDecision, threshold, score } = report.mapping;
    const favourable =
      decision === undefined ? `${score} of at least ${threshold}` : `${decision} = ${favourableDecision ?? "1"}`;
    return [
      {
        group: least.name,
        benefits: `the favourable decision (${favourable})`,
        harms: `selected less often: ${rate(least.rate)} against ${rate(most.rate)} of ${most.name}; difference ${intervalOf(each)}`,
      },
    ];
  });
}

interface End {
  readonly name: string;
  readonly rate: number;
}

function endsOf({ groups }: SharedDisparity, { overall }: SharedAudit): [End, End] | null {
  const ends = groups.flatMap(({ group, part, estimates }): End[] => {
    const own = estimates.selectionRate;
    return part !== undefined && typeof own === "number" ? [{ name: sliceOf(group), rate: own }] : [];
  });
  const all = overall.selectionRate?.estimate;
  // Against all together there is one end among the groups.
  if (ends.length === 1 && typeof all === "number") ends.push({ name: "all together", rate: all });
  const [one, other] = ends.sort((a, b) => a.rate - b.rate);
  return one && other && one.name !== "all together" ? [one, other] : null;
}

function rate(share: number): string {
  return valueText("selectionRate", { estimate: share, low: null, high: null, level: 0, n: null, method: "none" });
}

function intervalOf(each: SharedDisparity): string {
  if (each.estimate === null) return "";
  return `${formatGapBeside(each.estimate, 0)}, ${levelText(each.level)} interval ${gapIntervalText(each)}`;
}
