import type { Factor } from "../../engine/scoring/factor/factor.ts";
import { type FactorReading, levelOfFactor, readFactor } from "../../engine/scoring/factor/read-factor.ts";
import { inverseIncompleteBeta } from "../../engine/stats/incomplete-beta.ts";
import type { FactorsFile, FileFactor } from "../factors-file.ts";
import type { FactorsReport, RatedFactor } from "../factors-report.ts";

const method = { name: "weighted-factors", version: "1" } as const;

/** Levels of likelihood and impact from their factors, each value saying what it is made of. @throws RangeError */
export function rateByFactors({ risk, levels, likelihood, impact }: FactorsFile): FactorsReport {
  return {
    risk: risk ?? null,
    likelihood: axisOf("likelihood", likelihood, levels.likelihood),
    impact: axisOf("impact", impact, levels.impact),
    method,
  };
}

/** The figures of one factor and of everything below it, as if it stood alone. @throws RangeError */
export function rateFactor(written: FileFactor): RatedFactor {
  const factor = engineFactor(written);
  return named(readFactor(factor), written, factor);
}

function axisOf(axis: "likelihood" | "impact", written: FileFactor, levels: number): FactorsReport["likelihood"] {
  const factor = rateFactor(written);
  const level = levelOfFactor(factor.value, levels);
  const leaves = leavesOf(factor).toSorted((a, b) => b.share - a.share);
  const most = leaves
    .filter(({ share }) => share > 0)
    .slice(0, 3)
    .map(({ leaf, share }) => `${leaf.name} brings ${Math.round(100 * share)} % of it (${leaf.basis})`);
  const why = most.length === 0 ? "nothing raises it" : most.join(", ");
  return {
    level,
    lowLevel: levelOfFactor(factor.low, levels),
    highLevel: levelOfFactor(factor.high, levels),
    factor,
    sentence: `${axis} ${level} of ${levels}: ${why}.`,
  };
}

function engineFactor(written: FileFactor): Factor {
  const { id } = written;
  if ("parts" in written)
    return {
      id,
      kind: "combined",
      how: written.how,
      parts: written.parts.map((part) => ({ weight: part.weight ?? 1, factor: engineFactor(part) })),
    };
  if ("level" in written) return { id, kind: "judged", level: written.level, levels: written.levels };
  if ("events" in written) {
    const posterior = { alpha: written.events + 0.5, beta: written.of - written.events + 0.5 };
    const [low, value, high] = [0.05, 0.5, 0.95].map((p) => inverseIncompleteBeta(posterior, p)) as [
      number,
      number,
      number,
    ];
    return {
      id,
      kind: "measured",
      value,
      low,
      high,
      anchors: written.anchors ?? [
        [0, 0],
        [1, 1],
      ],
      raises: written.raises,
    };
  }
  const { value, low = value, high = value, anchors, raises } = written;
  return { id, kind: "measured", value, low, high, anchors, raises };
}

function named(reading: FactorReading, written: FileFactor, factor: Factor): RatedFactor {
  return {
    id: reading.id,
    name: written.name ?? reading.id,
    value: reading.value,
    low: reading.low,
    high: reading.high,
    weight: reading.weight,
    contribution: reading.contribution,
    basis: basisOf(written),
    measured: measuredOf(factor),
    parts:
      "parts" in written && factor.kind === "combined"
        ? reading.parts.map((part, k) => named(part, written.parts[k]!, factor.parts[k]!.factor))
        : [],
  };
}

function measuredOf(factor: Factor): RatedFactor["measured"] {
  if (factor.kind !== "measured") return null;
  const { value, low = value, high = value } = factor;
  return { value, low, high };
}

function basisOf(written: FileFactor): string {
  if ("parts" in written)
    return { weighted: "weighted mean", worst: "the worst of its parts", product: "all of its parts needed" }[
      written.how
    ];
  if ("level" in written) return `judged ${written.level} of ${written.levels}`;
  if ("events" in written) return `${written.events} of ${written.of} counted`;
  return `measured ${written.value}${written.unit === undefined ? "" : ` ${written.unit}`}`;
}

/** The leaves of a tree with the share of the top that each brings. */
function leavesOf(factor: RatedFactor, share = 1): { readonly leaf: RatedFactor; readonly share: number }[] {
  if (factor.parts.length === 0) return [{ leaf: factor, share: factor.value === 0 ? 0 : share }];
  return factor.parts.flatMap((part) =>
    leavesOf(part, factor.value === 0 ? 0 : (share * part.contribution) / factor.value),
  );
}
