import { type FactorTreeLayout, factorBarHeight } from "../series/factor-tree-layout.ts";

interface FactorTreeChartProps {
  readonly layout: FactorTreeLayout;
  readonly label: string;
  /** Key of the factor that is open. */
  readonly open?: string | undefined;
}

/** Factors as a tree: each with its place from 0 to 100, and on each line what it weighs and brings. */
export function FactorTreeChart({ layout, label, open }: FactorTreeChartProps) {
  const { width, height, form, nodes, edges } = layout;
  return (
    <svg
      className={`factor-tree-chart is-${form}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {edges.map(({ key, path, thickness, look }) => (
        <path
          key={key}
          className={`factor-edge is-${look}`}
          d={path}
          strokeWidth={form === "outline" ? 1 : thickness}
        />
      ))}
      {nodes.map(({ key, x, top, height, name, detail, bar, value, look, kind }) => (
        <g
          key={key}
          className={`factor-node is-${kind} is-${look}${key === open ? " is-open" : ""}`}
          transform={`translate(${x} ${top})`}
          data-factor={key}
        >
          <rect className="factor-ground" x="-6" y="-3" width={bar.width + 46} height={height + 4} />
          {name.map((text, line) => (
            <text key={text} className="factor-name" x="0" y={11 + 15 * line}>
              {text}
            </text>
          ))}
          <rect className="factor-track" x="0" y={bar.y} width={bar.width} height={factorBarHeight} />
          {bar.to === null ? null : (
            <rect className="factor-bar" x="0" y={bar.y} width={Math.max(bar.to, 1)} height={factorBarHeight} />
          )}
          {bar.ticks.map((at) => (
            <path key={at} className="factor-tick" d={`M${at} ${bar.y}v${factorBarHeight}`} />
          ))}
          {bar.range === null ? null : (
            <path className="factor-range" d={`M${bar.range[0]} ${bar.y + factorBarHeight + 2}H${bar.range[1]}`} />
          )}
          <text className="factor-value is-end" x={bar.width + 40} y={bar.y + factorBarHeight}>
            {value}
          </text>
          {detail.map((text, line) => (
            <text key={text} className="factor-detail" x="0" y={bar.y + factorBarHeight + 14 + 13 * line}>
              {text}
            </text>
          ))}
        </g>
      ))}
      {edges.map(({ key, x, y, weight, brings, thickness }) => (
        <g key={key}>
          {form === "columns" ? (
            <>
              <text className="factor-weight is-end" x={x} y={Math.round(10 * (y - thickness / 2 - 4)) / 10}>
                {weight}
              </text>
              <text className="factor-brings is-end" x={x} y={Math.round(10 * (y + thickness / 2 + 12)) / 10}>
                {brings === "" ? "" : `brings ${brings}`}
              </text>
            </>
          ) : (
            <text className="factor-weight is-end" x={x} y={y}>
              {weight}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
