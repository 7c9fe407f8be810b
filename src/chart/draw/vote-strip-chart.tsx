import { stripMarkRadius, type VoteStripLayout } from "../series/vote-strip.ts";

/** How the votes lie on one axis. What it shows is said by the table that is its twin. */
export function VoteStripChart({ layout }: { readonly layout: VoteStripLayout }) {
  const { width, height, baseline, parts, levels, marks, counts, median } = layout;
  const [left = 0, right = width] = [parts[0], parts.at(-1)];
  return (
    <svg className="vote-strip" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {parts.map((x) => (
        <path key={x} className="grid-line" d={`M${x} 16V${baseline}`} />
      ))}
      <path className="vote-median" d={`M${median.x} 14V${baseline}`} />
      <text className="is-middle vote-median-text" x={median.x} y="10">
        {median.text}
      </text>
      <path className="axis-ink" d={`M${left} ${baseline}H${right}`} />
      {levels.map(({ x, lines }) => (
        <text key={x} className="is-middle">
          {lines.map((line, k) => (
            <tspan key={line} x={x} y={baseline + 14 + 13 * k}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {marks.map(({ key, x, y, text, kind }) => (
        <g key={key} className={`vote-mark is-${kind}`}>
          <circle cx={x} cy={y} r={stripMarkRadius} />
          <text className="is-middle" x={x} y={y + 3}>
            {text}
          </text>
        </g>
      ))}
      {counts.map(({ level, x, y, text }) => (
        <text key={level} className="is-middle vote-count" x={x} y={y + 4}>
          {text}
        </text>
      ))}
    </svg>
  );
}
