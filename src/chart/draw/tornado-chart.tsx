import { type TornadoLayout, tornadoBarHeight } from "../series/tornado-layout.ts";

/** The widest swings of a figure, each about what it is. What it shows is said by the table that is its twin. */
export function TornadoChart({ layout }: { readonly layout: TornadoLayout }) {
  const { width, height, base, plot, bars } = layout;
  return (
    <svg className="tornado-chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <text className="is-middle tornado-base" x={base.x} y="12">
        {base.text} expected
      </text>
      {bars.map(({ key, label, detail, top, left, right, leftText, rightText }) => (
        <g key={key}>
          {label.map((text) => (
            <text key={text} className="waterfall-label" x="0" y={plot.left < 200 ? top - 5 : top + 10}>
              {text}
            </text>
          ))}
          {detail.map((text) => (
            <text key={text} x="0" y={top + 24}>
              {text}
            </text>
          ))}
          <rect
            className={`tornado-bar is-${left.end}`}
            x={left.x}
            y={top}
            width={left.width}
            height={tornadoBarHeight}
          />
          <rect
            className={`tornado-bar is-${right.end}`}
            x={right.x}
            y={top}
            width={right.width}
            height={tornadoBarHeight}
          />
          <text className="is-end" x={left.x - 6} y={top + 11}>
            {leftText}
          </text>
          <text x={right.x + right.width + 6} y={top + 11}>
            {rightText}
          </text>
        </g>
      ))}
      <path className="axis-ink" d={`M${base.x} ${plot.top - 8}V${plot.bottom - 8}`} />
    </svg>
  );
}
