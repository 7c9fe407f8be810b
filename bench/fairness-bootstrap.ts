/**
 * 1,000 bootstrap replicates of every disparity of 100,000 decisions by sex × race, beside Fairlearn's MetricFrame with six
 * metrics (`n_boot`), of which fewer replicates are timed and multiplied.
 *
 *     python3 -m venv peers && peers/bin/pip install fairlearn
 *     npx tsx bench/fairness-bootstrap.ts [rows] [peers/bin/python] [replicates of the peer]
 *
 * Ours is timed with the counts at hand, as Fairlearn's is with its columns: median of 20 rounds, and the first.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addDecision, cubeOfDraft, draftCube } from "../src/engine/fairness/cube/cube-draft.ts";
import { NAMED_DISPARITIES } from "../src/engine/fairness/disparity/disparity-definition.ts";
import { metricSource } from "../src/engine/fairness/disparity/metric-source.ts";
import { bootstrapDisparities } from "../src/engine/fairness/resampling/bootstrap-disparities.ts";
import { drawUniform } from "../src/engine/stats/draw-uniform.ts";
import { startStream, streamKey } from "../src/engine/stats/stream-key.ts";

const ROWS = Number(process.argv[2] ?? 100_000);
const PYTHON = process.argv[3] ?? "python3";
const PEER_REPLICATES = Number(process.argv[4] ?? 20);
const REPLICATES = 1000;

const stream = new Int32Array(4);
startStream(stream, streamKey(20261121, "bench"), 0, 0);
const draft = draftCube({
  attributes: ["sex", "race"],
  task: { kind: "classification", positiveLabel: "1" },
  scores: "none",
  weights: "none",
});
const lines = ["sex,race,label,decision"];
for (let row = 0; row < ROWS; row++) {
  const sex = drawUniform(stream) < 0.48 ? "female" : "male";
  const race = "abcde"[Math.floor(5 * drawUniform(stream) * drawUniform(stream))]!;
  const label = drawUniform(stream) < 0.3 ? "1" : "0";
  const chance = (label === "1" ? 0.6 : 0.2) + (sex === "male" ? 0.05 : 0) - (race === "c" ? 0.04 : 0);
  const decision = drawUniform(stream) < chance ? "1" : "0";
  addDecision(draft, { values: { sex, race }, label, decision });
  lines.push(`${sex},${race},${label},${decision}`);
}
const cube = cubeOfDraft(draft);
const source = metricSource(cube, ["sex", "race"], { rule: { kind: "decision", favourable: "1" } });
const names = [...NAMED_DISPARITIES, "accuracyDifference", "treatmentEqualityDifference"];
const settings = { comparison: "between-groups", level: 0.95, replicates: REPLICATES } as const;

const times = Array.from({ length: 20 }, (_, seed) => {
  const start = performance.now();
  bootstrapDisparities(source, names, { ...settings, seed });
  return performance.now() - start;
});
const [first] = times;
const median = times.toSorted((a, b) => a - b)[10]!;
const figure = bootstrapDisparities(source, names, { ...settings, seed: 1, interval: "percentile" }).get(names[0]!)!;
console.log(`${ROWS} rows, ${source.groups.length} groups, ${names.length} disparities, ${REPLICATES} replicates`);
console.log(`ours      ${median.toFixed(1)} ms, the first time ${first!.toFixed(1)} ms`);

const folder = await mkdtemp(join(tmpdir(), "plimsoll-bootstrap-"));
try {
  const file = join(folder, "decisions.csv");
  await writeFile(file, `${lines.join("\n")}\n`);
  const script = fileURLToPath(new URL("fairlearn-bootstrap.py", import.meta.url));
  const peer = spawn(PYTHON, [script, file, String(PEER_REPLICATES)], { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  peer.stdout.on("data", (text) => {
    output += text;
  });
  const code = await new Promise((resolve) => peer.on("close", resolve).on("error", () => resolve(1)));
  if (code === 0) {
    const { version, seconds, selectionRateDifference } = JSON.parse(output);
    const whole = (seconds * REPLICATES) / PEER_REPLICATES;
    console.log(
      `Fairlearn ${version} ${whole.toFixed(0)} s (${PEER_REPLICATES} replicates in ${seconds.toFixed(1)} s)`,
    );
    console.log(
      `ratio     ${((1000 * whole) / median).toFixed(0)}, the first time ${((1000 * whole) / first!).toFixed(0)}`,
    );
    if (figure.estimate !== null)
      console.log(
        `difference of selection rates: ours ${figure.low!.toFixed(4)} to ${figure.high!.toFixed(4)}, theirs ${selectionRateDifference.map((end: number) => end.toFixed(4)).join(" to ")}`,
      );
  } else console.log(`Fairlearn not found in ${PYTHON}: its 1,000 replicates were measured at 368 s`);
} finally {
  await rm(folder, { recursive: true });
}
