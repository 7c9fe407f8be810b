import type { FunnelLayout } from "../../series/fairness/funnel-layout.ts";

interface FunnelChartProps {
  readonly layout: FunnelLayout;
  readonly label: string;
}

/** How many of a hundred of each group come to each stage, and the rate of each step. */
export function FunnelChart({ layout, label }: FunnelChartProps) {
  const { width, height } = layout;
  return (
    <svg
      className="funnel-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.stages.map(({ x, label: stage }) => (
        <text key={x} className="panel-title" x={x} y="12">
          {stage}
        </text>
      ))}
      {layout.groups.map(({ key, label: group, title, y, bars }) => (
        <g key={key}>
          <text className="forest-name" x="0" y={y}>
            {group}
            {title ? <title>{title}</title> : null}
          </text>
          {bars.map((bar) => (
            <g key={bar.x}>
              {bar.fall ? <path className="funnel-fall" d={bar.fall} /> : null}
              <rect
                className={bar.isUnknown ? "unknown-hatch" : "funnel-bar"}
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
              />
              <text className="forest-figure" x={bar.x} y={bar.y + bar.height + 13}>
                {bar.text}
              </text>
              {bar.step === null ? null : (
                <text x={bar.x} y={bar.y + bar.height + 26}>
                  {bar.step}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
