import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { HeatMap, Overview } from "../../src/contract/heat-map.ts";
import type { ScoreReport } from "../../src/contract/score-report.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll, type RunningCli, startPlimsoll } from "../harness/cli.ts";
import { openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";

/** As `npm start` does it: the example in an empty folder, on whatever port is free, at the address that is printed. */
describe("the first minute", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-first-"));
  let browser: Browser;
  let server: RunningCli;
  let address: string;
  let window: WatchedPage;
  let map: HeatMap;
  let overview: Overview;

  async function serve(): Promise<{ ms: number }> {
    const start = performance.now();
    server = startPlimsoll(["serve", "--example", "--port", "0"], { cwd: folder });
    address = await vi.waitFor(
      () => {
        const printed = /Plimsoll is at (\S+)\n/.exec(server.output().stdout)?.[1];
        if (printed === undefined) throw new Error(`no address: ${server.output().stderr}`);
        return printed;
      },
      { timeout: 60_000, interval: 20 },
    );
    return { ms: performance.now() - start };
  }
  const ask = async <T>(path: string) => (await (await fetch(address + path)).json()) as T;

  beforeAll(async () => {
    browser = await launchChromium();
    console.log(`first start: ${(await serve()).ms.toFixed(0)} ms`);
    map = await ask<HeatMap>("/v1/heat-map");
    overview = await ask<Overview>("/v1/overview");
    window = await openPage(browser, address);
  });
  afterAll(async () => {
    await browser?.close();
    server?.process.kill("SIGTERM");
    await server?.finished;
    rmSync(folder, { recursive: true, force: true });
  });

  test("one address is printed, on this machine only", () => {
    expect(server.output().stdout).toMatch(/^Plimsoll is at http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  test("the example is as its file says, has a past of four months, and is labelled", async () => {
    const [systems, risks] = [map.systems.length, map.total];
    expect(systems).toBeGreaterThanOrEqual(12);
    expect(risks).toBeGreaterThanOrEqual(40);
    const days = await ask<{ on: string; events: number }[]>("/v1/timeline");
    expect(days.length).toBeGreaterThan(10);
    expect(Date.now() - Date.parse(days[0]!.on)).toBeGreaterThan(90 * 86_400_000);
    await expect.poll(() => window.page.locator("body").innerText()).toMatch(/invented|example/i);
  });

  test("between three and six risks are over the line, and the page says the number", async () => {
    expect(overview.overAppetite.now).toBeGreaterThanOrEqual(3);
    expect(overview.overAppetite.now).toBeLessThanOrEqual(6);
    const number = window.page.getByRole("region", { name: "Four numbers" }).locator("article").first();
    expect(await number.innerText()).toContain(
      `${overview.overAppetite.now}\nof ${overview.rated} rated risks`.replace("\n", ""),
    );
  });

  test("the map stands with every risk in its cell, and the unrated hatched apart", async () => {
    const grid = window.page.getByRole("grid", { name: /^Likelihood by impact, residual/ });
    expect(await grid.getByRole("gridcell").count()).toBe(25);
    for (const cell of map.likelihoodImpact.filter(({ risks }) => risks.length > 0)) {
      const names = await window.page
        .locator(`.likelihood-impact-map [data-cell="${5 - cell.likelihood} ${cell.impact - 1}"]`)
        .getAttribute("aria-label");
      expect(names).toContain(`${cell.risks.length} risk`);
    }
    expect(map.unrated.length).toBeGreaterThan(0);
    const hatch = window.page.locator(".likelihood-impact-map .unknown-hatch");
    expect(await hatch.count()).toBe(1);
    expect(await hatch.evaluate((rect) => getComputedStyle(rect).fill)).toContain("url(");
  });

  test("the numbers are those of the file, scored and quantified by command", async () => {
    const file = join(repository, "examples/northwind/plimsoll.yaml");
    const [score, exported] = await Promise.all([
      plimsoll(["score", file, "--json"]),
      fetch(`${address}/v1/portfolio/export`).then((response) => response.text()),
    ]);
    const report = JSON.parse(score.stdout) as ScoreReport;
    const counts = (
      cells: readonly { readonly likelihood: number; readonly impact: number; readonly risks: readonly string[] }[],
    ) => cells.map(({ likelihood, impact, risks }) => [likelihood, impact, risks]);
    expect(counts(map.likelihoodImpact)).toEqual(counts(report.heatMap.likelihoodImpact));
    const again = await plimsoll(["score", "-", "--json"], { stdin: exported });
    expect(JSON.parse(again.stdout).heatMap).toEqual({
      likelihoodImpact: map.likelihoodImpact.map(({ counts: _, ...cell }) => cell),
      systemCategory: map.systemCategory.map(({ status: _, stale: __, exceedanceProbability: ___, ...cell }) => cell),
    });
  });

  test("the worst risk opens to its reasons", async () => {
    const worst = map.marks[0]!;
    const { page } = window;
    const cell = page.locator(
      `.likelihood-impact-map [data-cell="${5 - worst.residual!.likelihood} ${worst.residual!.impact - 1}"]`,
    );
    await cell.focus();
    await page.keyboard.press("Enter");
    const together = map.likelihoodImpact.find(({ risks }) => risks.includes(worst.id))!.risks.length;
    if (together > 1) await page.locator(".risk-list-panel").getByRole("button", { name: worst.name }).click();
    const drawer = page.locator("dialog.drawer");
    await expect.poll(() => drawer.getByRole("heading", { level: 2 }).innerText()).toContain(worst.name);
    const text = await drawer.innerText();
    expect(text).toContain(`Why ${worst.residual!.score}`);
    expect(text).toContain(worst.ownerName);
    expect(new URL(page.url()).searchParams.get("risk")).toBe(worst.id);
    await page.keyboard.press("Escape");
    await expect.poll(() => drawer.count()).toBe(0);
  });

  test("nothing went wrong on the page", () => expect(window.errors).toEqual([]));

  test("after a restart all is there, and it stands within five seconds", async () => {
    const before = await ask<HeatMap>("/v1/heat-map");
    server.process.kill("SIGTERM");
    expect((await server.finished).exitCode).toBe(0);
    const { ms } = await serve();
    console.log(`next start: ${ms.toFixed(0)} ms`);
    const after = await ask<HeatMap>("/v1/heat-map");
    expect({ ...after, computedAt: "" }).toEqual({ ...before, computedAt: "" });
    await window.page.goto(address);
    await untilDrawn(window.page);
    expect(await window.page.locator(".likelihood-impact-map").count()).toBe(1);
  });
});
