/**
 * An audit of ten million decisions, whole processes from start to end: ours from CSV and from Parquet, with intervals and
 * tests on every figure, beside processes that run the same GROUP BY and nothing else, and beside other programs.
 *
 * The decisions are made by DuckDB from a hash, the same in every run, in a folder that is removed at the end. A peer is
 * measured where its interpreter is given, over as many rows as `--peer-rows` says, and our audit of as many beside it:
 *
 *     npm run build
 *     python3 -m venv peers && peers/bin/pip install fairlearn pyarrow
 *     python3 -m venv older && older/bin/pip install fairlearn==0.12 pyarrow
 *     python3 -m venv aif && aif/bin/pip install aif360 pyarrow
 *     python3 -m venv aeq && aeq/bin/pip install aequitas pyarrow
 *     npx tsx bench/fairness.ts --fairlearn peers/bin/python --fairlearn older/bin/python \
 *       --aif360 aif/bin/python --aequitas aeq/bin/python [--rows 10000000] [--peer-rows 10000000] [--rounds 3] \
 *       [--format parquet] [--format csv]
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: given } = parseArgs({
  options: {
    rows: { type: "string", default: "10000000" },
    "peer-rows": { type: "string" },
    rounds: { type: "string", default: "3" },
    format: { type: "string", multiple: true, default: ["parquet", "csv"] },
    fairlearn: { type: "string", multiple: true, default: [] },
    aif360: { type: "string" },
    aequitas: { type: "string" },
  },
});
const ROWS = Number(given.rows);
const PEER_ROWS = Number(given["peer-rows"] ?? given.rows);
const ROUNDS = Number(given.rounds);
const formats = given.format;

interface Run {
  readonly seconds: number;
  /** Time of all processors: what a busy machine disturbs least. */
  readonly processorSeconds: number;
  readonly megabytes: number;
  readonly output: string;
}

/** What is run, and which of our audits it is held against. */
interface Contender {
  readonly name: string;
  readonly against: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** A process to its end, with its time and the most memory that it held. */
function run([program, ...args]: Contender["command"]): Promise<Run | null> {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn("/usr/bin/time", ["-f", "%U %S %M", program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let [output, notes] = ["", ""];
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      notes += text;
    });
    child.on("error", () => resolve(null));
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1000;
      const [user = 0, system = 0, kilobytes = 0] = (notes.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
      resolve(code === 0 ? { seconds, processorSeconds: user + system, megabytes: kilobytes / 1024, output } : null);
    });
  });
}

async function makeDecisions(folder: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const uniform = (k: number) => `((hash(i * 8 + ${k}) % 1000003) / 1000003.0)`;
  await connection.run(`CREATE TABLE decisions AS SELECT sex, race, label, CAST(score > 0.6 AS INTEGER) AS decision, score FROM (
    SELECT CASE WHEN ${uniform(1)} < 0.48 THEN 'Female' ELSE 'Male' END AS sex,
      (['White', 'Black', 'Asian', 'Hispanic', 'Other'])[1 + CAST(floor(5 * ${uniform(2)} * ${uniform(3)}) AS INTEGER)] AS race,
      CAST(${uniform(4)} < 0.3 AS INTEGER) AS label, round((${uniform(5)} + ${uniform(6)}) / 2, 6) AS score
    FROM range(${rows}) AS t(i))`);
  for (const format of formats) await connection.run(`COPY decisions TO '${join(folder, `${rows}.${format}`)}'`);
  connection.closeSync();
  instance.closeSync();
}

/** A Node process that asks DuckDB for one answer, and prints how many lines it has. */
function bare(path: string, columns: string): Contender["command"] {
  const code = `const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const answer = await connection.runAndReadAll("SELECT ${columns} FROM '${path}' GROUP BY ALL");
    console.log(answer.getRows().length);`;
  return [process.execPath, "--input-type=module", "-e", code];
}

function contenders(folder: string): Contender[] {
  const keys = "sex, race, label, decision, count(*)";
  const bins = `${keys}, CAST(floor(score * 1000) AS INTEGER)`;
  const error = "label - score";
  const sums = `sum(score), sum(score * score), sum(${error}), sum((${error}) * (${error})), sum(abs(${error})), sum(-ln(greatest(1e-15, abs(1 - label - score))))`;
  const audit = (path: string, ...more: string[]): Contender["command"] => {
    const named = ["--protected", "sex,race", "--label", "label", "--decision", "decision", "--json"];
    return [process.execPath, join(root, "bin/plimsoll"), "audit", path, ...named, ...more];
  };
  const peers = [
    ...given.fairlearn.map((python, k) => ({ tool: "fairlearn", name: `Fairlearn ${k + 1}`, python })),
    ...(given.aif360 === undefined ? [] : [{ tool: "aif360", name: "AIF360", python: given.aif360 }]),
    ...(given.aequitas === undefined ? [] : [{ tool: "aequitas", name: "Aequitas", python: given.aequitas }]),
  ];
  return formats.flatMap((format): Contender[] => {
    const path = join(folder, `${ROWS}.${format}`);
    const peerPath = join(folder, `${PEER_ROWS}.${format}`);
    const [plain, scored] = [`${format}: audit`, `${format}: audit with scores`];
    const beside = PEER_ROWS === ROWS ? plain : `${format}: audit of ${PEER_ROWS}`;
    return [
      { name: plain, against: plain, command: audit(path) },
      { name: `${format}: GROUP BY`, against: plain, command: bare(path, keys) },
      { name: scored, against: scored, command: audit(path, "--score", "score") },
      { name: `${format}: GROUP BY with bins`, against: scored, command: bare(path, bins) },
      { name: `${format}: GROUP BY with bins and sums`, against: scored, command: bare(path, `${bins}, ${sums}`) },
      ...(PEER_ROWS === ROWS || peers.length === 0
        ? []
        : [{ name: beside, against: beside, command: audit(peerPath) }]),
      ...peers.map(({ tool, name, python }): Contender => {
        const of = PEER_ROWS === ROWS ? "" : ` of ${PEER_ROWS}`;
        const command = [python, join(root, "bench/fairness-peers.py"), tool, peerPath] as const;
        return { name: `${format}: ${name}${of}`, against: beside, command: [...command] };
      }),
    ];
  });
}

const folder = await mkdtemp(join(tmpdir(), "plimsoll-bench-"));
try {
  process.chdir(root);
  for (const rows of new Set([ROWS, PEER_ROWS])) await makeDecisions(folder, rows);
  const all = contenders(folder);
  const runs = new Map<string, Run[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, command } of all) {
      const one = await run(command);
      if (one) runs.set(name, [...(runs.get(name) ?? []), one]);
      else if (round === 0) console.log(`${name}: failed`);
    }
  }
  const median = (name: string, of: (one: Run) => number) => {
    const sorted = (runs.get(name) ?? []).map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const times = (name: string, against: string, of: (one: Run) => number) =>
    (median(name, of) / median(against, of)).toFixed(2).padStart(7);
  console.log(`${ROWS} decisions, medians of ${ROUNDS} rounds; × is time over that of the audit of the same file\n`);
  for (const { name, against } of all) {
    const seconds = (of: (one: Run) => number) => `${median(name, of).toFixed(2).padStart(8)} s`;
    console.log(
      `${name.padEnd(40)}${seconds((one) => one.seconds)} ${times(name, against, (one) => one.seconds)} ×` +
        `   processors${seconds((one) => one.processorSeconds)} ${times(name, against, (one) => one.processorSeconds)} ×` +
        `${median(name, (one) => one.megabytes)
          .toFixed(0)
          .padStart(7)} MB`,
    );
  }
  console.log();
  for (const { name, against } of all) {
    const [ours] = runs.get(against) ?? [];
    const [peer] = runs.get(name) ?? [];
    if (ours && peer?.output.startsWith("{") && name !== against && !name.includes("audit")) compare(name, peer, ours);
  }
} finally {
  await rm(folder, { recursive: true });
}

/** How far the gaps that both found lie apart. */
function compare(name: string, peer: Run, ours: Run): void {
  const { version, found } = JSON.parse(peer.output) as { version: string; found: { [gap: string]: number } };
  const { disparities } = JSON.parse(ours.output) as {
    disparities: { name: string; attributes: string[]; estimate: number }[];
  };
  const own = new Map(disparities.map((one) => [`${one.name} ${one.attributes.join("×")}`, one.estimate]));
  const off = Object.entries(found).map(([gap, value]) => Math.abs(value - (own.get(gap) ?? Number.NaN)));
  console.log(`${name} (${version}): ${off.length} gaps differ by at most ${Math.max(...off).toExponential(1)}`);
}
