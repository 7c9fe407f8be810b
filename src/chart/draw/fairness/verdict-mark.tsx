import type { VerdictWord } from "../../series/fairness/forest-rows.ts";

/** What each verdict is called beside its mark. */
export const verdictWords: Readonly<Record<VerdictWord | "no-limit", string>> = {
  within: "within",
  outside: "outside",
  "not-enough-evidence": "not enough evidence",
  "no-limit": "no limit drawn",
};

interface VerdictShapeProps {
  readonly verdict: VerdictWord | "no-limit";
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** Circle within, diamond outside, hatched and dashed ring where the evidence does not decide, bar without a limit. */
export function VerdictShape({ verdict, x, y, size = 5 }: VerdictShapeProps) {
  const round = (value: number) => Math.round(value * 10) / 10;
  if (verdict === "outside") {
    const half = round(size * 1.2);
    return (
      <path
        className="mark mark-breach"
        d={`M${x} ${round(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`}
      />
    );
  }
  if (verdict === "no-limit")
    return (
      <path
        className="mark mark-unlined"
        d={`M${round(x - size)} ${round(y - size * 0.35)}h${round(2 * size)}v${round(size * 0.7)}h${round(-2 * size)}z`}
      />
    );
  if (verdict === "within") return <circle className="mark mark-ok" cx={x} cy={y} r={round(size * 0.9)} />;
  return (
    <g className="mark mark-undecided">
      <circle className="mark-ground" cx={x} cy={y} r={round(size * 1.08)} />
      <circle className="mark-hatch" cx={x} cy={y} r={round(size * 1.08)} />
    </g>
  );
}

/** The mark of a verdict in a line of text, always with its word. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictWord | "no-limit" }) {
  return (
    <span className="verdict-mark">
      <svg className="mark-sign" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
        <VerdictShape verdict={verdict} x={8} y={8} size={6} />
      </svg>{" "}
      {verdictWords[verdict]}
    </span>
  );
}
