import type { ReactNode } from "react";

interface PanelFigureProps {
  readonly layout: { readonly width: number; readonly height: number };
  readonly label: string;
  readonly children: ReactNode;
}

/** One picture of several panels, a group each. */
export function PanelFigure({ layout: { width, height }, label, children }: PanelFigureProps) {
  return (
    <svg
      className="panel-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {children}
    </svg>
  );
}
