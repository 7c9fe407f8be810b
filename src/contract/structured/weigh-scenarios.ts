import { rankStability } from "../../engine/scoring/composite/rank-stability.ts";
import { kendallConcordance } from "../../engine/scoring/kendall-concordance.ts";
import type { WeighFile, Weighting } from "../weigh-file.ts";
import type { WeighReport } from "../weigh-report.ts";
import { scoreScenarios } from "./score-scenarios.ts";

const method = { name: "weighted-composite", version: "1" } as const;
const draws = 4000;
/** An order less probable than this is not to be leant on. */
export const sureOrder = 0.9;

/**
 * Every scenario's score under one weighting, in order, with how sure the order is.
 *
 * @throws RangeError when there is no such version, or its judgements do not link all dimensions
 */
export function weighScenarios(
  file: WeighFile,
  { version, seed }: { readonly version?: string; readonly seed: number },
): WeighReport {
  const { dimensions, wobble } = file;
  const { weighting, weights, warnings, scenarios } = scoreScenarios(file, version);
  const how = weighting.aggregate;
  const scored = scenarios.filter(({ score }) => score !== null);
  const stability = rankStability(
    scored.map(({ spreads }) => spreads.map((spread) => spread ?? [{ value: 0, probability: 1 }])),
    { weights, how, concentration: wobble.concentration, draws, seed },
  );
  const ordered = scenarios
    .map(({ id, score, least, most, rank, contributions, unrated }) => {
      const place = scored.findIndex((one) => one.id === id);
      const drawn = stability.scores[place];
      return {
        id,
        place,
        score,
        low: drawn ? Math.min(drawn.low, least) : least,
        high: drawn ? Math.max(drawn.high, most) : most,
        rank,
        ranks: place < 0 ? null : [...stability.ranks[place]!],
        contributions,
        unrated: [...unrated],
      };
    })
    .sort(byScore);
  const withScore = ordered.filter(({ score }) => score !== null);
  const order = withScore.slice(1).map((below, k) => {
    const above = withScore[k]!;
    return { above: above.id, below: below.id, probability: stability.above[above.place]![below.place]! };
  });
  return {
    weighting: {
      version: weighting.version,
      on: weighting.on ?? null,
      aggregate: how,
      basis: weighting.weights ? "weights" : weighting.stakeholders ? "stakeholders" : "judgements",
      weights: dimensions.map(({ id }, k) => ({ dimension: id, weight: weights[k]! })),
    },
    versions: file.weightings.map((one) => one.version),
    seed,
    method,
    scenarios: ordered.map(({ place: _, ...line }) => line),
    order,
    agreement: agreementOf(weighting, file),
    gate: gateOf(file, ordered),
    warnings: [...warnings, ...warningsOf(ordered, order)],
  };
}

type Line = { readonly id: string; readonly score: number | null; readonly high: number };

/** Highest score first; without a score last, the worst that it could be first. */
function byScore(a: Line, b: Line): number {
  if (a.score === null || b.score === null)
    return Number(a.score === null) - Number(b.score === null) || b.high - a.high;
  return b.score - a.score;
}

function agreementOf({ stakeholders }: Weighting, file: WeighFile): WeighReport["agreement"] {
  if (!stakeholders) return null;
  const names = file.dimensions.map(({ id }) => id);
  return kendallConcordance(stakeholders.map(({ weights }) => names.map((name) => weights[name]!)));
}

function gateOf({ gate, scenarios }: WeighFile, lines: readonly Line[]): WeighReport["gate"] {
  if (!gate) return null;
  const reached = lines.filter(({ high }) => high >= gate.score).map(({ id }) => id);
  const tested = new Set(scenarios.filter((one) => one.tested !== undefined).map(({ id }) => id));
  return {
    score: gate.score,
    open: reached.filter((id) => !tested.has(id)),
    tested: reached.filter((id) => tested.has(id)),
  };
}

function warningsOf(
  lines: readonly { readonly id: string; readonly unrated: readonly string[] }[],
  order: WeighReport["order"],
): WeighReport["warnings"] {
  return [
    ...lines
      .filter(({ unrated }) => unrated.length > 0)
      .map(({ id, unrated }) => ({
        code: "unrated",
        message: `${id}: not rated on ${unrated.join(", ")}; it has no score`,
      })),
    ...order
      .filter(({ probability }) => probability < sureOrder)
      .map(({ above, below, probability }) => ({
        code: "unsure-order",
        message: `${above} before ${below} is only ${Math.round(100 * probability)} % probable`,
      })),
  ];
}
