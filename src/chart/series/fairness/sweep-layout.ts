import { axisPlace, axisSteps, tenth } from "./axis-steps.ts";

/** A figure at every threshold of a grid; null where it has none. */
export interface SweptFigure {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly values: readonly (number | null)[];
  readonly limit: number | null;
  readonly tried: number | null;
  readonly audited: number | null;
  readonly format: (value: number) => string;
  /** What its axis may hold at most. */
  readonly within: readonly [number, number];
}

export interface SweepInput {
  readonly grid: readonly number[];
  readonly figures: readonly SweptFigure[];
  readonly tried: number;
  /** Threshold of the audit, or the one that selects as many, with what it is called; null where groups have their own. */
  readonly audited: { readonly at: number; readonly name: string } | null;
  readonly width: number;
}

interface SweepPoint {
  readonly x: number;
  readonly y: number;
}

export interface SweepLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly tried: { readonly x: number; readonly text: string };
  readonly audited: { readonly x: number; readonly text: string } | null;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly panels: readonly {
    readonly key: string;
    readonly name: string;
    readonly detail: string;
    readonly top: number;
    readonly bottom: number;
    readonly path: string;
    readonly limit: { readonly y: number; readonly text: string } | null;
    readonly at: (SweepPoint & { readonly text: string; readonly anchor: "start" | "end" }) | null;
    readonly was: SweepPoint | null;
  }[];
}

const panelHeight = 62;
const gap = 14;

/** Curves of several figures over one axis of thresholds, each with its limit, its point tried and its point audited. */
export function layoutSweep({ grid, figures, tried, audited, width }: SweepInput): SweepLayout {
  const left = width < 480 ? 0 : 112;
  const right = width - 44;
  const x = (threshold: number) => tenth(left + Math.min(1, Math.max(0, threshold)) * (right - left));
  const above = left === 0 ? 16 : 0;
  const panels = figures.map((figure, k) => {
    const top = k * (panelHeight + gap + above) + above + 8;
    const bottom = top + panelHeight;
    const known = figure.values.filter((value) => value !== null);
    const points = [figure.limit, figure.tried, figure.audited].filter((value) => value !== null);
    const y = axisPlace(axisSteps([...known, ...points], figure.within), bottom - 2, top + 2);
    const at = figure.tried === null ? null : { x: x(tried), y: y(figure.tried) };
    return {
      key: figure.key,
      name: figure.name,
      detail: figure.detail,
      top,
      bottom,
      path: pathOf(grid, figure.values, x, y),
      limit: figure.limit === null ? null : { y: y(figure.limit), text: figure.format(figure.limit) },
      at: at && {
        ...at,
        text: figure.format(figure.tried!),
        anchor: at.x > left + (right - left) * 0.8 ? ("end" as const) : ("start" as const),
      },
      was: figure.audited === null || audited === null ? null : { x: x(audited.at), y: y(figure.audited) },
    };
  });
  const bottom = panels.at(-1)?.bottom ?? 0;
  const triedAt = x(tried);
  return {
    width,
    height: bottom + 40,
    plot: { left, right, bottom: bottom + 6 },
    tried: { x: triedAt, text: `tried ${tried === Number.POSITIVE_INFINITY ? "none" : Number(tried.toFixed(4))}` },
    // Words on one another would say neither.
    audited: audited && {
      x: x(audited.at),
      text: Math.abs(x(audited.at) - triedAt) < 90 ? "" : `${audited.name} ${Number(audited.at.toFixed(4))}`,
    },
    ticks: [0, 0.25, 0.5, 0.75, 1].map((tick) => ({ x: x(tick), text: String(tick) })),
    panels,
  };
}

function pathOf(
  grid: readonly number[],
  values: readonly (number | null)[],
  x: (threshold: number) => number,
  y: (value: number) => number,
): string {
  let path = "";
  let pen: "up" | "down" = "up";
  for (const [k, value] of values.entries()) {
    if (value === null) pen = "up";
    else {
      path += `${pen === "up" ? "M" : "L"}${x(grid[k]!)} ${y(value)}`;
      pen = "down";
    }
  }
  return path;
}
