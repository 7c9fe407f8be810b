import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatGapBeside, formatShare } from "../../src/chart/series/fairness/format-rate.ts";
import { thresholdSentence } from "../../src/chart/series/fairness/threshold-sentences.ts";
import { formatNumber } from "../../src/chart/series/format-number.ts";
import { type CubeColumns, cubeFromColumns } from "../../src/engine/fairness/cube/cube-columns.ts";
import { thresholdFrame } from "../../src/engine/fairness/threshold/threshold-frame.ts";
import { thresholdMarks } from "../../src/engine/fairness/threshold/threshold-marks.ts";
import { type ThresholdTable, thresholdTable } from "../../src/engine/fairness/threshold/threshold-table.ts";
import { launchChromium } from "../harness/chromium.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const about = { purpose: "hiring", rationale: "four-fifths", approvedBy: "mara", approvedOn: "2026-03-02" };

/** A threshold is dragged, typed, stepped by keys and read from the address: every figure is what the engine says of it. */
describe("what if the threshold were another", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-what-if-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let scored: string;
  let unscored: string;
  let table: ThresholdTable;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer([], { cwd: folder })]);
    const applicants = readFileSync(join(repository, "examples/hiring-audit/applicants.csv"));
    const mapping = { protected: ["sex", "race"], label: "suitable", decision: "advanced" };
    scored = await audit(applicants, "With scores", { ...mapping, score: "score" });
    unscored = await audit("sex,hired\nf,0\nf,1\nm,1\nm,1\n", "Without scores", {
      protected: ["sex"],
      decision: "hired",
    });
    const counts = await fetch(`${server.url}/v1/audits/${scored}/counts`);
    table = thresholdTable(cubeFromColumns((await counts.json()) as CubeColumns), ["sex"]);
    window = await openPage(browser, `${server.url}/audits/${scored}/what-if`);
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => open());

  /** Audits a file as the page does, and keeps it. */
  async function audit(file: string | Uint8Array, name: string, mapping: object): Promise<string> {
    const post = async (path: string, body: BodyInit, type: string) => {
      const answer = await fetch(server.url + path, { method: "POST", headers: { "content-type": type }, body });
      expect(answer.ok, `${path} answers ${answer.status}`).toBe(true);
      return answer.json();
    };
    const body = typeof file === "string" ? file : new Uint8Array(file);
    const { id } = await post("/v1/decisions?name=applicants.csv", body, "application/octet-stream");
    const limits = [{ disparity: "demographicParityRatio", bound: 0.8, ...about }];
    const asked = { decisions: id, mapping, limits, keep: { name } };
    const made = await post("/v1/audits", JSON.stringify(asked), "application/json");
    return made.audit.id;
  }

  const open = async (search = "", id = scored) => {
    await page.goto(`${server.url}/audits/${id}/what-if${search}`);
    await untilDrawn(page);
  };
  const slider = (name: string): Locator => page.getByRole("slider", { name });
  const common = () => slider("Threshold of all groups");
  const inAddress = () => new URL(page.url()).searchParams.get("t");
  const cells = (name: string) => page.locator(".effect-table tr", { hasText: name }).locator("td");

  /** Every figure on the page against a frame of the engine. */
  async function expectFrame(thresholds: readonly number[], scope: "common" | "per-group"): Promise<void> {
    const frame = thresholdFrame(table, thresholds);
    const rates = frame.groups.map(({ metrics }) => metrics.selectionRate!);
    const shown = page.locator(".threshold-row:not(.is-head):not(.is-foot) .threshold-rate b");
    await expect.poll(() => shown.allInnerTexts()).toEqual(rates.map(({ estimate }) => formatShare(estimate!)));
    const groups = frame.groups.map(({ group, threshold }, g) => ({ group, threshold, rate: rates[g]! }));
    expect(await page.locator(".what-if-said q").innerText()).toBe(thresholdSentence(groups, scope));
    const ratio = frame.disparities.find(({ name }) => name === "demographicParityRatio")!;
    expect(await cells("Demographic parity, ratio").nth(1).innerText()).toContain(
      formatGapBeside(ratio.estimate!, 0.8),
    );
    expect(await cells("Accuracy").nth(1).innerText()).toContain(
      formatShare(frame.overall.metrics.accuracy!.estimate!),
    );
    expect(await cells("Cost").nth(1).innerText()).toBe(formatNumber(frame.cost));
    const wrong = frame.groups.map(({ counts }) => counts);
    for (const [g, { truePositives, falseNegatives, falsePositives, trueNegatives }] of wrong.entries()) {
      const share = truePositives / (truePositives + falseNegatives + falsePositives + trueNegatives);
      const label = await page.locator(".confusion-panels svg").nth(g).getAttribute("aria-label");
      expect(label).toContain(`${formatNumber(share * 100, share < 0.1 ? 1 : 0)} of 100 selected rightly`);
    }
  }

  test("a drag moves one threshold for all, and every figure follows", async () => {
    const track = page.locator(".threshold-track").first();
    const box = (await track.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await page.mouse.down();
    for (const at of [0.4, 0.5, 0.62]) await page.mouse.move(box.x + box.width * at, box.y + box.height / 2);
    await expectFrame([0.62, 0.62], "common");
    await page.mouse.up();
    expect(await common().getAttribute("aria-valuenow")).toBe("0.62");
    await expect.poll(inAddress).toBe("0.62");
    await page.reload();
    await untilDrawn(page);
    await expectFrame([0.62, 0.62], "common");
  });

  test("keys step it, and say what it selects", async () => {
    await open("?t=0.6");
    await common().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowLeft");
    await expectFrame([0.619, 0.619], "common");
    expect(await common().getAttribute("aria-valuetext")).toMatch(
      /^0\.619: \d+ of 100 women, \d+ of 100 men selected$/,
    );
    await page.keyboard.press("PageDown");
    await expect.poll(inAddress).toBe("0.519");
    await page.keyboard.press("Home");
    await expectFrame([0, 0], "common");
    await expect
      .poll(() => page.getByRole("status").allInnerTexts())
      .toContain("With one threshold of 0, of 100 women 100 are selected, of 100 men 100.");
  });

  test("each group has its own, typed or dragged; one serves for all again", async () => {
    await page.getByRole("button", { name: "One a group", exact: true }).click();
    await page.getByLabel("Threshold of female", { exact: true }).last().fill("0.45");
    await page.getByLabel("Threshold of male", { exact: true }).last().fill("1.5");
    await page.getByText("write a number from 0 to 1, or none").waitFor();
    await page.getByLabel("Threshold of male", { exact: true }).last().fill("0,58");
    await expectFrame([0.45, 0.58], "per-group");
    await expect.poll(inAddress).toBe("0.45,0.58");
    await slider("Threshold of female").focus();
    await page.keyboard.press("ArrowLeft");
    await expectFrame([0.44, 0.58], "per-group");
    expect(await page.locator(".law-note").innerText()).toContain("may itself be unlawful disparate treatment");
    await page.getByRole("button", { name: "Use 0.44 of female for all" }).click();
    await expectFrame([0.44, 0.44], "common");
    await page.getByRole("button", { name: "Reset" }).click();
    await expect.poll(inAddress).toBeNull();
    const audited = await cells("Selected").allInnerTexts();
    expect(audited[0]).toBe(audited[1]);
  });

  test("thresholds that serve an aim are the engine's, follow the costs, and can be tried", async () => {
    await page.getByLabel("Cost of passing over wrongly").fill("4");
    const costs = { falsePositiveCost: 1, falseNegativeCost: 4 };
    const marks = thresholdMarks(table, costs);
    const find = (aim: string, scope: string) => marks.find((mark) => mark.aim === aim && mark.scope === scope)!;
    const least = find("least-cost", "common");
    const row = page.locator(".aims-table tr.is-common", { hasText: "Least cost" });
    await expect.poll(() => row.locator("td").nth(2).innerText()).toBe(formatNumber(least.cost));
    expect(await row.locator("td").first().innerText()).toBe(String(least.thresholds[0]));
    await page.getByRole("button", { name: "Try Demographic parity, one a group" }).click();
    const parity = find("demographic-parity", "per-group");
    await expect.poll(inAddress).toBe(parity.thresholds.map(String).join(","));
    expect(new URL(page.url()).searchParams.get("fn")).toBe("4");
    const frame = thresholdFrame(table, parity.thresholds, costs);
    expect(await cells("Cost").nth(1).innerText()).toBe(formatNumber(frame.cost));
  });

  test("an address that says nothing sensible shows the audit as it is", async () => {
    await open("?t=0.1,0.2,0.3,0.4&by=hair&rate=x");
    expect(await common().count()).toBe(1);
    const audited = await cells("Selected").allInnerTexts();
    expect(audited[0]).toBe(audited[1]);
  });

  test("without scores there is nothing to drag, and the next step is said", async () => {
    await open("", unscored);
    await page.getByRole("heading", { name: "No score column was counted; audit again with --score." }).waitFor();
    await expectAccessible(page, "what-if without scores");
  });

  test.each(
    (["light", "dark"] as const).flatMap((colorScheme) => [1440, 390].map((width) => ({ colorScheme, width }))),
  )("is complete without a mouse or an eye, $colorScheme, $width wide", async ({ colorScheme, width }) => {
    const other = await openPage(browser, `${server.url}/audits/${scored}/what-if`, {
      colorScheme,
      viewport: { width, height: 900 },
    });
    try {
      for (const search of ["", "?t=0.45,none", "?by=sex,race&view=table"]) {
        await other.page.goto(`${server.url}/audits/${scored}/what-if${search}`);
        await untilDrawn(other.page);
        await other.page.locator(".aims-table .text-button").first().waitFor();
        await expectAccessible(other.page, search);
        await expectNoSidewaysScroll(other.page, search);
      }
      expect(other.errors).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test("nothing went wrong on the way", () => expect(window.errors).toEqual([]));
});
