import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { VersionDraft } from "./weigh-draft.ts";
import { type DimensionDraft, labelOf } from "./weigh-draft.ts";

interface ReadWeights {
  /** In the order of the dimensions; null while they cannot be used. */
  readonly weights: readonly number[] | null;
  readonly sum: number;
  /** What is wrong, by the dimension's key. */
  readonly mistakes: ReadonlyMap<number, string>;
  /** What is wrong with all together; null where nothing is. */
  readonly mistake: string | null;
}

/** Reads weights as they are typed; they have to sum to 100, or to 1, as in a file. */
export function readWeights(
  { weights }: Pick<VersionDraft, "weights">,
  dimensions: readonly DimensionDraft[],
): ReadWeights {
  const mistakes = new Map<number, string>();
  const read = dimensions.map(({ key }) => {
    const text = (weights[key] ?? "").trim();
    if (text === "") return null;
    if (/^\d+(\.\d+)?$|^\.\d+$/.test(text)) return Number(text);
    mistakes.set(key, `“${text}” is no weight; write 0 or more`);
    return null;
  });
  const sum = read.reduce((total: number, weight) => total + (weight ?? 0), 0);
  const empty = dimensions.filter(({ key }, at) => read[at] === null && !mistakes.has(key));
  const sums = Math.abs(sum - 1) < 1e-6 || Math.abs(sum - 100) < 1e-4;
  const mistake =
    dimensions.length === 0
      ? "there is no dimension to weigh"
      : mistakes.size > 0
        ? mistakes.values().next().value!
        : empty.length > 0
          ? `${empty.map((one) => labelOf(one) || "a dimension without a name").join(", ")} ${empty.length === 1 ? "has" : "have"} no weight; 0 leaves one out of the score`
          : sums
            ? null
            : `weights sum to ${formatNumber(sum, 4)}; make them sum to 100`;
  return { weights: mistake === null ? (read as number[]) : null, sum, mistakes, mistake };
}

/** Shares as points of a hundred, with so many decimals, that sum to 100 exactly: what is left goes where most was cut. */
export function pointsOf(shares: readonly number[], decimals: number): string[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(total > 0)) return shares.map(() => "");
  const unit = 10 ** decimals;
  const exact = shares.map((share) => (100 * unit * share) / total);
  const whole = exact.map(Math.floor);
  const left = 100 * unit - whole.reduce((sum, part) => sum + part, 0);
  const order = exact.map((_, at) => at).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!));
  for (const at of order.slice(0, left)) whole[at]!++;
  return whole.map((part) => String(part / unit));
}
