import { formatNumber, formatPercent } from "./format-number.ts";
import { textWidth } from "./text-width.ts";

export interface FactorScale {
  /** Measured value and factor from 0 to 1, rising in both. */
  readonly anchors: readonly (readonly [measured: number, factor: number])[];
  readonly raises: "higher" | "lower";
  /** Whether what is measured is a share, said in percent. */
  readonly unit: "share" | "number";
  /** Null while nothing was measured. */
  readonly measured: { readonly value: number; readonly text: string } | null;
  /** Where it lies on the scale, 0 to 1. */
  readonly place: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export interface FactorScaleLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly axis: number;
  readonly ticks: readonly { readonly x: number; readonly measured: string; readonly points: string }[];
  readonly mark: {
    readonly x: number;
    readonly from: number;
    readonly to: number;
    readonly text: string;
    readonly textX: number;
    readonly points: string;
  } | null;
}

/** One line from 0 to 100 with what was measured over it and the points under it, straight between the anchors. */
export function layoutFactorScale(
  { anchors, raises, unit, measured, place }: FactorScale,
  { width }: { readonly width: number },
): FactorScaleLayout {
  const [left, right] = [14, width - 14];
  const x = (share: number) => round(left + share * (right - left));
  const wordsOf = unit === "share" ? formatPercent : formatMeasured;
  const all = anchors
    .map(([at, share]) => ({ at, share: raises === "higher" ? share : 1 - share }))
    .sort((a, b) => a.share - b.share);
  const ticks: { x: number; measured: string; points: string }[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const [k, { at, share }] of all.entries()) {
    const words = wordsOf(at);
    const half = textWidth(words, 11) / 2 + 4;
    // The last is always said; others where they have room.
    const last = x(1) - textWidth(wordsOf(all.at(-1)!.at), 11) / 2 - 8;
    const fits = x(share) - half > taken && (k === all.length - 1 || x(share) + half < last);
    ticks.push({
      x: x(share),
      measured: fits ? words : "",
      points: fits ? formatNumber(100 * share, 1) : "",
    });
    if (fits) taken = x(share) + half;
  }
  const text = measured?.text ?? "";
  const half = textWidth(text, 12) / 2;
  return {
    width,
    height: 66,
    left,
    right,
    axis: 40,
    ticks,
    mark:
      measured === null || place === null
        ? null
        : {
            x: x(place.value),
            from: x(place.low),
            to: x(place.high),
            text,
            textX: round(Math.min(Math.max(x(place.value), half), width - half)),
            points: formatNumber(100 * place.value, 1),
          },
  };
}

/** "0.002", "38,000": as written, in groups of three. */
export function formatMeasured(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toPrecision(3);
  return formatNumber(value, size >= 100 ? 2 : size >= 1 ? 4 : 6);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
