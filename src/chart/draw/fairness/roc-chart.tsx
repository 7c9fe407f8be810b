import type { RocLayout, RocPanel } from "../../series/fairness/roc-layout.ts";
import { PanelFigure } from "./panel-figure.tsx";

interface RocChartProps {
  readonly layout: RocLayout;
  readonly label: string;
}

/** ROC curves, one panel a group with the others behind it; ring where it is, dot where it is tried. */
export function RocChart({ layout, label }: RocChartProps) {
  return (
    <PanelFigure layout={layout} label={label}>
      {layout.panels.map((panel) => (
        <Panel key={panel.key} panel={panel} />
      ))}
    </PanelFigure>
  );
}

function Panel({ panel }: { readonly panel: RocPanel }) {
  const { box, now, tried } = panel;
  return (
    <g>
      <text className="panel-title" x={box.left} y={box.top - 9}>
        {panel.label}
        {panel.title ? <title>{panel.title}</title> : null}
      </text>
      {panel.isUnknown ? (
        <rect
          className="unknown-hatch"
          x={box.left}
          y={box.top}
          width={box.right - box.left}
          height={box.bottom - box.top}
        />
      ) : null}
      <path className="grid-line" d={`M${box.left} ${box.bottom}L${box.right} ${box.top}`} />
      <path className="axis" d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} />
      <path className="roc-other" d={panel.behind} />
      <path className="roc-curve" d={panel.path} />
      {now ? <circle className="forest-before" cx={now.x} cy={now.y} r="4" /> : null}
      {tried ? <circle className="roc-tried" cx={tried.x} cy={tried.y} r="4.5" /> : null}
      <text className="panel-note halo is-end" x={box.right} y={box.bottom - 6}>
        {panel.note}
      </text>
      {[0, 50, 100].map((percent) => (
        <text
          key={percent}
          className={percent === 0 ? "" : percent === 100 ? "is-end" : "is-middle"}
          x={Math.round(box.left + (percent / 100) * (box.right - box.left))}
          y={Math.round(box.bottom + 14)}
        >
          {percent}
        </text>
      ))}
      {panel.isLeftmost
        ? [0, 50, 100].map((percent) => (
            <text
              key={percent}
              className="is-end"
              x={box.left - 5}
              y={Math.round(box.bottom + 4 - (percent / 100) * (box.bottom - box.top))}
            >
              {percent}
            </text>
          ))
        : null}
    </g>
  );
}
