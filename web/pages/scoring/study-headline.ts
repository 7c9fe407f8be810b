import { formatNumber, formatPercent, plural } from "../../../src/chart/series/format-number.ts";
import type { AhpReport } from "../../../src/contract/ahp-report.ts";
import type { FmeaReport } from "../../../src/contract/fmea-report.ts";
import type { StudyReport } from "../../../src/contract/study-report.ts";
import type { WeighReport } from "../../../src/contract/weigh-report.ts";

/** What a study comes to in a sentence, or what it lacks. */
export function studyHeadline(answer: StudyReport): string {
  if (answer.report === null) return `Not computed yet: ${answer.reason ?? "it lacks something"}.`;
  switch (answer.kind) {
    case "ahp":
      return weightsHeadline(answer.report.weights, firstShare(answer.report));
    case "fmea":
      return modesHeadline(answer.report);
    case "weigh":
      return scenariosHeadline(answer.report);
    case "factors": {
      // "likelihood 3 of 5: why": the why is in the report.
      const [likelihood, impact] = [answer.report.likelihood, answer.report.impact].map(
        ({ sentence }) => sentence.split(":")[0]!,
      ) as [string, string];
      return `${likelihood.charAt(0).toUpperCase()}${likelihood.slice(1)}, ${impact}.`;
    }
  }
}

/** "Safety weighs most: 42 %, first in 98 % of judgements that are off by about a quarter." */
export function weightsHeadline(weights: AhpReport["weights"], firstIn: number | null): string {
  const [first, second] = [...weights].sort((a, b) => b.weight - a.weight);
  if (first === undefined) return "Nothing is weighed yet.";
  if (second !== undefined && second.weight > first.weight * (1 - 1e-9)) {
    const alike = weights.filter(({ weight }) => weight > first.weight * (1 - 1e-9));
    return alike.length === weights.length
      ? "All weigh alike."
      : `${alike.map(({ id }) => id).join(" and ")} weigh most: ${formatPercent(first.weight)} each.`;
  }
  const sure = firstIn === null ? "" : `; first in ${formatPercent(firstIn)} when judgements wobble`;
  return `${first.id} weighs most: ${formatPercent(first.weight)}${sure}.`;
}

/** "3 of 6 failure modes are of high priority; act first on leaks-account-data." */
export function modesHeadline({ modes, counts }: Pick<FmeaReport, "modes" | "counts">): string {
  const first = modes.find(({ rank }) => rank === 1);
  if (first === undefined) return "No failure mode is rated yet.";
  const urgent = counts.high > 0 ? "high" : counts.medium > 0 ? "medium" : null;
  const total = `${formatNumber(modes.length)} ${plural("failure mode", modes.length)}`;
  if (urgent === null) return `${total}, all of low priority.`;
  return `${formatNumber(counts[urgent])} of ${total} of ${urgent} priority; first ${first.id}.`;
}

function firstShare({ weights, sensitivity, criteria }: AhpReport): number | null {
  if (criteria.length > 0) return null;
  const first = [...weights].sort((a, b) => b.weight - a.weight)[0];
  return sensitivity.ranks.find(({ id }) => id === first?.id)?.shares[0] ?? null;
}

/** "Dialects are removed scores highest: 0.44, first in 72 %; 6 to be tested." */
export function scenariosHeadline(
  { scenarios, gate }: Pick<WeighReport, "scenarios" | "gate">,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const first = scenarios.find(({ rank }) => rank === 1);
  if (first === undefined || first.score === null) return "No scenario is rated on every dimension that counts.";
  const sure = first.ranks?.[0] === undefined ? "" : `, first in ${formatPercent(first.ranks[0])}`;
  const open = gate === null ? "" : gate.open.length > 0 ? `; ${gate.open.length} to be tested` : "; all tested";
  const name = names.get(first.id);
  return `${name === undefined ? first.id : `“${name}”`} scores highest: ${formatNumber(first.score, 2)}${sure}${open}.`;
}
