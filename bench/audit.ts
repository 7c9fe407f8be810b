/**
 * An audit of ten million decisions, whole processes: ours from CSV and from Parquet, with intervals and tests on every
 * figure, beside a process that runs the same GROUP BY and nothing else, and Fairlearn's MetricFrame with six metrics.
 *
 * The decisions are made by DuckDB from a hash, the same in every run, in a folder that is removed at the end. The peer is
 * measured where the interpreter has it, and said to be absent where not:
 *
 *     npm run build && python3 -m venv peers && peers/bin/pip install fairlearn pyarrow
 *     npx tsx bench/audit.ts [rows] [rounds] [peers/bin/python]
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

const ROWS = Number(process.argv[2] ?? 10_000_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const PYTHON = process.argv[4] ?? "python3";
const root = fileURLToPath(new URL("..", import.meta.url));

interface Run {
  readonly seconds: number;
  /** Time of all processors: what a busy machine disturbs least. */
  readonly processorSeconds: number;
  readonly megabytes: number;
  readonly output: string;
}

/** A process to its end, with its time and the most memory that it held. */
function run(program: string, args: readonly string[]): Promise<Run | null> {
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

async function makeDecisions(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const uniform = (k: number) => `((hash(i * 8 + ${k}) % 1000003) / 1000003.0)`;
  await connection.run(`CREATE TABLE decisions AS SELECT sex, race, label, CAST(score > 0.6 AS INTEGER) AS decision, score FROM (
    SELECT CASE WHEN ${uniform(1)} < 0.48 THEN 'Female' ELSE 'Male' END AS sex,
      (['White', 'Black', 'Asian', 'Hispanic', 'Other'])[1 + CAST(floor(5 * ${uniform(2)} * ${uniform(3)}) AS INTEGER)] AS race,
      CAST(${uniform(4)} < 0.3 AS INTEGER) AS label, round((${uniform(5)} + ${uniform(6)}) / 2, 6) AS score
    FROM range(${ROWS}) AS t(i))`);
  for (const name of ["csv", "parquet"])
    await connection.run(`COPY decisions TO '${join(folder, `decisions.${name}`)}'`);
  connection.closeSync();
  instance.closeSync();
}

/** A Node process that asks DuckDB for the counts, and prints how many cells there are. */
function groupBy(path: string, columns: string): string {
  return `const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const answer = await connection.runAndReadAll("SELECT ${columns}, count(*) FROM '${path}' GROUP BY ALL");
    console.log(answer.getRows().length);`;
}

const folder = await mkdtemp(join(tmpdir(), "plimsoll-bench-"));
try {
  await makeDecisions(folder);
  const own = [join(root, "bin/plimsoll"), "audit"];
  const named = ["--protected", "sex,race", "--label", "label", "--decision", "decision", "--json"];
  const keys = "sex, race, label, decision";
  const contenders = ["parquet", "csv"].flatMap((format) => {
    const path = join(folder, `decisions.${format}`);
    const bins = `${keys}, CAST(floor(score * 1000) AS INTEGER)`;
    const node = (code: string) => [process.execPath, "--input-type=module", "-e", code];
    return [
      { name: `${format}: audit`, command: [process.execPath, ...own, path, ...named] },
      { name: `${format}: GROUP BY`, command: node(groupBy(path, keys)) },
      { name: `${format}: audit with scores`, command: [process.execPath, ...own, path, ...named, "--score", "score"] },
      { name: `${format}: GROUP BY with bins`, command: node(groupBy(path, bins)) },
      { name: `${format}: MetricFrame`, command: [PYTHON, join(root, "bench/fairlearn-audit.py"), path] },
    ];
  });
  const runs = new Map<string, Run[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, command } of contenders) {
      process.chdir(root);
      const [program = "", ...args] = command;
      const one = await run(program, args);
      if (one) runs.set(name, [...(runs.get(name) ?? []), one]);
      else if (round === 0) console.log(`${name}: absent, or failed`);
    }
  }
  console.log(`${ROWS} decisions, medians of ${ROUNDS} rounds\n`);
  const median = (name: string, of: (one: Run) => number) =>
    (runs.get(name) ?? []).map(of).sort((a, b) => a - b)[Math.floor((runs.get(name)?.length ?? 0) / 2)] ?? Number.NaN;
  for (const { name } of contenders) {
    const [wall, processor, memory] = [
      median(name, (one) => one.seconds),
      median(name, (one) => one.processorSeconds),
      median(name, (one) => one.megabytes),
    ];
    const base = median(`${name.split(":")[0]}: audit`, (one) => one.seconds);
    const baseProcessor = median(`${name.split(":")[0]}: audit`, (one) => one.processorSeconds);
    console.log(
      `${name.padEnd(30)} ${wall.toFixed(2).padStart(8)} s ${processor.toFixed(2).padStart(8)} s of processors ${memory.toFixed(0).padStart(6)} MB` +
        `   ${(wall / base).toFixed(2)} × the audit (processors ${(processor / baseProcessor).toFixed(2)})`,
    );
  }
  check(runs);
} finally {
  await rm(folder, { recursive: true });
}

/** Both find the same gaps. */
function check(found: ReadonlyMap<string, readonly Run[]>): void {
  const [peer] = found.get("parquet: MetricFrame") ?? [];
  const [ours] = found.get("parquet: audit") ?? [];
  if (!peer || !ours) return;
  const { version, found: gaps } = JSON.parse(peer.output);
  const { disparities } = JSON.parse(ours.output) as {
    disparities: { name: string; attributes: string[]; estimate: number }[];
  };
  const named = {
    selectionRate: "demographicParityDifference",
    truePositiveRate: "equalOpportunityDifference",
    accuracy: "accuracyDifference",
  };
  let furthest = 0;
  for (const [attributes, { difference }] of Object.entries<{ difference: Record<string, number> }>(gaps)) {
    for (const [metric, name] of Object.entries(named)) {
      const own = disparities.find((one) => one.name === name && one.attributes.join("×") === attributes)!;
      furthest = Math.max(furthest, Math.abs(own.estimate - difference[metric]!));
    }
  }
  console.log(`\nFairlearn ${version}: nine gaps differ by at most ${furthest.toExponential(1)}`);
}
