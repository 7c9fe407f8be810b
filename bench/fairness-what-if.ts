/**
 * Frames of a fairness what-if: 10 groups of 1,000 bins of scores, every threshold moved at each frame.
 *
 *     npx tsx bench/fairness-what-if.ts [groups] [bins] [frames]
 *
 * Prints milliseconds of preparing once, of a frame (median, 99th percentile and worst; all figures of all groups and five
 * disparities with intervals), of the same frame by counting the cube again, and of placing all marks.
 */
import { canonicalCube } from "../src/engine/fairness/cube/canonical-cube.ts";
import { outcomeTable } from "../src/engine/fairness/rate/outcome-table.ts";
import { thresholdFrame } from "../src/engine/fairness/threshold/threshold-frame.ts";
import { thresholdMarks } from "../src/engine/fairness/threshold/threshold-marks.ts";
import { thresholdTable } from "../src/engine/fairness/threshold/threshold-table.ts";

const GROUPS = Number(process.argv[2] ?? 10);
const BINS = Number(process.argv[3] ?? 1000);
const FRAMES = Number(process.argv[4] ?? 2000);

const cells = GROUPS * BINS * 2;
const codeOf = (of: (cell: number) => number) => Int32Array.from({ length: cells }, (_, cell) => of(cell));
const groupOf = (cell: number) => Math.floor(cell / (2 * BINS));
const binOf = (cell: number) => Math.floor(cell / 2) % BINS;
const cube = canonicalCube({
  dimensions: [
    { name: "group", role: "attribute", values: Array.from({ length: GROUPS }, (_, g) => `g${g}`) },
    { name: "label", role: "label", values: ["0", "1"] },
    { name: "score", role: "score", values: Array.from({ length: BINS }, (_, b) => b) },
  ],
  codes: [codeOf(groupOf), codeOf((cell) => cell % 2), codeOf(binOf)],
  n: Float64Array.from({ length: cells }, (_, cell) => {
    const score = (binOf(cell) + 0.5) / BINS;
    const share = cell % 2 === 1 ? score : 1 - score;
    return 1 + Math.floor(((997 * (cell + 1)) % 101) * share * (1 + (groupOf(cell) % 3)));
  }),
  sums: {},
  scores: { kind: "bins", count: BINS },
  positiveLabel: "1",
});

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const rows = cube.n.reduce((sum, n) => sum + n, 0);
console.log(`${GROUPS} groups × ${BINS} bins, ${cube.n.length} cells, ${rows} rows`);
const prepared: { table?: ReturnType<typeof thresholdTable> } = {};
const preparing = milliseconds(() => {
  prepared.table = thresholdTable(cube, ["group"]);
});
const table = prepared.table!;
const thresholdsAt = (frame: number) => table.groups.map((_, g) => ((frame * 7 + g * 131) % (BINS - 1)) / BINS);
const frames = Float64Array.from({ length: FRAMES }, (_, frame) =>
  milliseconds(() => thresholdFrame(table, thresholdsAt(frame))),
);
const first = frames[0]!;
frames.sort();
const at = (share: number) => frames[Math.floor(share * (FRAMES - 1))]!.toFixed(2);
console.log(`prepare once            ${preparing.toFixed(1)} ms`);
console.log(
  `frame                   first ${first.toFixed(2)}, median ${at(0.5)}, 99 % ${at(0.99)}, worst ${at(1)} ms`,
);
const counting = milliseconds(() => outcomeTable(cube, ["group"], { kind: "threshold", at: 0.5 }));
console.log(`counting the cube again ${counting.toFixed(2)} ms, one threshold for all, without any figure`);
for (const round of ["first", "again"])
  console.log(`all marks, ${round}        ${milliseconds(() => thresholdMarks(table)).toFixed(1)} ms`);
