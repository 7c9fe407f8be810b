import { scaleLinear } from "d3-scale";
import { formatMoney } from "./format-money.ts";

/** A set of controls that no cheaper one matches. */
export interface FrontierStep {
  readonly cost: number;
  readonly loss: number;
}

export interface FrontierInput {
  /** By rising cost. */
  readonly steps: readonly FrontierStep[];
  readonly budget: number;
  readonly currency: string;
  readonly width: number;
  readonly height: number;
}

export interface FrontierLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly d: string;
  readonly steps: readonly { readonly x: number; readonly y: number; readonly state: "chosen" | "within" | "beyond" }[];
  readonly budget: { readonly x: number; readonly text: string; readonly anchor: "start" | "end" };
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  /** Which step a place across stands on: the best one that costs no more. */
  readonly costAt: (x: number) => number;
}

const margin = { left: 62, right: 16, top: 22, bottom: 40 };

/** What a budget buys: the loss that is left, stepping down where the money is enough for a better set. */
export function layoutFrontier({ steps, budget, currency, width, height }: FrontierInput): FrontierLayout {
  const plot = { left: margin.left, top: margin.top, right: width - margin.right, bottom: height - margin.bottom };
  const dearest = Math.max(budget, ...steps.map(({ cost }) => cost), 1);
  const greatest = Math.max(...steps.map(({ loss }) => loss), 1);
  const x = scaleLinear([0, dearest * 1.04], [plot.left, plot.right]).clamp(true);
  const y = scaleLinear([0, greatest * 1.06], [plot.bottom, plot.top]);
  const chosen = chosenStep(steps, budget);
  const corners = steps.flatMap((step, i) => {
    const before = steps[i - 1];
    return before
      ? [
          { x: x(step.cost), y: y(before.loss) },
          { x: x(step.cost), y: y(step.loss) },
        ]
      : [{ x: x(step.cost), y: y(step.loss) }];
  });
  const end = corners.at(-1);
  const course = end ? [...corners, { x: plot.right, y: end.y }] : [];
  const at = round(x(budget));
  const money = (amount: number) => formatMoney(amount, currency);
  return {
    width,
    height,
    plot,
    d: course.map((point, i) => `${i === 0 ? "M" : "L"}${round(point.x)} ${round(point.y)}`).join(""),
    steps: steps.map((step, i) => ({
      x: round(x(step.cost)),
      y: round(y(step.loss)),
      state: i === chosen ? "chosen" : step.cost <= budget ? "within" : "beyond",
    })),
    budget: { x: at, text: `budget ${money(budget)}`, anchor: at > (plot.left + plot.right) / 2 ? "end" : "start" },
    xTicks: x.ticks(Math.max(2, Math.floor(width / 130))).map((cost) => ({ x: round(x(cost)), text: money(cost) })),
    yTicks: y.ticks(4).map((loss) => ({ y: round(y(loss)), text: money(loss) })),
    costAt: (place) => x.invert(place),
  };
}

/** The last step that the budget reaches, which is the best; −1 without steps. */
export function chosenStep(steps: readonly FrontierStep[], budget: number): number {
  return steps.findLastIndex(({ cost }) => cost <= budget);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
