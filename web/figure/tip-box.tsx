import type { ReactNode } from "react";

interface TipBoxProps {
  readonly x: number;
  readonly y: number;
  readonly figureWidth: number;
  readonly children: ReactNode;
}

const width = 264;

/** The note itself. What it says is in the name of the element it belongs to, so it is not read out twice. */
export function TipBox({ x, y, figureWidth, children }: TipBoxProps) {
  const left = Math.max(0, Math.min(x - width / 2, figureWidth - width));
  return (
    <div className="tip" aria-hidden="true" style={{ left, top: y + 6, width }}>
      {children}
    </div>
  );
}
