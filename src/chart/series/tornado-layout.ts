import { scaleLinear } from "d3-scale";
import { fitLines } from "./break-lines.ts";
import { formatMoney } from "./format-money.ts";
import { textWidth } from "./text-width.ts";

/** How far one input moves a figure: what the figure is with the input at its 10 % and at its 90 % quantile. */
export interface TornadoSwing {
  readonly key: string;
  /** Whose input it is. */
  readonly name: string;
  /** What it is, in words. */
  readonly input: string;
  /** The input's own values. */
  readonly lowValue: string;
  readonly highValue: string;
  readonly low: number;
  readonly high: number;
}

interface TornadoBar {
  readonly key: string;
  readonly label: readonly string[];
  readonly detail: readonly string[];
  readonly top: number;
  readonly left: { readonly x: number; readonly width: number; readonly end: "low" | "high" };
  readonly right: { readonly x: number; readonly width: number; readonly end: "low" | "high" };
  readonly leftText: string;
  readonly rightText: string;
}

export interface TornadoLayout {
  readonly width: number;
  readonly height: number;
  readonly base: { readonly x: number; readonly text: string };
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly bars: readonly TornadoBar[];
}

export const tornadoBarHeight = 14;
const rowHeight = 38;
const narrow = 560;

/** The widest swings about the figure as it is, the widest on top; each end says the input's value that makes it. */
export function layoutTornado(
  swings: readonly TornadoSwing[],
  { base, currency, width }: { readonly base: number; readonly currency: string; readonly width: number },
): TornadoLayout {
  const isNarrow = width < narrow;
  const labelWidth = isNarrow ? 0 : Math.min(260, width * 0.34);
  const textRoom =
    Math.max(0, ...swings.flatMap(({ lowValue, highValue }) => [textWidth(lowValue, 11), textWidth(highValue, 11)])) +
    8;
  const plot = {
    left: labelWidth + textRoom,
    right: width - textRoom,
    top: 26,
    bottom: 26 + swings.length * (isNarrow ? rowHeight + 18 : rowHeight),
  };
  const ends = swings.flatMap(({ low, high }) => [low, high]);
  const scale = scaleLinear(
    [Math.min(base, ...ends), Math.max(base, ...ends)],
    [plot.left, Math.max(plot.right, plot.left + 1)],
  );
  const x = (value: number) => round(scale(value));
  const middle = x(base);
  return {
    width,
    height: plot.bottom + 4,
    base: { x: middle, text: formatMoney(base, currency) },
    plot,
    bars: swings.map((swing, index) => {
      const top = plot.top + index * (isNarrow ? rowHeight + 18 : rowHeight) + (isNarrow ? 18 : 0);
      const rises = swing.high >= swing.low;
      const [least, most] = rises ? [swing.low, swing.high] : [swing.high, swing.low];
      const from = Math.min(x(least), middle);
      const to = Math.max(x(most), middle);
      const room = isNarrow ? width : labelWidth - 12;
      return {
        key: swing.key,
        label: fitLines(isNarrow ? `${swing.name}: ${swing.input}` : swing.name, room, 12).slice(0, 1),
        detail: isNarrow ? [] : fitLines(swing.input, room, 11).slice(0, 1),
        top,
        left: { x: from, width: round(middle - from), end: rises ? "low" : "high" },
        right: { x: middle, width: round(to - middle), end: rises ? "high" : "low" },
        leftText: rises ? swing.lowValue : swing.highValue,
        rightText: rises ? swing.highValue : swing.lowValue,
      };
    }),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
