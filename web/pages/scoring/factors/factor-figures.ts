import type { FactorBranch } from "../../../../src/chart/series/factor-branch.ts";
import { formatMeasured } from "../../../../src/chart/series/factor-scale-layout.ts";
import { formatNumber, formatPercent } from "../../../../src/chart/series/format-number.ts";
import type { FactorsReport, RatedFactor } from "../../../../src/contract/factors-report.ts";
import { rateByFactors, rateFactor } from "../../../../src/contract/structured/rate-by-factors.ts";
import { type Axis, axes, calledOf, type FactorDraft, type FactorsSheet, hasParts, howWords } from "./factors-draft.ts";
import type { readFactors } from "./read-factors.ts";

type Read = ReturnType<typeof readFactors>;
type Rated = RatedFactor & { readonly place: "in-tree" | "alone" };

export interface FactorFigures {
  /** Of every factor below which nothing is missing. One that stands alone has no weight and no contribution yet. */
  readonly byKey: ReadonlyMap<number, Rated>;
  /** Null while an axis lacks something. */
  readonly axis: Readonly<Record<Axis, FactorsReport[Axis] | null>>;
}

/** The figures of what can be computed: of whole trees, and of whole branches of the others. */
export function factorFigures(sheet: FactorsSheet, { whole, levels }: Pick<Read, "whole" | "levels">): FactorFigures {
  const byKey = new Map<number, Rated>();
  const enter = (draft: FactorDraft, rated: RatedFactor, place: Rated["place"]) => {
    byKey.set(draft.key, { ...rated, place });
    if (hasParts(draft)) for (const [at, part] of draft.parts.entries()) enter(part, rated.parts[at]!, "in-tree");
  };
  const enterBranches = (draft: FactorDraft) => {
    const written = whole.get(draft.key);
    const rated = written && refused(() => rateFactor(written));
    if (rated) enter(draft, rated, "alone");
    else if (hasParts(draft)) draft.parts.forEach(enterBranches);
  };
  const reports = axes.map((axis) => {
    const written = whole.get(sheet[axis].key);
    const count = levels[axis];
    const report =
      written && count
        ? refused(() => {
            const both = { likelihood: written, impact: written, levels: { likelihood: count, impact: count } };
            return rateByFactors(both)[axis];
          })
        : null;
    if (report) enter(sheet[axis], report.factor, "in-tree");
    else enterBranches(sheet[axis]);
    return report;
  }) as [FactorsReport[Axis] | null, FactorsReport[Axis] | null];
  return { byKey, axis: { likelihood: reports[0], impact: reports[1] } };
}

/** A number too large to be added up, such as a weight of 1e308 beside another, leaves no figure. */
function refused<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What is said of a factor that is to be made of parts and has none. */
export const nothingBelow = "no parts yet";

/** A tree as it is drawn: parts of closed factors are left out, and what is not known is null. */
export function factorBranch(
  draft: FactorDraft,
  { byKey }: Pick<FactorFigures, "byKey">,
  {
    closed,
    levels,
    level,
  }: {
    readonly closed: ReadonlySet<number>;
    readonly levels: number | null;
    /** Of the top; null while it is not known. */
    readonly level: number | null;
  },
): FactorBranch {
  const branch = (one: FactorDraft, parent: FactorDraft | null, share: number | null): FactorBranch => {
    const rated = byKey.get(one.key);
    const isPart = parent !== null && rated?.place === "in-tree";
    const above = parent === null ? undefined : byKey.get(parent.key);
    const shareOfTop =
      parent === null ? 1 : isPart && share !== null && above ? shareIn(share, rated.contribution, above.value) : null;
    const how = one.how === "weighted" || one.how === "worst" || one.how === "product" ? one.how : null;
    const within = parent === null ? null : (parent.how as FactorBranch["within"]);
    return {
      key: String(one.key),
      name: calledOf(one) || "not named",
      detail:
        parent === null && level !== null
          ? `level ${level} of ${levels}, ${detailOf(one, rated)}`
          : detailOf(one, rated),
      kind: how !== null ? "group" : one.how === "judged" ? "judged" : "measured",
      how,
      value: rated?.value ?? null,
      low: rated?.low ?? null,
      high: rated?.high ?? null,
      weight: isPart && within === "weighted" ? rated.weight : null,
      within,
      contribution: isPart ? rated.contribution : null,
      shareOfTop,
      steps: parent === null ? (levels ?? 0) : one.how === "judged" ? stepsOf(one) : 0,
      parts: how === null || closed.has(one.key) ? [] : one.parts.map((part) => branch(part, one, shareOfTop)),
    };
  };
  return branch(draft, null, 1);
}

function shareIn(share: number, contribution: number, value: number): number {
  return value === 0 ? 0 : (share * contribution) / value;
}

/** A judgement marks its levels: of 5 levels there are 4 steps from 0 to 100. */
function stepsOf({ levels }: FactorDraft): number {
  const count = Number(levels);
  return count >= 2 && count <= 10 ? count - 1 : 0;
}

function detailOf(one: FactorDraft, rated: Rated | undefined): string {
  if (hasParts(one)) return one.parts.length === 0 ? nothingBelow : howWords[one.how];
  return rated === undefined ? "to be given" : readingWords(one, rated);
}

/** "0.7 % (31 of 4,200)", "38,000 questions a month", "judged 3 of 5": what a leaf was read from. */
export function readingWords(one: FactorDraft, { measured }: Pick<RatedFactor, "measured">): string {
  if (one.how === "judged") return `judged ${one.level.trim()} of ${one.levels.trim()}`;
  // Figures follow what is typed a moment later: of a factor that was just judged there is no measurement yet.
  if (measured === null) return one.how === "counted" ? one.count : one.value;
  if (one.how === "counted") {
    const [events, of] = one.count.split(/\/|of/).map((text) => Number(text.replaceAll(",", "").trim()));
    return `${formatPercent(measured.value)} (${formatNumber(events!)} of ${formatNumber(of!)})`;
  }
  const unit = one.unit.trim();
  return `${formatMeasured(measured.value)}${unit === "" ? "" : ` ${unit}`}`;
}
