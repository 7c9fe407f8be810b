import type { Quantification } from "../../contract/detail.ts";
import type { Box, Point } from "./box.ts";

type Limit = Pick<Quantification["limits"][number], "exceeds" | "appetite" | "tolerance">;

/** Where losses and probabilities lie in the plot; probabilities below the lowest lie on its edge. */
interface Scales {
  readonly x: (loss: number) => number;
  readonly y: (probability: number) => number;
  readonly lowest: number;
}

/** Points of limits and the steps through them. */
export interface LimitFrontier {
  readonly d: string;
  readonly corners: readonly Point[];
  readonly points: readonly Point[];
}

/**
 * Several limits as one stepped line: from each amount on, a larger loss may not be likelier than the smallest of the
 * probabilities allowed so far, because a year that loses more than the greater amount loses more than the smaller too.
 */
export function limitFrontier(
  limits: readonly Limit[],
  measure: "appetite" | "tolerance",
  { x, y, lowest, plot }: Scales & { readonly plot: Box },
): LimitFrontier {
  const sorted = [...limits].sort((a, b) => a.exceeds - b.exceeds);
  const points = sorted.map((limit) => ({ x: x(limit.exceeds), y: y(Math.max(limit[measure], lowest)) }));
  const corners: Point[] = [];
  for (const point of points) {
    const last = corners.at(-1);
    if (last === undefined) corners.push(point);
    else if (point.y > last.y) corners.push({ x: point.x, y: last.y }, point);
  }
  const end = corners.at(-1);
  if (end && plot.right > end.x) corners.push({ x: plot.right, y: end.y });
  const d = corners.map(({ x: at, y: height }, i) => `${i === 0 ? "M" : "L"}${round(at)} ${round(height)}`).join("");
  return { d, corners, points };
}

/** The probability that the limits allow for a larger loss than this; null where none of them speaks of it. */
export function allowedAt(limits: readonly Limit[], loss: number): number | null {
  let least: number | null = null;
  for (const { exceeds, appetite } of limits)
    if (exceeds <= loss * (1 + 1e-12) && (least === null || appetite < least)) least = appetite;
  return least;
}

const samples = 240;

/** The area by which a curve lies over its limits, as a path; empty where it keeps to them. */
export function overArea(
  limits: readonly Limit[],
  probabilityOf: (loss: number) => number,
  { x, y, lowest, most }: Scales & { readonly most: number },
): string {
  const steps = [...new Set(limits.map(({ exceeds }) => exceeds))].sort((a, b) => a - b);
  const first = steps[0];
  if (first === undefined || !(most > first)) return "";
  const start = Math.max(first, most / 1e6);
  const places = Array.from({ length: samples + 1 }, (_, i) => start * (most / start) ** (i / samples));
  const corners = steps.flatMap((step) => (step > start ? [step * (1 - 1e-9), step] : [step]));
  const losses = [...places, ...corners].sort((a, b) => a - b);
  let d = "";
  let run: { readonly x: number; readonly curve: number; readonly line: number }[] = [];
  const close = () => {
    if (run.length > 1) {
      const there = run.map((each, i) => `${i === 0 ? "M" : "L"}${round(each.x)} ${round(each.curve)}`).join("");
      const back = run
        .toReversed()
        .map((each) => `L${round(each.x)} ${round(each.line)}`)
        .join("");
      d += `${there}${back}Z`;
    }
    run = [];
  };
  for (const loss of losses) {
    const allowed = allowedAt(limits, loss);
    const now = probabilityOf(loss);
    if (allowed !== null && now >= Math.max(allowed, lowest))
      run.push({ x: x(loss), curve: y(now), line: y(Math.max(allowed, lowest)) });
    else close();
  }
  close();
  return d;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
