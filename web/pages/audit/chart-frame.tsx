import type { ReactNode } from "react";
import { useElementWidth } from "../../figure/use-element-width.ts";

/** Room for a chart that is laid out for the width it is given. */
export function ChartFrame({ children }: { readonly children: (width: number) => ReactNode }) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  return (
    <div className="chart-frame" ref={frame}>
      {width === null ? null : children(width)}
    </div>
  );
}
