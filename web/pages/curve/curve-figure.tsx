import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { ExceedanceChart } from "../../../src/chart/draw/exceedance-chart.tsx";
import { type ExceedanceInput, layoutExceedance, roomForReading } from "../../../src/chart/series/exceedance-layout.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { returnPeriods, yearsIn } from "../../../src/chart/series/loss-curve.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";
import "./curve.css";

interface CurveFigureProps extends Pick<ExceedanceInput, "curves" | "limits" | "currency" | "words"> {
  readonly height?: number;
  /** What the figure is of, for who does not see it. */
  readonly label?: string;
}

const start = 0.05;

/** The curve with one point read out: the one under the pointer, else the one the arrow keys chose, else 1 year in 20. */
export function CurveFigure(props: CurveFigureProps) {
  const { curves, limits, currency, words, height = 428, label = "Loss exceedance curve" } = props;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width === null ? null : layoutExceedance({ curves, limits, currency, words, width, height })),
    [curves, limits, currency, words, width, height],
  );
  const [chosen, setChosen] = useState<number>(start);
  const [pointed, setPointed] = useState<number | null>(null);
  const stops = [0.9, ...returnPeriods.map((period) => 1 / period)].filter(
    (probability) => layout?.pointAt(probability) !== null,
  );
  const probability = pointed ?? chosen;
  const point = layout?.pointAt(probability) ?? null;
  const text = point
    ? point.loss === 0
      ? `${yearsIn(probability)}: no loss`
      : `${yearsIn(probability)}: more than ${formatMoney(point.loss, currency)}`
    : "";

  const onKeyDown = (event: KeyboardEvent) => {
    const at = nearest(stops, chosen);
    const next = keySteps[event.key];
    if (next === undefined || stops.length === 0) return;
    event.preventDefault();
    setPointed(null);
    setChosen(stops[next === "first" ? 0 : next === "last" ? stops.length - 1 : clamp(at + next, stops.length)]!);
  };
  const onPointerMove = ({ clientY, pointerType }: PointerEvent) => {
    if (!layout || pointerType === "touch") return;
    const top = frame.current?.getBoundingClientRect().top ?? 0;
    setPointed(layout.probabilityAtHeight(clientY - top));
  };

  return (
    <div
      ref={frame}
      className="curve-figure"
      role="slider"
      tabIndex={0}
      aria-label={`${label}, a point of it`}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, stops.length - 1)}
      aria-valuenow={Math.max(0, nearest(stops, chosen))}
      aria-valuetext={text}
      style={{ minHeight: height }}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
    >
      {layout ? (
        <ExceedanceChart
          layout={layout}
          currency={currency}
          reading={point ? { ...point, text: layout.width < roomForReading ? "" : text } : null}
        />
      ) : null}
      {layout && layout.width < roomForReading ? (
        <p className="reading-line" aria-hidden="true">
          {text}
        </p>
      ) : null}
    </div>
  );
}

const keySteps: Readonly<Record<string, number | "first" | "last">> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: "first",
  End: "last",
};

function nearest(stops: readonly number[], probability: number): number {
  let best = 0;
  for (const [index, stop] of stops.entries())
    if (Math.abs(Math.log(stop / probability)) < Math.abs(Math.log(stops[best]! / probability))) best = index;
  return best;
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
