/**
 * One scenario changed and the portfolio's curve redrawn, in a browser: the example's "Biased declines", with an
 * uncertain rate, three experts, a secondary loss and an uncertain control, is typed in leaf by leaf, 30 values each.
 *
 * Timed by the page itself, in its worker: the portfolio with the one scenario changed, and everything that a letter
 * costs there (the leaf's sketch, the scenario's own year before and with its controls, the portfolio). The first
 * value of a leaf is left out.
 *
 *     npm run build && npx tsx bench/scenario-redraw.ts
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "../test/harness/chromium.ts";
import { startServer } from "../test/harness/server.ts";

const VALUES = 30;
const MOST_MS = 15;
const MEASURES = ["plimsoll-portfolio-redraw", "plimsoll-scenario-worker"] as const;

/** A leaf by the start of its name in the tree, the field typed in and its k-th value. */
const leaves = [
  { leaf: "Loss events a year", field: "High", value: (k: number) => 6 + k / 10 },
  { leaf: "Share of events", field: "β", value: (k: number) => 8 + k / 10 },
  { leaf: "Fines and judgements", field: "High", value: (k: number) => 6_500_000 + 20_000 * k },
  { leaf: "Reputation", field: "High", value: (k: number) => 1_200_000 + 10_000 * k },
] as const;

type Measure = (typeof MEASURES)[number];

const durations = (page: Page, name: Measure): Promise<number[]> =>
  page.evaluate((of) => performance.getEntriesByName(of).map(({ duration }) => duration), name);

/** What each value typed into a field took. */
async function typed(page: Page, { leaf, field, value }: (typeof leaves)[number]): Promise<Map<Measure, number[]>> {
  const row = page.locator("button.tree-name", { hasText: leaf });
  if ((await row.getAttribute("aria-expanded")) === "false") await row.click();
  const input = page.locator(".tree-editor").getByLabel(field, { exact: true });
  const before = (await durations(page, MEASURES[0])).length;
  for (let k = 0; k <= VALUES; k++) {
    await input.fill(String(value(k + 1)));
    await page.waitForFunction(([name, count]) => performance.getEntriesByName(name).length > count, [
      MEASURES[0],
      before + k,
    ] as const);
  }
  return new Map(
    await Promise.all(MEASURES.map(async (name) => [name, (await durations(page, name)).slice(before + 1)] as const)),
  );
}

const folder = mkdtempSync(join(tmpdir(), "plimsoll-redraw-"));
const [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
try {
  const page = await browser.newPage();
  await page.addInitScript(() => localStorage.setItem("plimsoll.person", "mara"));
  await page.goto(`${server.url}/risks/credit-biased-declines`);
  await page.getByRole("link", { name: "Edit the scenario" }).click();
  await page.locator(".scenario-outcome .quotable q").nth(1).waitFor();
  const all = new Map<Measure, number[]>(MEASURES.map((name) => [name, []]));
  console.log("ms in the worker: least, median, 90th percentile");
  for (const leaf of leaves) {
    const took = await typed(page, leaf);
    for (const [name, ms] of took) all.get(name)!.push(...ms);
    console.log(
      `${leaf.leaf.padEnd(24)} portfolio ${said(took.get(MEASURES[0])!)}, all ${said(took.get(MEASURES[1])!)}`,
    );
  }
  const redraw = all.get(MEASURES[0])!;
  const median = quantile(redraw, 0.5);
  console.log(`all ${redraw.length} ${"".padEnd(17)} portfolio ${said(redraw)}, all ${said(all.get(MEASURES[1])!)}`);
  console.log(`${median <= MOST_MS ? "holds" : "FAILS"}: median ${median.toFixed(1)} ms, at most ${MOST_MS}`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function quantile(ms: readonly number[], p: number): number {
  return [...ms].sort((a, b) => a - b)[Math.ceil(p * ms.length) - 1]!;
}

function said(ms: readonly number[]): string {
  return [Math.min(...ms), quantile(ms, 0.5), quantile(ms, 0.9)].map((each) => each.toFixed(1)).join(" ");
}
