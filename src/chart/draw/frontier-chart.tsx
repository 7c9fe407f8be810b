import type { FrontierLayout } from "../series/frontier-layout.ts";

/** What a budget buys, as steps downwards, with the budget as a line across. What it shows is said beside it. */
export function FrontierChart({ layout, currency }: { readonly layout: FrontierLayout; readonly currency: string }) {
  const { width, height, plot, d, steps, budget, xTicks, yTicks } = layout;
  return (
    <svg className="frontier-chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {yTicks.map(({ y, text }) => (
        <g key={text}>
          <path className="grid-line" d={`M${plot.left} ${y}H${plot.right}`} />
          <text className="is-end" x={plot.left - 8} y={y + 4}>
            {text}
          </text>
        </g>
      ))}
      <path className="axis-ink" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {xTicks.map(({ x, text }) => (
        <g key={text}>
          <path className="axis-ink" d={`M${x} ${plot.bottom}v4`} />
          <text className="is-middle" x={x} y={plot.bottom + 18}>
            {text}
          </text>
        </g>
      ))}
      <text className="is-end" x={plot.right} y={height - 4}>
        Cost of the controls in a year, {currency}
      </text>
      <path className="frontier-line" d={d} />
      <path className="frontier-budget" d={`M${budget.x} ${plot.top - 6}V${plot.bottom}`} />
      <text
        className={`frontier-label halo is-${budget.anchor}`}
        x={budget.anchor === "end" ? budget.x - 7 : budget.x + 7}
        y={plot.top - 10}
      >
        {budget.text}
      </text>
      {steps.map(({ x, y, state }) => (
        <circle
          key={`${x} ${y}`}
          className={`frontier-step is-${state}`}
          cx={x}
          cy={y}
          r={state === "chosen" ? 5 : 3}
        />
      ))}
    </svg>
  );
}
