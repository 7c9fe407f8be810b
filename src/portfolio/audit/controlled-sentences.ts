import type { AuditReport } from "../../contract/audit-report.ts";
import { peopleWords } from "../../contract/people-words.ts";

/** More levels of the control features than this are not told one by one. */
const mostLevels = 12;

/**
 * A sentence for each gap that turns round, or all but vanishes, among those alike in the control features (Simpson's
 * paradox), with the gap in each level. A gap that holds needs no word beside its figure.
 */
export function controlledSentences(controlled: AuditReport["controlled"]): string[] {
  return controlled.flatMap(({ group, reference, crude, within, pattern, strata }) => {
    if ((pattern !== "reverses" && pattern !== "vanishes") || crude === null || within === null) return [];
    const names = Object.keys(strata[0]?.level ?? {}).join(" and ");
    const levels = strata
      .slice(0, mostLevels)
      .map(({ level, difference }) => `${Object.values(level).join(" ")} ${signed(difference)}`)
      .join(", ");
    const more = strata.length > mostLevels ? ` and ${strata.length - mostLevels} more` : "";
    const ending = pattern === "reverses" ? "the gap changes its sign (Simpson's paradox)" : "all but nothing is left";
    return [
      `In all, of 100 ${peopleWords(group)} ${lessOrMore(crude)} were selected than of 100 ${peopleWords(reference)}; among those with ` +
        `the same ${names} ${lessOrMore(within)}: ${ending}. By ${names}, in points: ${levels}${more}.`,
    ];
  });
}

function lessOrMore(difference: number): string {
  return `${Math.abs(100 * difference).toFixed(1)} ${difference < 0 ? "fewer" : "more"}`;
}

function signed(difference: number): string {
  const points = (100 * difference).toFixed(1);
  return difference < 0 ? points.replace("-", "−") : `+${points}`;
}
