import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import type { Study } from "../../src/contract/study.ts";
import type { WeighFile } from "../../src/contract/weigh-file.ts";
import type { WeighReport } from "../../src/contract/weigh-report.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll } from "../harness/cli.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };
const example = parse(readFileSync(join(repository, "examples/moderation-weights/weigh.yaml"), "utf8"));

describe("weighted scenarios on their page", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-weigh-page-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let person: string;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    const map = (await (await fetch(`${server.url}/v1/heat-map`)).json()) as HeatMap;
    person = map.marks[0]!.owner;
    const pairs = parse(readFileSync(join(repository, "examples/harm-weights/ahp.yaml"), "utf8"));
    await keep({ id: "harm", name: "Which harm weighs most", kind: "ahp", document: pairs });
    await keep({ id: "moderation", name: "Moderation", kind: "weigh", document: example });
    window = await openPage(browser, `${server.url}/scoring/new?kind=weigh`, { person });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const keep = async (study: unknown) => {
    const headers = { "content-type": "application/json", "plimsoll-actor": person };
    const answer = await fetch(`${server.url}/v1/studies`, { method: "POST", headers, body: JSON.stringify(study) });
    expect(answer.status, await answer.clone().text()).toBe(201);
  };
  const stored = async (id: string) =>
    (await (await fetch(`${server.url}/v1/studies/${id}`)).json()) as {
      record: Extract<Study, { kind: "weigh" }>;
      version: number;
    };
  const kept = async (id: string) => (await stored(id)).record;
  const open = async (path: string) => {
    await page.goto(server.url + path);
    await settled();
  };
  /** Every figure is of what is typed. */
  const settled = async () => {
    await untilDrawn(page);
    await page.waitForFunction(() => document.querySelector(".is-behind") === null, null, soon);
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  const cell = (row: number, column: number) =>
    page.locator(`.scenario-grid tr[data-row="${row}"] > [data-column="${column}"]`);
  const type = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const scores = () => page.locator(".scenario-grid tr[data-row] > td:nth-last-child(2)").allInnerTexts();
  const save = async () => {
    await button("Save").click();
    await page.getByText("Saved.", { exact: true }).waitFor(soon);
  };
  const exported = async (...options: string[]) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button("Export the file").click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const { stdout, stderr, exitCode } = await plimsoll(["weigh", file, ...options]);
    expect(exitCode, stderr).toBe(0);
    return stdout;
  };

  test("an empty study says what comes first, and takes its dimensions from a study of pairs", async () => {
    await page.getByText("Nothing is ranked yet: add the dimensions that harm is weighed by.").waitFor();
    await expectAccessible(page, "weighted scenarios, empty");
    await page.getByLabel("Take weights from a study of pairs").selectOption("Which harm weighs most");
    await page.getByLabel("physical-safety", { exact: true }).waitFor(soon);
    expect(await page.getByLabel("physical-safety", { exact: true }).inputValue()).toMatch(/^42\.\d+$/);
    expect(await field("Why these weights").inputValue()).toBe(
      "From the study “Which harm weighs most” (harm), version 1",
    );
    await page.getByText("Points of a hundred, or shares of one").waitFor();
  });

  test("scenarios are named and rated by keys alone, and their order follows", async () => {
    await field("Name").first().fill("Before the launch");
    await button("Add a scenario").click();
    await page.keyboard.type("Threats stay up");
    await type("Tab");
    for (const rating of ["55", "3x4", "3 4", "22", "4", "1x1"]) {
      await page.keyboard.type(rating);
      await type("Tab");
    }
    await expect.poll(() => cell(0, 1).innerText()).toBe("55");
    await expect.poll(async () => (await scores())[0]).toMatch(/^0\.\d\d$/);
    await button("Add a scenario").click();
    await page.keyboard.type("Spam gets through");
    await type("Tab");
    for (let column = 0; column < 6; column++) await type("1", "Tab");
    await settled();
    expect((await scores())[1]).toBe("0.00");
    await page.getByText(/^“Threats stay up” scores 0\.\d\d of 1/).waitFor(soon);
    await page.getByText("The order is sure throughout: each comes before the next in").waitFor();
  });

  test("a rating out of scale keeps what was typed and says why; undo takes it back", async () => {
    await cell(1, 2).click();
    await page.keyboard.type("6x1");
    await type("Enter");
    await cell(1, 2).click();
    await page.getByText("“6x1”: likelihood 6 is not from 1 to 5", { exact: true }).waitFor();
    expect(await cell(1, 2).getAttribute("aria-invalid")).toBe("true");
    expect((await scores())[1]).toBe("not rated");
    await button("Save").click();
    await page.getByText("Not saved:").waitFor();
    await cell(1, 2).click();
    await type("Control+z");
    expect(await cell(1, 2).innerText()).toBe("1");
  });

  test("weights that do not sum are said beside them, and are scaled by a press", async () => {
    await page.getByLabel("privacy", { exact: true }).fill("60");
    await page.getByText(/^weights sum to 1\d\d[.\d]*; make them sum to 100$/).waitFor();
    await page.getByText(/^Nothing is ranked under these weights: weights sum to/).waitFor();
    expect(await cell(0, 1).innerText()).toBe("55");
    await button("Scale them to 100").click();
    await page.getByText("Points of a hundred, or shares of one").waitFor();
    await settled();
    expect((await scores())[0]).toMatch(/^0\.\d\d$/);
  });

  test("saved, it is the file that the command reads, with the figures that the page shows", async () => {
    await field("Gate").fill("0.4");
    await button("Save").click();
    await page.waitForURL(/\/scoring\/before-the-launch$/, soon);
    await settled();
    const { document } = await kept("before-the-launch");
    expect(document).toMatchObject({ title: "Before the launch", gate: { score: 0.4 } });
    expect(document.scenarios[0]).toMatchObject({
      id: "threats-stay-up",
      ratings: { "physical-safety": { likelihood: 5, impact: 5 } },
    });
    const report = JSON.parse(await exported("--json")) as WeighReport;
    expect(await scores()).toEqual(document.scenarios.map(({ id }) => scoreOf(report, id)));
    await expectAccessible(page, "weighted scenarios");
  });

  test("a kept version is read only; new weights stand beside it, and both make their own order", async () => {
    await open("/scoring/moderation");
    const last = await scores();
    await page.getByLabel("Weights", { exact: true }).selectOption("2026-06");
    await page.waitForURL(/weights=2026-06/);
    await settled();
    const former = await scores();
    expect(former).not.toEqual(last);
    await page.getByText("First division, by the head of trust and safety alone").waitFor();
    expect(await page.locator(".weight-fields").count()).toBe(0);
    await button("New version").click();
    await page.getByLabel("Rule").selectOption("worst-of");
    await field("Why these weights").fill("The worst harm decides");
    await settled();
    expect(await scores()).not.toEqual(former);
    await save();
    const { document } = await kept("moderation");
    expect(document.weightings.slice(0, 2)).toMatchObject(example.weightings);
    expect(document.weightings.at(-1)).toMatchObject({ by: person, aggregate: "worst-of" });
    expect(document.scenarios).toEqual(example.scenarios);
    await page.getByLabel("Weights", { exact: true }).selectOption("2026-06");
    await settled();
    expect(await scores()).toEqual(former);
    await page.getByLabel("Weights", { exact: true }).selectOption("2026-10");
    await settled();
    expect(await scores()).toEqual(last);
  });

  test("a dimension that is added moves no score of a kept version", async () => {
    const before = await scores();
    await button("Add a dimension").click();
    await page.keyboard.type("Privacy");
    await settled();
    expect(await scores()).toEqual(before);
    await save();
    const { document } = await kept("moderation");
    expect(document.dimensions.at(-1)).toEqual({ id: "privacy", name: "Privacy" });
    expect(document.weightings[0]!.weights).toMatchObject({ privacy: 0 });
  });

  test("when somebody else kept other weights meanwhile, both versions stay", async () => {
    const { record, version } = await stored("moderation");
    await button("New version").click();
    await field("Version").fill("mine");
    const theirs = { ...record.document.weightings[0]!, version: "theirs" };
    const document = { ...record.document, weightings: [...record.document.weightings, theirs] };
    const answer = await fetch(`${server.url}/v1/studies/moderation`, {
      method: "PUT",
      headers: { "content-type": "application/json", "plimsoll-actor": person, "if-match": `"${version}"` },
      body: JSON.stringify({ ...record, document }),
    });
    expect(answer.status).toBe(200);
    await button("Save").click();
    await page.getByText("somebody else saved this study").waitFor(soon);
    await button("Save mine on top").click();
    await page.getByText("Saved.", { exact: true }).waitFor(soon);
    expect((await kept("moderation")).document.weightings.map((one) => one.version).slice(-2)).toEqual([
      "theirs",
      "mine",
    ]);
    await page.getByLabel("Weights", { exact: true }).selectOption("2026-10");
    await settled();
  });

  test("the page to test first says what the command prints, and is marked as the team goes on", async () => {
    await button("Test this first").click();
    await page.waitForURL(/view=test-first/);
    await settled();
    const shown = (await page.locator(".test-first").innerText()).replace(/\s+/g, " ");
    const printed = await exported("--page", "--weights", "2026-10");
    for (const line of printed.split("\n").filter((text) => text !== ""))
      expect(shown).toContain(line.replace(/^#+ |\*\*(?:Test|Owner):\*\* /g, "").replace(/\s+/g, " "));
    await expectAccessible(page, "test this first");
    await page.getByText("The gate at 0.3 is open: 6 of 9 scenarios may reach it and are untested.").waitFor();
    await page.getByRole("button", { name: "Comments in a dialect are removed as abuse: tested today" }).click();
    await page.getByText("The gate at 0.3 is open: 5 of 9 scenarios may reach it and are untested.").waitFor(soon);
    await page.getByRole("heading", { name: "Tested", exact: true }).waitFor();
    await save();
    const { document } = await kept("moderation");
    expect(document.scenarios.find(({ id }) => id === "dialect-removed")!.tested).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("on paper the page stands alone", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.locator(".test-first h2").isVisible()).toBe(true);
    for (const part of [".bar", ".study-actions", ".weigh-views", ".test-first-tools", ".take-along"])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
    const ink = await page.locator(".test-first h2").evaluate((element) => getComputedStyle(element).color);
    expect(ink).toBe("rgb(0, 0, 0)");
    const paper = await page.pdf({
      format: "A4",
      margin: { top: "14mm", bottom: "14mm", left: "14mm", right: "14mm" },
    });
    expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
  });

  test("two hundred scenarios are typed into without waiting for their figures", async () => {
    const scenarios = Array.from({ length: 200 }, (_, k) => ({
      ...example.scenarios[0],
      id: `s${k}`,
      name: `Scenario ${k}`,
      ratings: Object.fromEntries(
        (example as WeighFile).dimensions.map(({ id }, d) => [
          id,
          { likelihood: 1 + ((k * 7 + d * 3) % 5), impact: 1 + ((k * 3 + d) % 5) },
        ]),
      ),
    }));
    await keep({ id: "many", name: "Many", kind: "weigh", document: { ...example, scenarios } });
    await open("/scoring/many");
    await cell(0, 1).click();
    await page.keyboard.type("55");
    await type("Enter");
    expect(await cell(0, 1).innerText()).toBe("55");
    await page.keyboard.type("44");
    await type("Enter");
    expect(await cell(1, 1).innerText()).toBe("44");
    await settled();
    await page.getByRole("button", { name: /^Show 20 more; 20 of 200 scenarios shown$/ }).waitFor();
    await type("Control+End");
    expect(await page.evaluate(() => document.activeElement?.parentElement?.getAttribute("data-row"))).toBe("199");
  });

  test("one scenario has a score and no order", async () => {
    await keep({
      id: "one",
      name: "One",
      kind: "weigh",
      document: { ...example, scenarios: example.scenarios.slice(0, 1) },
    });
    await open("/scoring/one");
    await page
      .getByText(/there is no other to come before/)
      .first()
      .waitFor(soon);
    await page.getByText("One scenario has no order.").waitFor();
  });

  test.each(["/scoring/moderation", "/scoring/moderation?view=table", "/scoring/moderation?view=test-first"])(
    "%s is read by whoever is nobody, on a narrow screen and in the dark",
    async (path) => {
      const reader = await openPage(browser, server.url + path, {
        viewport: { width: 390, height: 844 },
        colorScheme: "dark",
      });
      await expectNoSidewaysScroll(reader.page, path);
      await expectAccessible(reader.page, path);
      for (const name of ["Save", "New version", "Add a scenario", "Tested today"])
        expect(await reader.page.getByRole("button", { name, exact: true }).count(), name).toBe(0);
      expect(reader.errors).toEqual([]);
      await reader.close();
    },
  );

  test("nothing went wrong unseen", () => {
    // The browser itself notes the save that somebody else's came before.
    expect(window.errors.filter((error) => !error.includes("412"))).toEqual([]);
  });
});

/** A score as the sheet shows it. */
function scoreOf({ scenarios }: WeighReport, id: string): string {
  const { score } = scenarios.find((one) => one.id === id)!;
  return score === null ? "not rated" : score.toFixed(2);
}
