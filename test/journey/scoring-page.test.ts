import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { AhpReport } from "../../src/contract/ahp-report.ts";
import type { FmeaReport } from "../../src/contract/fmea-report.ts";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import type { Study } from "../../src/contract/study.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll } from "../harness/cli.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };

describe("structured scoring on its pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-scoring-page-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let person: string;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    const map = await get<HeatMap>("/v1/heat-map");
    person = map.marks[0]!.owner;
    window = await openPage(browser, `${server.url}/scoring`, { person });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const kept = async (id: string) => get<{ record: Study; version: number }>(`/v1/studies/${id}`);
  const send = (method: string, path: string, body: unknown, version?: number) =>
    fetch(server.url + path, {
      method,
      headers: {
        "content-type": "application/json",
        "plimsoll-actor": person,
        ...(version !== undefined && { "if-match": `"${version}"` }),
      },
      body: JSON.stringify(body),
    });
  const open = async (path: string) => {
    await page.goto(server.url + path);
    await untilDrawn(page);
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const saved = () => page.getByText("Saved.", { exact: true }).waitFor(soon);
  const type = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const cell = (row: number, column: number) =>
    page.locator(`.fmea-grid tr[data-row="${row}"] > [data-column="${column}"]`);
  /** Downloads what the page exports and has the command read it. */
  const exported = async <T>(command: string): Promise<{ name: string; report: T }> => {
    const [download] = await Promise.all([page.waitForEvent("download"), button("Export the file").click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const { stdout, stderr, exitCode } = await plimsoll([command, file, "--json"]);
    expect(exitCode, stderr).toBe(0);
    return { name: download.suggestedFilename(), report: JSON.parse(stdout) as T };
  };

  test("before the first study the list says what to do, by page and by command", async () => {
    const bare = await startServer([], { cwd: mkdtempSync(join(folder, "bare-")) });
    try {
      const first = await openPage(browser, `${bare.url}/scoring`);
      expect(await first.page.locator("h1").innerText()).toBe("No study is in use.");
      await first.page.getByText("plimsoll weigh examples/moderation-weights/weigh.yaml", { exact: true }).waitFor();
      await expectAccessible(first.page, "scoring, empty");
      await first.close();
    } finally {
      await bare.stop();
    }
    await page.getByRole("link", { name: "Failure modes", exact: true }).click();
    await page.waitForURL(/\/scoring\/new\?kind=fmea/);
  });

  test("failure modes are typed by keys alone, and every figure follows", async () => {
    await page.getByLabel("Name").fill("How the assistant fails");
    await button("Add a failure mode").click();
    await page.keyboard.type("invents-terms");
    await type("Tab", "8", "Tab");
    await page.keyboard.type("31/4200");
    await type("Tab", "8", "Enter");
    await expect.poll(() => cell(0, 4).innerText()).toBe("384");
    expect(await cell(0, 5).innerText()).toMatch(/^high/);
    expect(await cell(0, 2).innerText()).toBe("6 31/4200");
    await cell(0, 2).click();
    await page.getByText(/^31\/4200 counted: it occurs in 0\.7\s%/).waitFor();
  });

  test("a cell that cannot be read keeps what was typed and says why; Esc and undo take back", async () => {
    await cell(0, 1).click();
    await type("1", "1", "Enter");
    await page.getByText("“11” is no severity; write 1 to 10").waitFor();
    expect(await cell(0, 1).getAttribute("aria-invalid")).toBe("true");
    await button("Save").click();
    await page.getByText("Not saved:").waitFor();
    await cell(0, 1).click();
    await type("Control+z");
    expect(await cell(0, 1).innerText()).toBe("8");
    await type("3", "Escape");
    expect(await cell(0, 1).innerText()).toBe("8");
    await type("Escape", "Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".fmea-grid"))).toBeNull();
  });

  test("a written criterion rates by a press, and ratings after the actions stand beside", async () => {
    await cell(0, 3).click();
    await page.getByRole("button", { name: /^5 20 % or more get past/ }).click();
    expect(await cell(0, 3).innerText()).toBe("5");
    await cell(0, 8).click();
    await type("3", "Enter");
    await expect.poll(() => cell(0, 10).innerText()).toContain("RPN 120");
    await page.getByLabel("How it fails to").fill("States terms that no sheet contains");
  });

  test("a block of a spreadsheet is pasted from a cell on, in one step that is taken back in one", async () => {
    const paste = (text: string) =>
      page.evaluate((block) => {
        const data = new DataTransfer();
        data.setData("text/plain", block);
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        document.activeElement!.dispatchEvent(event);
      }, text);
    await cell(0, 1).click();
    await paste("9\t31/4200\t7\nten\t2\t3\t108");
    await page.getByText("2 rows pasted, 1 of them new. 1 value left out").waitFor();
    expect(await cell(0, 1).innerText()).toBe("9");
    expect(await cell(1, 1).getAttribute("aria-invalid")).toBe("true");
    expect(await cell(1, 2).innerText()).toBe("2");
    await cell(1, 1).click();
    await page.locator(".sheet-said").getByText("“ten” is no severity; write 1 to 10").waitFor();
    await expectAccessible(page, "failure modes, pasted");
    await cell(0, 1).click();
    await type("Control+z");
    expect([await cell(0, 1).innerText(), await cell(0, 3).innerText()]).toEqual(["8", "5"]);
    expect(await cell(1, 0).count()).toBe(0);
  });

  test("a mode names its risk, counts its failures, and its occurrence is rated from a log beside the criteria", async () => {
    const risk = (await get<HeatMap>("/v1/heat-map")).marks[0]!;
    await page.getByLabel("Risk of the register that it belongs to").selectOption(risk.id);
    await page.getByLabel("Failures a year, of any mode").fill("260");
    await page.getByText("missing; expected failures need all of these").first().waitFor();
    await page.getByLabel("Share that are of this mode").fill("60 %");
    await page.getByLabel("Probability of its effect").fill("5 %");
    await page.getByText("7.8 with this effect in a year").waitFor();
    await cell(0, 2).click();
    await page.getByLabel("Failures in the log").fill("62");
    await expect.poll(() => cell(0, 2).innerText()).toBe("7 62/4200");
    await page.getByText(/^62\/4200 counted: it occurs in 1\.5\s%/).waitFor();
    await button("Undo").click();
    await expect.poll(() => cell(0, 2).innerText()).toBe("6 31/4200");
  });

  test("saved, it is the file that the command reads", async () => {
    await button("Save").click();
    await page.waitForURL(/\/scoring\/how-the-assistant-fails$/, soon);
    const { record, version } = await kept("how-the-assistant-fails");
    expect([record.kind, version]).toEqual(["fmea", 1]);
    expect(record.document).toEqual({
      modes: [
        {
          id: "invents-terms",
          failure: "States terms that no sheet contains",
          risk: (await get<HeatMap>("/v1/heat-map")).marks[0]!.id,
          failures: { perYear: 260, modeShare: 0.6, effectProbability: 0.05, years: 1 },
          severity: 8,
          occurrence: { events: 31, of: 4200 },
          detection: 5,
          after: { occurrence: 3 },
        },
      ],
    });
    await untilDrawn(page);
    const { name, report } = await exported<FmeaReport>("fmea");
    expect(name).toBe("how-the-assistant-fails.fmea.json");
    expect(report.modes[0]).toMatchObject({ rpn: 240, after: { rpn: 120 } });
    await expectAccessible(page, "failure modes");
  });

  test("when somebody else was faster, both are kept until one is chosen", async () => {
    const { record, version } = await kept("how-the-assistant-fails");
    await cell(0, 1).click();
    await type("9", "Enter");
    await page.getByText("Typed, not saved.").waitFor();
    expect((await send("PUT", `/v1/studies/${record.id}`, { ...record, name: "Theirs" }, version)).status).toBe(200);
    await button("Save").click();
    await page.getByText("somebody else saved this study").waitFor(soon);
    expect(await cell(0, 1).innerText()).toBe("9");
    await button("Save mine on top").click();
    await saved();
    const now = await kept("how-the-assistant-fails");
    expect(now).toMatchObject({
      version: 3,
      record: { name: "How the assistant fails", document: { modes: [{ severity: 9 }] } },
    });
  });

  test("pairs are judged by arrow keys, said in words, and move the weights", async () => {
    await open("/scoring/new?kind=ahp");
    await page.getByText("Nothing is weighed yet").waitFor();
    await page.getByLabel("Name").fill("Which harm weighs most");
    await button("Add an item").click();
    for (const item of ["discrimination", "privacy", "safety"]) {
      await page.keyboard.type(item);
      if (item !== "safety") await type("Enter");
    }
    await page.getByText("no chain of judgements links them all yet").waitFor();
    const slider = (name: string) => page.getByRole("slider", { name });
    await slider("discrimination against privacy").focus();
    await type("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
    expect(await slider("discrimination against privacy").getAttribute("aria-valuetext")).toBe(
      "discrimination strongly outweighs privacy",
    );
    await slider("privacy against safety").focus();
    await type("ArrowRight", "ArrowRight");
    await page.getByText(/1 pair is not compared/).waitFor();
    await slider("discrimination against safety").focus();
    await type("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
    await page.getByText(/^The judgements contradict one another: /).waitFor();
    await expect.poll(() => page.locator(".weight-table tbody tr.now th").innerText()).toBe("discrimination");
    await expect.poll(() => page.locator(".weight-table tr.now td").last().innerText(), soon).toMatch(/%$/);
  });

  test("the worst contradiction is mended by a press, and the file says the same as the page", async () => {
    await page.getByText(/: 0\.222, over the limit of 0\.05$/).waitFor();
    await button("Mend it").click();
    await page.getByText(/: 0\.098, over the limit of 0\.05$/).waitFor();
    await button("Mend it").click();
    await page.getByText("The judgements contradict one another little: 0.043, below the limit of 0.05").waitFor();
    await button("Save").click();
    await page.waitForURL(/\/scoring\/which-harm-weighs-most$/, soon);
    await untilDrawn(page);
    const { report } = await exported<AhpReport>("ahp");
    const shown = await page.locator(".weight-table tbody td:nth-child(2)").allInnerTexts();
    expect(shown.map((text) => Number.parseFloat(text))).toEqual(
      report.weights.map(({ weight }) => Number((100 * weight).toFixed(weight < 0.0995 ? 1 : 0))),
    );
    expect(report.consistencyRatio).toBeLessThan(report.consistencyLimit);
    await expectAccessible(page, "weights from pairs");
  });

  test("every kind is listed with what it comes to", async () => {
    for (const [id, kind, path] of [
      ["moderation", "weigh", "moderation-weights/weigh.yaml"],
      ["answers", "factors", "llm-factors/factors.yaml"],
    ] as const) {
      const { risk: _, ...document } = parse(readFileSync(join(repository, "examples", path), "utf8"));
      expect((await send("POST", "/v1/studies", { id, name: `Study of ${id}`, kind, document })).status).toBe(201);
    }
    await open("/scoring");
    const entryOf = (name: string) => page.getByRole("article", { name, exact: true });
    await entryOf("Study of moderation")
      .getByText(/^dialect-removed scores highest: 0\.44/)
      .waitFor(soon);
    await entryOf("Study of answers")
      .getByText(/^Likelihood 3 of 5, impact \d of 5\.$/)
      .waitFor(soon);
    await entryOf("Which harm weighs most")
      .getByText(/^discrimination weighs most/)
      .waitFor(soon);
    await expect
      .poll(() => entryOf("How the assistant fails").innerText(), soon)
      .toMatch(/1 of 1 failure mode of high priority[\s\S]*Changed/);
    await expectAccessible(page, "scoring, listed");
    await page.getByRole("link", { name: "Study of moderation" }).click();
    await page.getByText("plimsoll weigh moderation.weigh.json", { exact: true }).waitFor();
  });

  test.each([
    "/scoring",
    "/scoring/how-the-assistant-fails",
    "/scoring/which-harm-weighs-most",
    "/scoring/new?kind=fmea",
  ])("%s is read by whoever is nobody, on a narrow screen and in the dark", async (path) => {
    const reader = await openPage(browser, server.url + path, {
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
    });
    await expectNoSidewaysScroll(reader.page, path);
    await expectAccessible(reader.page, path);
    expect(await reader.page.getByRole("button", { name: "Save", exact: true }).count()).toBe(0);
    expect(reader.errors).toEqual([]);
    await reader.close();
  });

  test("a study that is not there says so", async () => {
    // The browser itself notes the save that somebody else's came before.
    expect(window.errors.filter((error) => !error.includes("412"))).toEqual([]);
    await open("/scoring/none");
    await page.getByText(/study none: not in the register/).waitFor();
  });
});
