import { type DistributionSample, sampleDistribution } from "../../../src/chart/series/distribution-sample.ts";
import {
  type ChangingPortfolio,
  changingPortfolio,
} from "../../../src/engine/quantification/change/changing-portfolio.ts";
import type { Estimate } from "../../../src/engine/quantification/estimate/estimate.ts";
import { estimateDistribution } from "../../../src/engine/quantification/estimate/estimate-distribution.ts";
import { exactAnnualLoss } from "../../../src/engine/quantification/exact/exact-annual-loss.ts";
import { lossEventFrequency } from "../../../src/engine/quantification/loss-event-frequency.ts";
import { lossPerEvent } from "../../../src/engine/quantification/loss-per-event.ts";
import type { Scenario } from "../../../src/engine/quantification/scenario.ts";
import type { Distribution } from "../../../src/engine/stats/distribution.ts";
import type { LeafKind } from "./estimate-draft.ts";
import type { LeafPath } from "./scenario-draft.ts";
import type { LeafFigures, ScenarioFigures, ScenarioQuestion } from "./scenario-figures.ts";

type Draft = Extract<ScenarioQuestion, { kind: "draft" }>;

/**
 * Answers what is typed. It holds the portfolio in which the one scenario changes, and every leaf that it has sampled:
 * a letter typed into one leaf computes that leaf anew and nothing else twice.
 */
export class ScenarioAnswers {
  readonly #now: () => number;
  #portfolio: ChangingPortfolio | null = null;
  #leaves = new Map<string, LeafFigures>();

  readonly #nodes = new Map<string, { readonly key: string; readonly sample: DistributionSample }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The scenarios among which the one that is typed changes; as it is saved, unless it is new, it is one of them. */
  hold(others: readonly Scenario[], before: Scenario | null): void {
    if (before === null) {
      this.#portfolio = changingPortfolio(others);
      return;
    }
    this.#portfolio = changingPortfolio([...others, before]);
    // What stays the same while this one changes is computed before the first letter.
    this.#portfolio.with(before);
  }

  answer({ number, leaves, scenario }: Draft): ScenarioFigures {
    const start = this.#now();
    const drawn: Record<LeafPath, LeafFigures> = {};
    const kept = new Map<string, LeafFigures>();
    for (const [path, { estimate, kind }] of Object.entries(leaves)) {
      const key = JSON.stringify([kind, estimate]);
      const figures = this.#leaves.get(key) ?? leafFigures(estimate, kind);
      kept.set(key, figures);
      drawn[path] = figures;
    }
    this.#leaves = kept;
    const none = { eventsPerYear: null, lossPerEvent: null, own: null, portfolio: null, portfolioMs: 0 };
    const isRefused = Object.values(drawn).some(({ mistake }) => mistake !== undefined);
    if (scenario === null || isRefused)
      return { number, leaves: drawn, ...none, mistake: null, tookMs: this.#now() - start };
    try {
      const inherent = { ...scenario, controls: [] };
      const before = this.#now();
      const portfolio = this.#portfolio?.with(scenario) ?? null;
      const portfolioMs = this.#now() - before;
      const residual = exactAnnualLoss([scenario]);
      const figures = {
        portfolio,
        portfolioMs,
        own: { residual, inherent: scenario.controls.length === 0 ? residual : exactAnnualLoss([inherent]) },
        eventsPerYear: this.#kept("events", [inherent.frequency, inherent.count], () => lossEventFrequency(inherent)),
        lossPerEvent: this.#kept("loss", inherent.loss, () => lossPerEvent(inherent)),
      };
      return { number, leaves: drawn, ...figures, mistake: null, tookMs: this.#now() - start };
    } catch (error) {
      return { number, leaves: drawn, ...none, mistake: (error as Error).message, tookMs: this.#now() - start };
    }
  }

  /** The sample of a node, drawn anew only where what it is made of is another one. */
  #kept(node: "events" | "loss", of: unknown, distribution: () => Distribution): DistributionSample {
    const key = JSON.stringify(of);
    const known = this.#nodes.get(node);
    if (known?.key === key) return known.sample;
    const sample = sampleDistribution(distribution());
    this.#nodes.set(node, { key, sample });
    return sample;
  }
}

function leafFigures(estimate: Estimate, kind: LeafKind): LeafFigures {
  const place = { field: "it", kind: kind === "probability" ? ("probability" as const) : ("quantity" as const) };
  const sample = (each: Estimate): DistributionSample => sampleDistribution(estimateDistribution(each, place));
  try {
    const said = typeof estimate === "object" && "experts" in estimate ? estimate.experts : [];
    return {
      sample: sample(estimate),
      experts: said.map(({ estimate: each }) => {
        try {
          return sample(each);
        } catch {
          return undefined;
        }
      }),
      mistake: undefined,
    };
  } catch (error) {
    const { message } = error as Error;
    // "it {…} is not an estimate; give 0 < low < high": the leaf is at hand, what to do is wanted.
    return { sample: undefined, experts: [], mistake: message.replace(/^it .* is not an estimate; /, "") };
  }
}
