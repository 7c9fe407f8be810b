/**
 * How charts look: the rules of src/chart/look that a report needs, word for word, since a file that stands alone can read no
 * other. A test holds them against those.
 */
export const chartLook = `
:root {
  color-scheme: light;

  --paper: #fbfbf9;
  --paper-sunk: #f2f4f3;
  --ink: #14202b; /* 15.9, numbers, names, rules */
  --ink-2: #435160; /* 7.8, sentences */
  --ink-3: #56636f; /* 5.9, units, axes, times: no text is lighter */
  --line: #cfd6da;
  --line-faint: #e4e8e9;

  /* The one accent. It means the load line, what is selected, and now. */
  --accent: #0a4d78;
  --accent-ink: #fbfbf9;
  --accent-tint: #e3edf3;

  /* Ground of the map by side of the line; every mark keeps 3 : 1 on each. */
  --band-within: #f1f5f5;
  --band-over: #faf1dd;
  --band-tolerance: #f7e7d3;

  /* Ramp of scores: further from the paper is more; the line lies between 3 and 4, where the text turns. */
  --risk-1: #f3ecd2;
  --risk-2: #dcca88;
  --risk-3: #a99d7a;
  --risk-4: #4b5a77;
  --risk-5: #0b2348;
  --risk-1-ink: #14202b;
  --risk-2-ink: #14202b;
  --risk-3-ink: #14202b;
  --risk-4-ink: #ffffff;
  --risk-5-ink: #ffffff;
  --unknown: #80868f;
  --unknown-ink: #435160;

  /* Status: a shape and a word go with each. */
  --ok: #00906a;
  --watch: #f0e442;
  --watch-edge: #14202b;
  --breach: #d55e00;
  --critical: #14202b;

  --series-inherent: #75828c;
  --series-residual: #14202b;
  --over-fill: #f4dfc6;
}
:root {
  /* Sentences in the serif; all that is counted in the sans, tabular. */
  --serif: "Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, serif;
  --sans: "IBM Plex Sans", "Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;

  --text-head: 600 30px / 1.15 var(--serif);
  --text-number: 500 30px / 1 var(--sans);
  --text-finding: 600 17px / 1.25 var(--serif);
  --text-body: 400 13px / 1.45 var(--sans);
  --text-strong: 600 13px / 1.45 var(--sans);
  --text-label: 400 12px / 1.35 var(--sans);
  --text-mark: 500 11.5px / 1.2 var(--sans);
  --text-small: 400 11px / 1.3 var(--sans);

  --space-1: 4px;
  --space-2: 8px;
  --space-3: 12px;
  --space-4: 16px;
  --space-5: 24px;
  --space-6: 32px;
  --space-7: 48px;

  --bar: 48px;
  --row: 21px;
  --gutter: 32px;
  --radius: 2px;
  --rule: 2px;

  --pulse: 900ms;
  --move: 160ms;
  --ease: cubic-bezier(0.2, 0, 0, 1);
}
svg {
  display: block;
  overflow: visible;
}
svg text {
  font: var(--text-small);
  fill: var(--ink-3);
  font-variant-numeric: tabular-nums lining-nums;
}
.axis {
  fill: none;
  stroke: var(--line);
}
.axis-ink {
  fill: none;
  stroke: var(--ink-3);
}
.grid-line {
  fill: none;
  stroke: var(--line-faint);
}
.hatch-line {
  stroke: var(--unknown);
  stroke-width: 1.2;
}
svg .is-end {
  text-anchor: end;
}
svg .is-middle {
  text-anchor: middle;
}
.mark-ok {
  fill: var(--ok);
}
.mark-breach {
  fill: var(--breach);
}
.mark-unlined {
  fill: var(--unknown-ink);
}
.mark-unknown {
  fill: url(#unknown-hatch);
  stroke: var(--unknown);
}
.mark-sign {
  display: inline-block;
  vertical-align: -1.5px;
  flex: none;
}
.load-line {
  fill: none;
  stroke: var(--accent);
  stroke-width: 2;
}
.load-ring {
  fill: var(--paper);
  stroke: var(--accent);
  stroke-width: 2;
}
svg .load-label {
  fill: var(--accent);
  font: 600 11px / 1.2 var(--sans);
}
.tolerance-line {
  fill: none;
  stroke: var(--accent);
  stroke-dasharray: 3 3;
}
.unknown-hatch {
  fill: url(#unknown-hatch);
}
.halo {
  paint-order: stroke;
  stroke: var(--paper);
  stroke-width: 4px;
  stroke-linejoin: round;
}
.interval {
  fill: none;
  stroke: var(--ink);
  stroke-width: 2;
}
.interval.is-thin {
  stroke-width: 1.25;
}
.forest-over {
  fill: var(--band-over);
}
svg .forest-title,
svg .panel-title {
  fill: var(--ink);
  font: 600 11.5px / 1.2 var(--sans);
}
svg .forest-name {
  fill: var(--ink);
  font: var(--text-label);
}
svg .forest-figure {
  fill: var(--ink);
  font: 600 12px / 1.2 var(--sans);
}
svg .forest-reason {
  fill: var(--unknown-ink);
  font: var(--text-mark);
}
.forest-overall {
  fill: none;
  stroke: var(--ink-3);
  stroke-dasharray: 1.5 2.5;
}
.forest-dot {
  fill: var(--ink-3);
}
.forest-dot.is-reference {
  fill: var(--ink);
}
.forest-before {
  fill: var(--paper);
  stroke: var(--ink-2);
  stroke-width: 1.4;
}
.forest-moved {
  fill: none;
  stroke: var(--ink-3);
  stroke-dasharray: 2 2;
}
.mark-undecided .mark-ground {
  fill: var(--paper);
}
.mark-undecided .mark-hatch {
  fill: url(#unknown-hatch);
  stroke: var(--ink-2);
  stroke-width: 1.3;
  stroke-dasharray: 2.6 1.6;
}
.verdict-mark {
  white-space: nowrap;
}
.panel-line {
  fill: none;
  stroke: var(--accent);
  stroke-width: 1.5;
}
.panel-dot {
  fill: var(--ink);
}
svg .panel-note {
  fill: var(--ink-2);
}
.histogram-bar {
  fill: var(--line);
}
.funnel-bar {
  fill: var(--ink);
}
.funnel-fall {
  fill: none;
  stroke: var(--line);
}
`;
