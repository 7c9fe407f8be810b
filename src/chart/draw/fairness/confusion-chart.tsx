import type { ConfusionLayout } from "../../series/fairness/confusion-squares.ts";

interface ConfusionChartProps {
  readonly layout: ConfusionLayout;
  /** The group and its four shares in words. */
  readonly label: string;
}

/** Right and wrong decisions of one group as squares; they move when the counts change, unless motion is not wanted. */
export function ConfusionChart({ layout, label }: ConfusionChartProps) {
  const { size, height, top, middle, squares } = layout;
  return (
    <svg
      className="confusion-chart"
      width={size}
      height={height}
      viewBox={`0 0 ${size} ${height}`}
      role="img"
      aria-label={label}
    >
      {squares.length === 0 ? <rect className="unknown-hatch" y={top} width={size} height={size} /> : null}
      <path className="grid-line" d={`M${middle} ${top}v${size}M0 ${top + middle}H${size}`} />
      {squares.map(({ kind, x, y, side }) => (
        <rect key={kind} className={`confusion-square is-${kind}`} x={x} y={y} width={side} height={side} />
      ))}
      {squares.map(({ kind, text, textX, textY, anchor }) => (
        <text key={kind} className={`halo confusion-figure${anchor === "end" ? " is-end" : ""}`} x={textX} y={textY}>
          {text}
        </text>
      ))}
    </svg>
  );
}
