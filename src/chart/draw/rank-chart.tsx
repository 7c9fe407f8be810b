import type { RankLayout } from "../series/rank-layout.ts";

interface RankChartProps {
  readonly layout: RankLayout;
  /** What it shows, for who does not see it. */
  readonly label: string;
}

/** How often each scenario takes each place when weights and ratings wobble: the darker, the oftener. */
export function RankChart({ layout, label }: RankChartProps) {
  const { width, height, cell, places, rows } = layout;
  return (
    <svg
      className="rank-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <text x="0" y="14">
        place
      </text>
      {places.map(({ x, text }) => (
        <text key={text} className="is-middle" x={x} y="14">
          {text}
        </text>
      ))}
      {rows.map(({ id, name, top, cells }) => (
        <g key={id}>
          {name.map((text, line) => (
            <text key={text} className="composite-name" x="0" y={top + (name.length === 1 ? 19 : 13 + 13 * line)}>
              {text}
            </text>
          ))}
          {cells.map(({ key, x, step, text }) => (
            <g key={key} className={step === null ? "rank-cell is-none" : `rank-cell is-${step}`}>
              <rect x={x + 1} y={top + 1} width={Math.round((cell.width - 2) * 10) / 10} height={cell.height - 2} />
              {text === "" ? null : (
                <text className="is-middle" x={Math.round((x + cell.width / 2) * 10) / 10} y={top + 19}>
                  {text}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
