import { drawBinomial } from "../../stats/draw-binomial.ts";
import { drawMultinomial } from "../../stats/draw-multinomial.ts";
import { drawPoisson } from "../../stats/draw-poisson.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";

/**
 * How a table is drawn again. "rows": so many rows with replacement, exactly as from the rows themselves.
 * "rows-within-groups": each group keeps its size, so that none vanishes. "poisson": for weighted rows.
 */
export type Resampling = "rows" | "rows-within-groups" | "poisson";

/**
 * Draws a table again and again from its counts, never from rows: the cost is cells, not rows.
 *
 * With weights each cell is drawn as c · Poisson(m) with m = (Σw)² ÷ Σw² and c = Σw² ÷ Σw: mean and variance are those
 * of giving each row a Poisson(1) multiplicity, without knowing the rows.
 *
 * @param visit - is shown the weights of each replicate, the last block being all groups; it must not keep the array
 * @param seed - whole number in [0, 2^53); replicate k is the same whatever the number of replicates
 * @example
 * const counts = Float64Array.of(3, 1, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0, 0, 0, 0);
 * const table = { attributes: ["g"], groups: [{ g: "a" }], n: counts, weight: counts, weightSquares: counts, weights: "none" };
 * let rows = 0;
 * resampleTable(table, { resampling: "rows", replicates: 5, seed: 1 }, (weight) => { rows += weight[9] + weight[10]; });
 * rows // => 20
 */
export function resampleTable(
  table: OutcomeTable,
  { resampling, replicates, seed }: { resampling: Resampling; replicates: number; seed: number },
  visit: (weight: Float64Array, replicate: number) => void,
): void {
  const groups = table.groups.length;
  const own = groups * OUTCOMES;
  const drawn = new Float64Array(own + OUTCOMES);
  const stream = new Int32Array(4);
  const key = streamKey(seed, "bootstrap");
  const rows = table.n.subarray(0, own).reduce((sum, n) => sum + n, 0);
  const poisson = resampling === "poisson" ? poissonCells(table, own) : null;
  for (let replicate = 0; replicate < replicates; replicate++) {
    startStream(stream, key, replicate, 0);
    if (poisson) {
      for (let cell = 0; cell < own; cell++) {
        drawn[cell] = poisson.rows[cell]! > 0 ? poisson.scale[cell]! * drawPoisson(stream, poisson.rows[cell]!) : 0;
      }
    } else if (resampling === "rows") drawMultinomial(stream, table.n, rows, drawn, 0, own);
    else for (let g = 0; g < groups; g++) drawGroup(stream, table.n, drawn, g);
    addUp(drawn, own);
    visit(drawn, replicate);
  }
}

function poissonCells({ weight, weightSquares }: OutcomeTable, own: number) {
  const rows = new Float64Array(own);
  const scale = new Float64Array(own);
  for (let cell = 0; cell < own; cell++) {
    if (!(weight[cell]! > 0)) continue;
    rows[cell] = weight[cell]! ** 2 / weightSquares[cell]!;
    scale[cell] = weightSquares[cell]! / weight[cell]!;
  }
  return { rows, scale };
}

function drawGroup(stream: Int32Array, n: Float64Array, drawn: Float64Array, group: number): void {
  const from = group * OUTCOMES;
  let rows = 0;
  for (let cell = from; cell < from + OUTCOMES; cell++) rows += n[cell]!;
  drawMultinomial(stream, n, rows, drawn, from, from + OUTCOMES);
}

/** The last block is all groups together. */
function addUp(weight: Float64Array, own: number): void {
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    let sum = 0;
    for (let cell = outcome; cell < own; cell += OUTCOMES) sum += weight[cell]!;
    weight[own + outcome] = sum;
  }
}

/**
 * Draws clusters of rows (persons, queries, templates) with replacement, for rows that are not independent of each other.
 *
 * @param clusters - of each cluster its weights by group and outcome, without the block of all groups
 */
export function resampleClusterTables(
  clusters: readonly Float64Array[],
  { replicates, seed }: { replicates: number; seed: number },
  visit: (weight: Float64Array, replicate: number) => void,
): void {
  const own = clusters[0]?.length ?? 0;
  const drawn = new Float64Array(own + OUTCOMES);
  const stream = new Int32Array(4);
  const key = streamKey(seed, "clusters");
  for (let replicate = 0; replicate < replicates; replicate++) {
    startStream(stream, key, replicate, 0);
    drawn.fill(0);
    let left = clusters.length;
    for (const [k, cluster] of clusters.entries()) {
      const times = drawBinomial(stream, left, 1 / (clusters.length - k));
      left -= times;
      if (times > 0) for (let cell = 0; cell < own; cell++) drawn[cell]! += times * cluster[cell]!;
    }
    addUp(drawn, own);
    visit(drawn, replicate);
  }
}
