import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { factorsFile } from "../../src/contract/factors-file.ts";
import type { FactorsReport, RatedFactor } from "../../src/contract/factors-report.ts";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import type { StoredStudy } from "../../src/contract/study.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll } from "../harness/cli.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };
const columns = ["name", "how", "reading", "scale", "weight", "brings", "source"] as const;

describe("factors of a risk on their page", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-factors-page-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let map: HeatMap;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    map = await get<HeatMap>("/v1/heat-map");
    window = await openPage(browser, `${server.url}/scoring`, { person: map.marks[0]!.owner });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const post = (body: unknown) =>
    fetch(`${server.url}/v1/studies`, {
      method: "POST",
      headers: { "content-type": "application/json", "plimsoll-actor": map.marks[0]!.owner },
      body: JSON.stringify(body),
    });
  const kept = (id: string) => get<StoredStudy>(`/v1/studies/${id}`);
  const open = async (path: string) => {
    await page.goto(server.url + path);
    await untilDrawn(page);
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const type = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const cell = (row: number, column: (typeof columns)[number]) =>
    page.locator(`.factor-grid tr[data-row="${row}"] > [data-column="${columns.indexOf(column)}"]`);
  const names = async () =>
    (await page.locator(".factor-grid tbody th").allInnerTexts()).map((text) => text.trim().replace(/\s+/g, " "));
  const finding = (axis: "likelihood" | "impact") => page.locator(`#axis-${axis}`);
  const said = () => page.locator(".sheet-said").innerText();

  test("a tree is built by keys alone, and figures follow while a cell is typed", async () => {
    await page.getByRole("link", { name: "Factors of a risk", exact: true }).click();
    await page.waitForURL(/\/scoring\/new\?kind=factors/);
    await page.getByText("Ask how often it goes wrong").waitFor();
    await expectAccessible(page, "factors, empty");
    await page.getByLabel("Name", { exact: true }).fill("False answers");
    await cell(0, "name").focus();
    await type("Control+Enter");
    await page.keyboard.type("Hallucination rate");
    await type("Tab", "Enter", "ArrowDown", "ArrowDown", "Tab");
    expect(await cell(1, "how").innerText()).toBe("counted");
    await page.keyboard.type("31/4200");
    // It is typed and not yet entered.
    await expect.poll(() => finding("likelihood").innerText()).toBe("Likelihood 1 of 5");
    await page.locator(".factor-tree-chart").getByText("0.7", { exact: true }).first().waitFor();
    await type("Tab", "Tab", "3", "Enter");
    expect(await cell(1, "weight").innerText()).toMatch(/^3\s*100\s%/);
    await cell(1, "name").focus();
    await type("Control+Enter");
    await page.keyboard.type("Customers who rely on it");
    await type("Tab", "Tab", "4", "Tab");
    await expect.poll(() => cell(2, "scale").innerText()).toMatch(/^75\.0/);
    expect(await cell(2, "brings").innerText()).toBe("18.8");
    await cell(3, "name").focus();
    await type("Control+Enter");
    await page.keyboard.type("Severity of harm");
    await type("Tab", "Tab", "3", "Enter");
    await expect.poll(() => finding("impact").innerText()).toBe("Impact 3 of 5");
  });

  test("the open factor says in a sentence what it is and what it makes up, and its parts add up to it", async () => {
    await cell(1, "name").click();
    await page
      .locator("#factor-sentence")
      .getByText(/^Hallucination rate, 0\.7\s% \(31 of 4,200\), is 0\.7 of 100/)
      .waitFor();
    expect(await page.locator("#factor-sentence").innerText()).toMatch(
      /on its scale and makes up 0\.6 of the 19\.3 of/,
    );
    await cell(0, "name").click();
    const brought = await page.locator(".factor-parts tbody td:nth-child(4)").allInnerTexts();
    const total = await page.locator(".factor-parts tfoot td").nth(2).innerText();
    expect(Math.abs(brought.map(Number).reduce((sum, each) => sum + each, 0) - Number(total))).toBeLessThanOrEqual(
      0.11,
    );
    await button("Customers who rely on it").click();
    expect(await page.locator("#open-factor").innerText()).toBe("Customers who rely on it");
  });

  test("factors are moved and removed by keys, and each step can be taken back", async () => {
    await cell(2, "name").click();
    await type("Alt+ArrowUp");
    expect((await names())[1]).toBe("Customers who rely on it");
    await type("Alt+ArrowUp");
    expect(await said()).toBe("It is the first of its siblings.");
    await type("Control+Delete");
    expect(await names()).toEqual(["Likelihood", "Hallucination rate", "Impact", "Severity of harm"]);
    await type("Control+z", "Control+z");
    expect(await names()).toEqual([
      "Likelihood",
      "Hallucination rate",
      "Customers who rely on it",
      "Impact",
      "Severity of harm",
    ]);
    await cell(0, "name").focus();
    await type("ArrowLeft");
    expect(await names()).toEqual(["Likelihood", "Impact", "Severity of harm"]);
    await type("ArrowRight", "ArrowRight");
    expect(await names()).toHaveLength(5);
    await cell(0, "name").focus();
    await type("Control+Delete");
    expect(await said()).toBe("Likelihood and impact stay where they are.");
    await type("Escape", "Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".factor-grid"))).toBeNull();
  });

  test("what cannot be read is kept and said at its cell, and the other branch keeps its figures", async () => {
    await cell(2, "reading").click();
    await type("7", "Enter");
    await cell(2, "reading").click();
    await page.locator(".sheet-said").getByText("“7” is no level; write 1 to 5").waitFor();
    expect(await cell(2, "reading").getAttribute("aria-invalid")).toBe("true");
    expect(await finding("likelihood").innerText()).toBe("Likelihood is not rated yet");
    expect(await finding("impact").innerText()).toBe("Impact 3 of 5");
    expect(await cell(1, "scale").innerText()).toMatch(/^0\.7/);
    await button("Save").click();
    await page.getByText("Not saved:").waitFor();
    await expectAccessible(page, "factors, with a mistake");
    await type("Escape");
    await cell(2, "reading").focus();
    await type("Control+z");
    await expect.poll(() => finding("likelihood").innerText()).toBe("Likelihood 1 of 5");
  });

  test("a measured leaf has its anchors, its range and its unit beside the table", async () => {
    await cell(3, "name").focus();
    await type("Control+Enter");
    await page.keyboard.type("Liability");
    await type("Enter");
    await cell(5, "name").click();
    await page.getByLabel("Read from").last().selectOption("measured");
    await page.getByLabel("Measured value").fill("9000");
    await page.getByLabel("At least").fill("2000");
    await page.getByLabel("At most").fill("30k");
    await page.getByLabel("Unit").fill("EUR a case");
    await button("Declare anchors").click();
    await page.getByLabel("Anchor 1, measured").fill("0");
    await page.getByLabel("Anchor 2, measured").fill("100,000");
    await button("Add an anchor").click();
    await page.getByLabel("Anchor 3, measured").fill("50,000");
    await page.getByLabel("Anchor 3, of 100").fill("100");
    await page.locator(".anchor-fields").getByText("does not rise above the one before it").waitFor();
    await button("Remove anchor 3").click();
    await expect.poll(() => cell(5, "scale").innerText()).toMatch(/^9\.0\s*2\.0 to 30\.0/);
    await page.locator(".factor-scale-chart").getByText("9,000 EUR a case").waitFor();
    await page.getByLabel("Where it comes from").fill("Four settled complaints");
    expect(await cell(5, "source").innerText()).toBe("Four settled complaints");
  });

  test("saved, it is the file that the command reads, and every cell is the command's", async () => {
    await page.getByLabel("Risk that they are of").selectOption(map.marks[0]!.id);
    await button("Save").click();
    await page.waitForURL(/\/scoring\/false-answers$/, soon);
    const { record, version, changedBy } = await kept("false-answers");
    expect([record.kind, version, changedBy]).toEqual(["factors", 1, map.marks[0]!.owner]);
    expect(record.document).toMatchObject({
      risk: map.marks[0]!.id,
      levels: { likelihood: 5, impact: 5 },
      likelihood: {
        id: "likelihood",
        parts: [
          { id: "hallucination-rate", name: "Hallucination rate", weight: 3, events: 31, of: 4200 },
          { id: "customers-who-rely-on-it", level: 4, levels: 5 },
        ],
      },
      impact: {
        parts: [
          { id: "severity-of-harm", level: 3 },
          {
            id: "liability",
            value: 9000,
            low: 2000,
            high: 30_000,
            anchors: [
              [0, 0],
              [100_000, 1],
            ],
            source: "Four settled complaints",
          },
        ],
      },
    });
    await untilDrawn(page);
    await expectCellsOf("false-answers");
    await expectAccessible(page, "factors");
  });

  /** Exports the open study, has the command read it, and compares every cell of the table with its report. */
  async function expectCellsOf(id: string) {
    const [download] = await Promise.all([page.waitForEvent("download"), button("Export the file").click()]);
    expect(download.suggestedFilename()).toBe(`${id}.factors.json`);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const { stdout, stderr, exitCode } = await plimsoll(["factors", file, "--json"]);
    expect(exitCode, stderr).toBe(0);
    const report = JSON.parse(stdout) as FactorsReport;
    expect(report).toEqual((await get<{ report: FactorsReport }>(`/v1/studies/${id}/report`)).report);
    const rows = [report.likelihood, report.impact].flatMap(({ factor }) => flat(factor, null));
    const points = (value: number) => (100 * value).toFixed(1);
    for (const [row, { factor, parent }] of rows.entries()) {
      expect((await cell(row, "name").innerText()).trim()).toBe(factor.name);
      expect((await cell(row, "scale").innerText()).split(/\s/)[0]).toBe(points(factor.value));
      if (points(factor.low) !== points(factor.high))
        expect(await cell(row, "scale").innerText()).toContain(`${points(factor.low)} to ${points(factor.high)}`);
      expect(await cell(row, "brings").innerText()).toBe(parent === null ? "" : points(factor.contribution));
    }
    for (const axis of ["likelihood", "impact"] as const)
      expect((await finding(axis).innerText()).toLowerCase()).toBe(report[axis].sentence.split(":")[0]);
  }
  function flat(
    factor: RatedFactor,
    parent: RatedFactor | null,
  ): { factor: RatedFactor; parent: RatedFactor | null }[] {
    return [{ factor, parent }, ...factor.parts.flatMap((part) => flat(part, factor))];
  }

  test("whatever a file says and the page does not edit is kept as it was", async () => {
    const { risk: _, ...written } = parse(readFileSync(join(repository, "examples/llm-factors/factors.yaml"), "utf8"));
    const document = factorsFile.parse({ ...written, description: "Decomposed in a workshop.\nTwo lines." });
    expect((await post({ id: "answers", name: "Answers", kind: "factors", document })).status).toBe(201);
    await open("/scoring/answers");
    await expectCellsOf("answers");
    await cell(1, "weight").click();
    await type("5", "Enter");
    await expect.poll(() => cell(1, "weight").innerText()).toMatch(/^5\s*45\s%/);
    await button("Save").click();
    await page.getByText("Saved.", { exact: true }).waitFor(soon);
    const changed = structuredClone(document);
    if ("parts" in changed.likelihood) changed.likelihood.parts[0]!.weight = 5;
    expect((await kept("answers")).record.document).toEqual(changed);
  });

  test("a study is retired for a reason and taken into use again, and each can be taken back", async () => {
    await button("Retire").click();
    await page.getByLabel("Why").fill("Counted anew with the next model");
    await expectAccessible(page, "retiring a study");
    await button("Retire the study").click();
    await page.getByText("Taken out of use.").waitFor(soon);
    await page.getByText("It was taken out of use: it is read, not edited.").waitFor();
    expect(await kept("answers")).toMatchObject({ retiredBecause: "Counted anew with the next model", version: 3 });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Undo");
    await type("Enter");
    await page.getByText("In use again.").waitFor(soon);
    expect(await kept("answers")).toMatchObject({ retiredBecause: null, retiredOn: null, version: 4 });
    await type("Enter");
    await page.getByText("Taken out of use.").waitFor(soon);
    await open("/scoring");
    expect(await page.getByRole("article", { name: "Answers", exact: true }).count()).toBe(0);
    await page.getByRole("link", { name: "With retired ones" }).click();
    await page.waitForURL(/retired=included/);
    const entry = page.getByRole("article", { name: "Answers", exact: true });
    await entry.getByText("Counted anew with the next model").waitFor(soon);
    await untilDrawn(page);
    await expectAccessible(page, "scoring, with retired studies");
    await page.getByRole("link", { name: "Answers", exact: true }).click();
    await button("Take into use again").click();
    await page.getByText("In use again.").waitFor(soon);
    expect((await kept("answers")).version).toBe(6);
  });

  test.each(["/scoring/answers", "/scoring/new?kind=factors"])(
    "%s is read by whoever is nobody, on a narrow screen and in the dark",
    async (path) => {
      const reader = await openPage(browser, server.url + path, {
        viewport: { width: 390, height: 844 },
        colorScheme: "dark",
      });
      await expectNoSidewaysScroll(reader.page, path);
      await expectAccessible(reader.page, path);
      expect(await reader.page.getByRole("button", { name: "Save", exact: true }).count()).toBe(0);
      expect(reader.errors).toEqual([]);
      await reader.close();
    },
  );

  test("nothing was left on the console", () => {
    expect(window.errors).toEqual([]);
  });
});
