import { formatAmount, formatMoney } from "./format-money.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import { cellScore } from "./likelihood-impact-layout.ts";

/** Step of the ramp, 1 the least. */
export type RampStep = 1 | 2 | 3 | 4 | 5;

export interface RiskRamp {
  readonly stepOf: (value: number) => RampStep;
  /** What each step stands for; a step that no value can take is left out. */
  readonly steps: readonly { readonly step: RampStep; readonly label: string }[];
  /** The step before which the load line lies; null where no line is drawn. */
  readonly lineBefore: RampStep | null;
}

/**
 * Ramp of scores, anchored at the line: three equal steps below appetite, one from appetite, one from tolerance.
 * Without a line five equal shares of the highest score.
 */
export function scoreRamp(
  scale: {
    readonly likelihood: readonly unknown[];
    readonly impact: readonly unknown[];
    readonly score: "product" | "sum";
  },
  line: { readonly appetite: number; readonly tolerance: number } | null,
): RiskRamp {
  const scores = new Set<number>();
  for (let l = 1; l <= scale.likelihood.length; l += 1)
    for (let i = 1; i <= scale.impact.length; i += 1) scores.add(cellScore(scale.score, l, i));
  const sorted = [...scores].sort((a, b) => a - b);
  const most = sorted[sorted.length - 1]!;
  const stepOf = (value: number): RampStep => {
    if (line === null) return clampStep(Math.ceil((value / most) * 5));
    if (value >= line.tolerance) return 5;
    if (value >= line.appetite) return 4;
    return clampStep(Math.min(3, Math.ceil((value / line.appetite) * 3)));
  };
  return {
    stepOf,
    steps: ([1, 2, 3, 4, 5] as const).flatMap((step) => {
      const own = sorted.filter((score) => stepOf(score) === step);
      if (own.length === 0) return [];
      const [low, high] = [own[0]!, own[own.length - 1]!];
      return [{ step, label: low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}` }];
    }),
    lineBefore: line === null ? null : 4,
  };
}

/** Ramp of money: steps of about a half order of magnitude (1, 3, 10, …) down from the largest amount shown. */
export function lossRamp(amounts: readonly number[], currency: string): RiskRamp {
  const most = amounts.reduce((highest, amount) => Math.max(highest, amount), 0);
  const top = most > 0 ? stepBelow(most) : 1;
  const bounds = [4, 3, 2, 1].map((below) => halfOrdersBelow(top, below - 1)) as [number, number, number, number];
  return rampOf(bounds, (bound, place) =>
    place === "under" ? `< ${formatMoney(bound, currency)}` : `≥ ${formatAmount(bound)}`,
  );
}

/** Ramp of probabilities of a bad year: 1, 5, 10 and 20 percent. */
export function probabilityRamp(): RiskRamp {
  return rampOf([0.01, 0.05, 0.1, 0.2], (bound, place) => `${place === "under" ? "<" : "≥"} ${formatPercent(bound)}`);
}

function rampOf(
  bounds: readonly [number, number, number, number],
  label: (bound: number, place: "under" | "from") => string,
): RiskRamp {
  return {
    stepOf: (value) => (1 + bounds.filter((bound) => value >= bound).length) as RampStep,
    steps: [
      { step: 1, label: label(bounds[0], "under") },
      ...bounds.map((bound, index) => ({ step: (index + 2) as RampStep, label: label(bound, "from") })),
    ],
    lineBefore: null,
  };
}

/** The largest of 1, 3, 10, 30, … that is not above the amount. */
function stepBelow(amount: number): number {
  const order = 10 ** Math.floor(Math.log10(amount));
  return amount >= 3 * order ? 3 * order : order;
}

function halfOrdersBelow(top: number, count: number): number {
  const isThree = Math.round(top / 10 ** Math.floor(Math.log10(top) + 1e-9)) === 3;
  let value = top;
  let three = isThree;
  for (let step = 0; step < count; step += 1) {
    value = three ? value / 3 : (value * 3) / 10;
    three = !three;
  }
  return value;
}

function clampStep(step: number): RampStep {
  return Math.min(5, Math.max(1, step)) as RampStep;
}
