import type { ReliabilityLayout, ReliabilityPanel } from "../../series/fairness/reliability-layout.ts";
import { PanelFigure } from "./panel-figure.tsx";

interface ReliabilityChartProps {
  readonly layout: ReliabilityLayout;
  readonly label: string;
}

/** Calibration by group: observed rate beside mean score, on the line is calibrated; bars say where the scores lie. */
export function ReliabilityChart({ layout, label }: ReliabilityChartProps) {
  return (
    <PanelFigure layout={layout} label={label}>
      {layout.panels.map((panel) => (
        <Panel key={panel.key} panel={panel} />
      ))}
    </PanelFigure>
  );
}

function Panel({ panel }: { readonly panel: ReliabilityPanel }) {
  const { box, points, bars, xTicks, yTicks } = panel;
  const width = box.right - box.left;
  return (
    <g>
      <text className="panel-title" x={box.left} y={box.top - 9}>
        {panel.label}
        {panel.title ? <title>{panel.title}</title> : null}
      </text>
      {panel.isUnknown ? (
        <rect className="unknown-hatch" x={box.left} y={box.top} width={width} height={box.bottom - box.top} />
      ) : (
        <path className="panel-line" d={panel.diagonal} />
      )}
      <path className="axis" d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} />
      {bars.map(({ x, y, width: across, height }) => (
        <rect key={x} className="histogram-bar" x={x} y={y} width={across} height={height} />
      ))}
      {points.map(({ x, y, low, high }) => (
        <g key={x}>
          <path className="interval is-thin" d={`M${x} ${low}V${high}`} />
          <circle className="panel-dot" cx={x} cy={y} r="2.6" />
        </g>
      ))}
      {xTicks.map(({ x, text }) => (
        <text key={text} className="is-middle" x={x} y={Math.round(box.bottom + 40)}>
          {text}
        </text>
      ))}
      {yTicks.map(({ y, text }) => (
        <text key={text} className="is-end" x={box.left - 5} y={Math.round((y + 4) * 10) / 10}>
          {text}
        </text>
      ))}
      <text className="panel-note halo is-end" x={box.right} y={box.bottom - 6}>
        {panel.note}
      </text>
    </g>
  );
}
