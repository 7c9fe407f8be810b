import type { AhpReport } from "../ahp-report.ts";

/** What a reader of the weights is to know before using them. */
export function ahpWarnings(report: Omit<AhpReport, "warnings">): AhpReport["warnings"] {
  const { criteria, missing, rankReversal, agreement, people } = report;
  const levels = [{ ...report, id: null }, ...criteria];
  const inconsistent = levels
    .filter(({ consistencyRatio, consistencyLimit }) => consistencyRatio >= consistencyLimit)
    .map(({ id, consistencyRatio, consistencyLimit, worstTriad }) => {
      const where = id === null ? "" : ` under ${id}`;
      const mend = worstTriad
        ? `; ${worstTriad.items.join(", ")} contradict one another most: ${worstTriad.mend.left} to ${worstTriad.mend.right} ` +
          `is ${short(worstTriad.mend.from)}, the others imply ${short(worstTriad.mend.to)}`
        : "";
      return {
        code: "inconsistent",
        message: `judgements${where} have a consistency ratio of ${consistencyRatio.toFixed(3)}, not below ${consistencyLimit}${mend}`,
      };
    });
  const warnings = [...inconsistent];
  const pairs = missing === 1 ? "1 pair was" : `${missing} pairs were`;
  if (missing > 0)
    warnings.push({ code: "incomplete", message: `${pairs} not compared; their ratios follow from the others` });
  if (rankReversal?.orders === "differ")
    warnings.push({
      code: "rank-reversal",
      message: `the order depends on how weights are added up: ${rankReversal.distributive.join(", ")} distributive, ${rankReversal.ideal.join(", ")} ideal`,
    });
  if (agreement !== null && agreement.kendallW < 0.5)
    warnings.push({
      code: "little-agreement",
      message: `the ${people.length} people order the items differently (Kendall's W ${agreement.kendallW.toFixed(2)}); ask why before averaging`,
    });
  return warnings;
}

function short(ratio: number): string {
  return ratio >= 1 ? String(Number(ratio.toPrecision(3))) : `1/${Number((1 / ratio).toPrecision(3))}`;
}
