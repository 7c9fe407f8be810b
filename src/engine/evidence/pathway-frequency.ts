import type { Estimate } from "../quantification/estimate/estimate.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import { complement } from "../stats/complement.ts";
import type { Distribution } from "../stats/distribution.ts";
import { product } from "../stats/product.ts";
import type { BelievedFigure } from "./frequency-posterior.ts";
import { type PathwayReading, type WrongOutcomes, type WrongShare, wrongShare } from "./wrong-share.ts";

/** How a metric becomes a loss, every link an estimate. */
export interface Pathway {
  /** Decisions a year of which the reading is a share. */
  readonly decisionsPerYear: Estimate;
  readonly wrongOutcomes: WrongOutcomes;
  /** Share of the wrong outcomes that are caught before they take effect. */
  readonly caught: Estimate;
  /** Share of the others that are reversed before they cost anything; 0 unless given. */
  readonly reversed?: Estimate | undefined;
  /** Probability that a wrong outcome that stands becomes a loss event. */
  readonly lossEvent: Estimate;
}

/** What passes one link of a pathway a year. */
interface PathwayLink {
  readonly link: "decisions" | "wrong-outcomes" | "not-caught" | "not-reversed" | "loss-events";
  /** The link's own factor. */
  readonly factor: BelievedFigure;
  /** Mean number a year that is left after it. */
  readonly perYear: number;
}

/** Loss events a year by one pathway. */
export interface PathwayFrequency {
  readonly eventsPerYear: Distribution;
  readonly links: readonly PathwayLink[];
  /** Whether the reading can lower the frequency, or only raise it. */
  readonly moves: WrongShare["moves"];
}

/**
 * Loss events a year by a pathway after a reading: decisions × share of wrong outcomes × (1 − caught) × (1 − reversed) ×
 * P(loss event), independent factors each with its uncertainty; null is no reading yet.
 *
 * What a reading may do to the share of wrong outcomes is said at {@link wrongShare}: only a count of these very wrong
 * outcomes can lower it. Mean and variance are exact, the distribution function to about 1e-5. Where the pathway ends at
 * the residual node, a control that is in `caught` or `reversed` must not be credited again.
 *
 * Throws an EstimateError for an invalid link, an EvidenceError for an invalid reading.
 *
 * @example
 * pathwayFrequency({ decisionsPerYear: 400000, wrongOutcomes: { reads: "proxy", usual: 0.01, normal: 0, doublesEvery: 1 },
 *   caught: 0.5, lossEvent: 0.001 }, null).eventsPerYear.mean // => 2
 */
export function pathwayFrequency(pathway: Pathway, reading: PathwayReading | null): PathwayFrequency {
  const probability = (field: string, estimate: Estimate) =>
    estimateDistribution(estimate, { field, kind: "probability" });
  const { share, moves } = wrongShare(pathway.wrongOutcomes, reading);
  const decisions = estimateDistribution(pathway.decisionsPerYear, { field: "decisionsPerYear", kind: "quantity" });
  const factors: [PathwayLink["link"], Distribution][] = [
    ["decisions", decisions],
    ["wrong-outcomes", share],
    ["not-caught", complement(probability("caught", pathway.caught))],
    ["not-reversed", complement(probability("reversed", pathway.reversed ?? 0))],
    ["loss-events", probability("lossEvent", pathway.lossEvent)],
  ];
  let perYear = 1;
  const links = factors.map(([link, factor]) => {
    perYear *= factor.mean;
    return { link, factor: figureOf(factor), perYear };
  });
  const eventsPerYear = product(
    factors.map(([, factor]) => factor),
    { bins: 64 },
  );
  return { eventsPerYear, links, moves };
}

function figureOf({ mean, quantile }: Distribution): BelievedFigure {
  return { estimate: mean, low: quantile(0.05), high: quantile(0.95), level: 0.9 };
}
