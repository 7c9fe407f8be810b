import { type ComparisonMatrix, comparisonMatrix, connected } from "../../engine/scoring/ahp/comparison-matrix.ts";
import { groupJudgements } from "../../engine/scoring/ahp/group-judgements.ts";
import { groupPriorities } from "../../engine/scoring/ahp/group-priorities.ts";
import { judgementEffects } from "../../engine/scoring/ahp/judgement-effect.ts";
import { judgementNoise } from "../../engine/scoring/ahp/judgement-noise.ts";
import { type Priorities, type PrioritySettings, prioritiesOf } from "../../engine/scoring/ahp/priorities.ts";
import type { RandomIndexTable } from "../../engine/scoring/ahp/random-index.ts";
import { type Criterion, synthesize } from "../../engine/scoring/ahp/synthesize.ts";
import { winnerStability } from "../../engine/scoring/ahp/winner-stability.ts";
import { kendallConcordance } from "../../engine/scoring/kendall-concordance.ts";
import type { AhpCriterion, AhpFile } from "../ahp-file.ts";
import type { AhpReport } from "../ahp-report.ts";
import { ahpWarnings } from "./ahp-warnings.ts";
import { ratioOf } from "./ratio-of.ts";

type Level = Pick<AhpFile, "judgements" | "people">;

/** A judgement may be off by about a quarter. */
const spread = 0.25;
const shownEffects = 5;

/** Weights of items from a file of pairwise judgements, with all that says how far to trust them. @throws RangeError */
export function weighByPairs(
  file: AhpFile,
  { table, seed }: { readonly table: RandomIndexTable; readonly seed: number },
): AhpReport {
  const { items, method = "eigenvector", group = "judgements", criteria } = file;
  const settings = { method, table, seed };
  const top = levelMatrices(file, criteria?.map(({ id }) => id) ?? items);
  const found = prioritiesOf(top.matrix, settings);
  const people = ownWeights(top.people, settings);
  const judgedUnder = new Map<string, ReturnType<typeof levelMatrices>["people"]>();
  const tree = criteria && treeOf({ items, criteria, comparisons: top.matrix, judgedUnder });
  const synthesis = tree ? synthesize(tree, file.synthesis ?? "distributive", settings) : null;
  const weights = synthesis?.weights ?? pooled(found, people, group);
  const below = synthesis?.criteria.slice(1) ?? [];
  const lowest = below.filter(({ id }) => !below.some(({ under }) => under.includes(id)));
  const report: Omit<AhpReport, "warnings"> = {
    weights: [...weights],
    ...consistencyOf(found),
    method,
    criteria: below.map(({ id, under, localWeight, globalWeight, priorities }) => {
      const judges = ownWeights(judgedUnder.get(id) ?? [], settings);
      return {
        ...consistencyOf(priorities),
        id,
        under: under.slice(1),
        localWeight,
        globalWeight,
        weights: [...priorities.weights],
        people: judges,
        agreement: agreementOf(judges),
      };
    }),
    people,
    agreement: agreementOf(people),
    rankReversal: synthesis && {
      distributive: [...synthesis.rankReversal.distributive],
      ideal: [...synthesis.rankReversal.ideal],
      orders: synthesis.rankReversal.orders,
    },
    sensitivity: {
      judgements: judgementEffects(top.matrix)
        .slice(0, shownEffects)
        .map(({ perPercent, ...pair }) => ({ ...pair, perPercent: [...perPercent] })),
      ranks: judgementNoise(top.matrix, { spread, draws: drawsFor(top.matrix.items.length), seed }).map(
        (shares, i) => ({
          id: top.matrix.items[i]!,
          shares,
        }),
      ),
      winner: winnerStability({
        criteria: lowest.map(({ id }) => id),
        items,
        weights: lowest.map(({ globalWeight }) => globalWeight),
        scores: lowest.map(({ priorities }) => priorities.weights.map(({ weight }) => weight)),
      }),
    },
  };
  return { ...report, warnings: [...unusedGroup(file), ...ahpWarnings(report)] };
}

/** Enough to tell a share to about two percent, fewer where one draw is an eigenvector of many items. */
function drawsFor(items: number): number {
  return Math.max(100, Math.min(2000, Math.floor((2000 * 20 ** 3) / items ** 3)));
}

function levelMatrices({ judgements, people }: Level, compared: readonly string[]) {
  const numbers = (list: NonNullable<Level["judgements"]>) =>
    list.map(({ left, right, ratio }) => ({ left, right, ratio: ratioOf(ratio) }));
  if (!people) return { matrix: comparisonMatrix(compared, numbers(judgements ?? [])), people: [] };
  const each = people.map(({ id, share = 1, judgements: own }) => ({
    id,
    share,
    matrix: comparisonMatrix(compared, numbers(own), "any"),
  }));
  return {
    matrix: groupJudgements(
      each.map(({ matrix }) => matrix),
      each.map(({ share }) => share),
    ),
    people: each,
  };
}

/** The tree of comparisons; `judgedUnder` is filled with each criterion's people. */
function treeOf({
  items,
  criteria,
  comparisons,
  judgedUnder,
}: {
  readonly items: readonly string[];
  readonly criteria: readonly AhpCriterion[];
  readonly comparisons: ComparisonMatrix;
  readonly judgedUnder: Map<string, ReturnType<typeof levelMatrices>["people"]>;
}): Criterion {
  const child = (one: AhpCriterion): Criterion => {
    const compared = one.criteria?.map(({ id }) => id) ?? items;
    const { matrix, people } = levelMatrices(one, compared);
    judgedUnder.set(one.id, people);
    return { id: one.id, comparisons: matrix, children: one.criteria?.map(child) ?? [] };
  };
  return { id: "goal", comparisons, children: criteria.map(child) };
}

function ownWeights(
  people: ReturnType<typeof levelMatrices>["people"],
  settings: PrioritySettings,
): AhpReport["people"] {
  return people.map(({ id, share, matrix }) => {
    const own = complete(matrix) ? prioritiesOf(matrix, settings) : null;
    return { id, share, weights: own ? [...own.weights] : null, consistencyRatio: own?.consistencyRatio ?? null };
  });
}

function agreementOf(people: AhpReport["people"]): AhpReport["agreement"] {
  return kendallConcordance(people.flatMap(({ weights }) => (weights ? [weights.map(({ weight }) => weight)] : [])));
}

function complete(matrix: ComparisonMatrix): boolean {
  try {
    connected(matrix);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Under criteria each judgement is averaged, whatever the file says of people's weights. */
function unusedGroup({ group = "judgements", criteria }: AhpFile): AhpReport["warnings"] {
  if (criteria === undefined || group === "judgements") return [];
  const message = `group ${group} is not used under criteria; people's judgements are averaged there pair by pair`;
  return [{ code: "group-not-used", message }];
}

function pooled(found: Priorities, people: AhpReport["people"], group: NonNullable<AhpFile["group"]>) {
  if (group === "judgements" || people.length === 0) return found.weights;
  const lists = people.map(({ id, weights }) => {
    if (weights === null)
      throw new RangeError(`judgements of ${id} do not link all items; complete them, or average judgements`);
    return weights.map(({ weight }) => weight);
  });
  const mean = group === "priorities-geometric" ? "geometric" : "arithmetic";
  const weights = groupPriorities(
    lists,
    mean,
    people.map(({ share }) => share),
  );
  return found.weights.map(({ id }, i) => ({ id, weight: weights[i]! }));
}

function consistencyOf({ weights: _, worstTriad, ...rest }: Priorities) {
  return {
    ...rest,
    randomIndex: { ...rest.randomIndex },
    worstTriad: worstTriad && { ...worstTriad, items: [...worstTriad.items] },
  };
}
