import type { ScoreStrip } from "../../series/fairness/score-strip.ts";

interface ScoreStripChartProps {
  readonly strip: ScoreStrip;
  /** Pixels from the left from which scores are selected; beyond the width nobody is. */
  readonly from: number;
  /** Where it is without the change; null draws none. */
  readonly before: number | null;
  /** Thresholds that would serve an aim. */
  readonly marks: readonly { readonly key: string; readonly x: number; readonly isPointedAt: boolean }[];
}

/** Scores of a group: positive labels above the line, others below, the selected ones in ink. */
export function ScoreStripChart({ strip, from, before, marks }: ScoreStripChartProps) {
  const { width, height, base, above, below } = strip;
  const x = Math.round(Math.min(width, Math.max(0, from)) * 10) / 10;
  return (
    <svg className="score-strip" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="score-above" d={above} />
      <path className="score-below" d={below} />
      <rect className="score-left" x="0" y="0" width={x} height={height} />
      <path className="axis" d={`M0 ${base}H${width}`} />
      {marks.map(({ key, x: at, isPointedAt }) => (
        <path
          key={key}
          className={isPointedAt ? "aim-tick is-pointed-at" : "aim-tick"}
          d={isPointedAt ? `M${at} 0V${height}` : `M${at} 0v5M${at} ${height}v-5`}
        />
      ))}
      {before === null ? null : <path className="threshold-before" d={`M${before} -4V${height + 4}`} />}
      <path className="load-line" d={`M${x} -6V${height + 6}`} />
    </svg>
  );
}
