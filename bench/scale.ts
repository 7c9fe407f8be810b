/**
 * A register of 1,000 systems and 20,000 risks, 2,000 of them with scenarios: how long it takes to apply it, to draw
 * its maps, and to scroll through it in a browser. On PGlite, or on a real Postgres of the run with `--postgres`.
 *
 *     npm run build && npx tsx bench/scale.ts [--postgres]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePortfolio } from "../src/portfolio/write-portfolio.ts";
import { launchChromium } from "../test/harness/chromium.ts";
import { plimsoll } from "../test/harness/cli.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { type RunningServer, startServer } from "../test/harness/server.ts";
import { scalePortfolio } from "./scale-portfolio.ts";

const size = { systems: 1000, risks: 20_000, scenarios: 2000 };
const folder = mkdtempSync(join(tmpdir(), "plimsoll-scale-"));
const postgres = process.argv.includes("--postgres") ? await startPostgres() : null;
const env: Record<string, string> = postgres === null ? {} : { DATABASE_URL: postgres.url };
const say = (what: string, figure: string, target = "") =>
  console.log(`${what.padEnd(58)} ${figure.padStart(12)}${target && `   (target ${target})`}`);
const ms = (time: number) => `${time.toFixed(0)} ms`;
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

async function timed<T>(work: () => Promise<T>): Promise<{ time: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { time: performance.now() - start, result };
}

const residentMb = (server: RunningServer) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))![1]) / 1024;

/** Each answer read to its last byte. */
async function median30(
  server: RunningServer,
  path: string,
  before: (round: number) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 30; round++) {
    await before(round);
    times.push((await timed(() => fetch(server.url + path).then((response) => response.arrayBuffer()))).time);
  }
  return median(times);
}

async function editRisk(server: RunningServer, round: number): Promise<void> {
  const url = `${server.url}/v1/risks/risk-${String(5000 + round).padStart(5, "0")}`;
  const detail = (await (await fetch(url)).json()) as { figures: { version: number } };
  const inherent = { likelihood: 1 + (round % 5), impact: 1 + (Math.floor(round / 5) % 5) };
  const response = await fetch(url, {
    method: "PATCH",
    headers: { "content-type": "application/json", "if-match": `"${detail.figures.version}"` },
    body: JSON.stringify({ inherent, cause: `looked at again in round ${round}` }),
  });
  if (!response.ok) throw new Error(`edit: ${response.status} ${await response.text()}`);
}

/** The longest stall of the server while `work` goes on, seen from outside: a small answer asked for again and again. */
async function longestStall(server: RunningServer, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const end = work.finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    longest = Math.max(
      longest,
      (await timed(() => fetch(`${server.url}/v1/events?limit=1`).then((r) => r.text()))).time,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await end;
  return longest;
}

async function scrollRegister(
  server: RunningServer,
): Promise<{ longest: number; tasks: number; rows: number; seconds: number }> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}/register`);
    await page.locator("[data-row]").first().waitFor();
    await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
    return await page.evaluate(async () => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: "longtask",
      });
      const start = performance.now();
      let last = -1;
      let rows = 0;
      for (let settled = 0; settled < 30; ) {
        scrollBy(0, 600);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const shown = Math.max(
          0,
          ...[...document.querySelectorAll<HTMLElement>("[data-row]")].map((row) => Number(row.dataset.row)),
        );
        rows = Math.max(rows, shown + 1);
        settled = scrollY === last ? settled + 1 : 0;
        last = scrollY;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return { longest: Math.max(0, ...tasks), tasks: tasks.length, rows, seconds: (performance.now() - start) / 1000 };
    });
  } finally {
    await browser.close();
  }
}

try {
  const file = join(folder, "plimsoll.yaml");
  const text = writePortfolio(scalePortfolio(size));
  writeFileSync(file, text);
  console.log(
    `${size.systems} systems, ${size.risks} risks, ${size.scenarios} scenarios: ${(text.length / 1e6).toFixed(1)} MB, on ${postgres === null ? "PGlite" : "Postgres"}`,
  );

  const apply = await timed(() => plimsoll(["apply", file, "--yes"], { cwd: folder, env }));
  if (apply.result.exitCode !== 0) throw new Error(apply.result.stderr);
  say("plimsoll apply into an empty register", `${(apply.time / 1000).toFixed(1)} s`, "≤ 30 s");
  const again = await timed(() => plimsoll(["apply", file, "--yes"], { cwd: folder, env }));
  say("plimsoll apply of the same file: nothing to do", `${(again.time / 1000).toFixed(1)} s`);

  const started = await timed(() => startServer([], { cwd: folder, env }));
  const server = started.result;
  try {
    say("plimsoll serve until it answers", `${(started.time / 1000).toFixed(1)} s`);
    const cold = await timed(() => fetch(`${server.url}/v1/heat-map`).then((response) => response.arrayBuffer()));
    say("GET /v1/heat-map, the first", ms(cold.time));
    say(
      `GET /v1/heat-map, median of 30 (${(cold.result.byteLength / 1e6).toFixed(1)} MB)`,
      ms(await median30(server, "/v1/heat-map", async () => {})),
      "≤ 100 ms",
    );
    say(
      "GET /v1/heat-map right after an edit, median of 30",
      ms(await median30(server, "/v1/heat-map", (round) => editRisk(server, round))),
      "≤ 100 ms",
    );
    say(
      "GET /v1/risks, a page right after an edit",
      ms(await median30(server, "/v1/risks?limit=200", (round) => editRisk(server, 100 + round))),
    );
    say(
      "GET /v1/risks, a page further down",
      ms(await median30(server, "/v1/risks?limit=200&cursor=12000", async () => {})),
    );
    say(
      "GET /v1/risks, searched for words",
      ms(await median30(server, "/v1/risks?q=charged+twice", (round) => editRisk(server, 200 + round))),
    );
    const minuteAgo = new Date(Date.now() - 1000).toISOString();
    const past = await timed(() =>
      fetch(`${server.url}/v1/heat-map?asOf=${minuteAgo}`).then((response) => response.arrayBuffer()),
    );
    say("GET /v1/heat-map as of a moment ago, the first", ms(past.time));
    const changes = await timed(() =>
      fetch(`${server.url}/v1/changes?limit=20`).then((response) => response.arrayBuffer()),
    );
    say("GET /v1/changes, the first", ms(changes.time));
    const overview = timed(() => fetch(`${server.url}/v1/overview`).then((response) => response.json()));
    const stall = await longestStall(server, overview);
    say("GET /v1/overview, the first: 2,000 scenarios exactly", `${((await overview).time / 1000).toFixed(1)} s`);
    say("longest wait of another request meanwhile", ms(stall));
    say("GET /v1/overview, median of 30", ms(await median30(server, "/v1/overview", async () => {})));
    say("memory of the server", `${residentMb(server).toFixed(0)} MB`);
    const { longest, tasks, rows, seconds } = await scrollRegister(server);
    say(`longest task in the browser, scrolling ${rows} rows in ${seconds.toFixed(0)} s`, ms(longest), "≤ 200 ms");
    say("tasks over 50 ms meanwhile", String(tasks));
  } finally {
    await server.stop();
  }
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
