import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Workspace } from "../../src/contract/detail.ts";
import type { MatrixReport } from "../../src/contract/matrix-report.ts";
import type { Settings } from "../../src/contract/portfolio.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll } from "../harness/cli.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };

describe("the matrix on its page", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-matrix-page-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let people: Workspace["people"];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    people = (await get<Workspace>("/v1/workspace")).people;
    window = await openPage(browser, `${server.url}/scoring`, { person: who("approver") });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const who = (role: string) => people.find(({ roles }) => roles.includes(role))!.id;
  const settings = () => get<{ record: Settings; version: number }>("/v1/settings");
  const put = async (change: (record: Settings) => Settings) => {
    const { record, version } = await settings();
    const response = await fetch(`${server.url}/v1/settings`, {
      method: "PUT",
      headers: { "content-type": "application/json", "plimsoll-actor": who("approver"), "if-match": `"${version}"` },
      body: JSON.stringify(change(record)),
    });
    expect(response.status).toBe(200);
  };
  const residualBands = async () => {
    const { items } = await get<{ items: { id: string; residual: { band: string } | null }[] }>("/v1/risks?limit=500");
    return new Map(items.map(({ id, residual }) => [id, residual?.band]));
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  /** A cell by the words it begins with, such as "Rare, 1 of 5, by severe". */
  const cell = (likelihood: string, impact: string, of: Page = page) =>
    of
      .locator(".matrix-frame [role=gridcell]")
      .and(of.getByLabel(new RegExp(`^${likelihood}, \\d+ of \\d+, by ${impact},`)));
  const field = (group: string, label: string) =>
    page.getByRole("group", { name: group, exact: true }).getByLabel(label);
  const type = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const headline = () => page.locator("h1").innerText();
  const effect = () => page.locator(".study-actions [role=status]").first().innerText();
  const exported = async (): Promise<{ report: MatrixReport; exitCode: number | null; name: string }> => {
    const [download] = await Promise.all([page.waitForEvent("download"), button("Export the file").click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const { stdout, stderr, exitCode } = await plimsoll(["matrix", "check", file, "--json"]);
    expect(stderr).toBe("");
    return { report: JSON.parse(stdout) as MatrixReport, exitCode, name: download.suggestedFilename() };
  };

  test("starts from the organisation's scale, with its axioms and what departs on purpose", async () => {
    await page.getByRole("link", { name: "matrix", exact: true }).click();
    await page.waitForURL(/\/scoring\/matrix$/);
    await page.locator(".matrix-chart").first().waitFor();
    await untilDrawn(page);
    expect(await headline()).toBe("The bands hold Cox’s three axioms.");
    expect(await page.locator("#matrix-block-head").innerText()).toBe(
      "The severity floor departs from the numbers in two cells, on purpose.",
    );
    expect(await page.locator(".axioms .axiom-status").allInnerTexts()).toEqual([
      "holds",
      "holds",
      "holds",
      "on purpose",
    ]);
    await page.getByText("No scenario disagrees with its rating.").waitFor(soon);
    const { report, exitCode, name } = await exported();
    expect([exitCode, name]).toEqual([0, "northwind-group.matrix.json"]);
    expect(report.departures).toHaveLength(2);
    await expectAccessible(page, "matrix");
  });

  test("is coloured by keys alone; what breaks is marked, said and paired", async () => {
    await cell("Frequent", "severe").focus();
    await type("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^Rare, 1 of 5, by severe, 5 of 5: medium, €0 to €300k a year\. Raised by the severity floor on purpose: /,
    );
    await type("Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp");
    expect(await page.locator(".matrix-frame [aria-selected=true]").count()).toBe(4);
    await type("c");
    await expect.poll(headline, soon).toMatch(/^The bands break two of Cox’s three axioms, in \w+ cells\.$/);
    await type("ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft", "1");
    // Below the severity floor: said at the cell, and kept.
    await expect.poll(() => page.locator(".cell-note").innerText(), soon).toContain("below the severity floor");
    await type("Control+z");
    await type("ArrowRight");
    await expect
      .poll(() => page.locator(".cell-note").innerText(), soon)
      .toContain(
        "Critical cell (rare, severe) begins at 0 a year, below what the low cell (frequent, minor) reaches, 300,000.",
      );
    expect(await page.locator(".pair-cell").count()).toBe(2);
    expect(await page.locator(".cell-finding.is-broken").count()).toBeGreaterThan(4);
    await expect.poll(effect, soon).toMatch(/^Changed, not saved\. \w+ of 47 risks change band\.$/);
    const { report, exitCode } = await exported();
    expect([exitCode, report.axioms.weakConsistency]).toEqual([1, "broken"]);
    await expectAccessible(page, "matrix, broken");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator(":root[data-theme=dark]").waitFor();
    await expectAccessible(page, "matrix, broken, dark", "colours");
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("the sound bands stand beside them and are taken over at once", async () => {
    expect(await page.locator("#proposal-head").innerText()).toMatch(/^Sound bands differ in \w+ cells\.$/);
    expect(await page.locator(".proposal-block .is-changed-band").count()).toBeGreaterThan(3);
    await button("Take the sound bands").click();
    await expect.poll(headline, soon).toBe("The bands hold Cox’s three axioms.");
    expect(await page.locator("#proposal-head").count()).toBe(0);
    await button("Undo").click();
    await expect.poll(headline, soon).toMatch(/^The bands break/);
    await button("Reset").click();
    await expect.poll(effect, soon).toBe("As saved.");
  });

  test("what cannot be read is said at its field, and nothing that was typed is lost", async () => {
    await field("Likelihood 3", "From").fill("often");
    await field("Likelihood 2", "Name").fill("rare");
    await field("Impact 3", "From").fill("20,000");
    await page.getByLabel("Top", { exact: true }).nth(1).fill("");
    await page.getByText("“often” is no number; write loss events a year, such as 0.3").waitFor();
    await page.getByText("20,000 is no higher than the level before it; write bounds that rise").waitFor();
    await page.getByText(/^missing; without a top/).waitFor();
    await page.getByText("“rare” twice; give each level a name of its own").waitFor();
    await button("Save").click();
    await page.getByText("Not saved:").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
    expect(await headline()).toBe("Bounds that cannot be read are not checked.");
    await expectAccessible(page, "matrix with mistakes");
    expect(await field("Likelihood 3", "From").inputValue()).toBe("often");
    await button("Reset").click();
    expect(await field("Likelihood 3", "From").inputValue()).toBe("0.3");
  });

  test("grows by a level, in the grid and in the fields, and takes bounds to scale", async () => {
    await button("Add above likely").click();
    await field("Likelihood 5", "Name").fill("often");
    expect(await field("Likelihood 5", "From").inputValue()).toBe("1.7");
    await expect.poll(() => page.locator(".matrix-frame [role=row]").count()).toBe(6);
    await button("To scale").click();
    await page.waitForURL(/cells=to-scale/);
    expect(await page.locator(".equal-loss-label").count()).toBe(2);
    await button("Table").click();
    await page.getByLabel("Often by severe", { exact: true }).selectOption({ label: "high" });
    await button("Equal cells").click();
    await cell("Often", "severe").waitFor();
    expect(await cell("Often", "severe").getAttribute("aria-label")).toContain(": high,");
    await button("Reset").click();
  });

  test("bounds that move make scenarios disagree with ratings: said, and led to from cell to cell", async () => {
    const bounds = { "Likelihood 5": "9", "Likelihood 4": "4", "Likelihood 3": "1.2", "Likelihood 2": "0.5" };
    for (const [level, from] of Object.entries(bounds)) await field(level, "From").fill(from);
    await expect
      .poll(() => page.locator("#scenarios-head").innerText(), soon)
      .toMatch(/^(?!No )\w+ scenarios? disagrees? with /);
    expect(await page.locator(".matrix-frame .journey-arrow").count()).toBeGreaterThan(0);
    expect(await page.locator(".disagreements li").first().innerText()).toMatch(
      /: rated \w+ \(.+\), by its scenario \w+ \(/,
    );
    await button("Reset").click();
    await page.getByText("No scenario disagrees with its rating.").waitFor(soon);
  });

  test("a finding that is pressed leads to its cell, from the table too", async () => {
    await button("Table").click();
    await page.getByLabel("Rare by severe", { exact: true }).selectOption({ label: "critical" });
    await page.getByRole("button", { name: /^Critical cell \(rare, severe\) begins at 0 a year/ }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), soon)
      .toMatch(/^Rare, 1 of 5, by severe/);
    expect(page.url()).not.toContain("view=table");
    await button("Reset").click();
  });

  test("saving shows first which risks change band, and then they do", async () => {
    const before = await residualBands();
    await cell("Likely", "major").click();
    await type("c");
    await expect.poll(effect, soon).toMatch(/change band\.$/);
    await button("Save").click();
    const dialog = page.locator("dialog.save-dialog");
    await dialog.waitFor();
    await expectAccessible(page, "matrix, about to be saved");
    const moved = (await dialog.locator("tbody tr").allInnerTexts()).filter((row) => /to critical/.test(row));
    expect(moved.length).toBeGreaterThan(0);
    expect(await residualBands()).toEqual(before);
    await button("Save for the organisation").click();
    await page.getByText("Saved.", { exact: true }).waitFor(soon);
    expect((await settings()).record.scale!.bands![3]![3]).toBe("critical");
    const after = await residualBands();
    const changed = [...after].filter(([id, band]) => band !== before.get(id));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(([, band]) => band === "critical")).toBe(true);
  });

  test("when other settings changed meanwhile both changes stand; when the scale did, both are kept until one is chosen", async () => {
    await cell("Likely", "major").click();
    await type("h");
    await put((record) => ({ ...record, fiscalYearStart: 4 }));
    await expect.poll(effect, soon).toMatch(/^Changed, not saved\./);
    await button("Save").click();
    await button("Save for the organisation").click();
    await page.getByText("Saved.", { exact: true }).waitFor(soon);
    const { record } = await settings();
    expect([record.fiscalYearStart, record.scale!.bands![3]![3]]).toEqual([4, "high"]);

    await cell("Likely", "major").click();
    await type("c");
    await put((theirs) => ({ ...theirs, scale: { ...theirs.scale, score: "sum" } }));
    await expect.poll(effect, soon).toMatch(/change band\.$/);
    await button("Save").click();
    await button("Save for the organisation").click();
    await page.getByText("somebody else changed the scale").waitFor(soon);
    expect(await cell("Likely", "major").getAttribute("aria-label")).toContain(": critical");
    await button("Give up mine, show theirs").click();
    await expect.poll(() => page.getByLabel("Score of two levels").inputValue()).toBe("sum");
    await put((theirs) => ({ ...theirs, scale: { ...theirs.scale, score: "product" } }));
    await expect.poll(() => page.getByLabel("Score of two levels").inputValue(), soon).toBe("product");
  });

  test("a level that risks are rated by cannot go, and the risks are named", async () => {
    await button("Remove frequent").click();
    await expect.poll(() => page.locator("#effect-head").innerText(), soon).toMatch(/^It cannot be saved: /);
    await button("Save").click();
    const dialog = page.locator("dialog.save-dialog");
    await dialog.waitFor();
    expect(await dialog.locator(".refusals li").count()).toBeGreaterThan(0);
    expect(await button("Save for the organisation").count()).toBe(0);
    await type("Escape");
  });

  test("asks before what is not saved is left", async () => {
    await page.getByRole("link", { name: "Portfolio", exact: true }).click();
    await page.getByText("The matrix is not saved.").waitFor();
    await button("Stay here").click();
    expect(page.url()).toMatch(/\/scoring\/matrix/);
    await page.getByRole("link", { name: "Portfolio", exact: true }).click();
    await button("Leave without saving").click();
    await page.waitForURL(/\/$/);
    // The browser itself notes what the server refused on purpose.
    expect(window.errors.filter((error) => !error.includes("412"))).toEqual([]);
  });

  test("who may not save may try and export; the past is read", async () => {
    const contributor = people.find(({ roles }) => roles.every((role) => role === "contributor" || role === "viewer"))!;
    const reader = await openPage(browser, `${server.url}/scoring/matrix`, { person: contributor.id });
    await cell("Likely", "major", reader.page).click();
    await reader.page.keyboard.press("c");
    await reader.page.getByText("Saving the scale needs the role approver or administrator").waitFor();
    expect(await reader.page.getByRole("button", { name: "Save", exact: true }).count()).toBe(0);
    await reader.page.getByRole("button", { name: "Export the file" }).waitFor();
    await reader.page.goto(`${server.url}/scoring/matrix?asOf=${new Date().toISOString().slice(0, 10)}`);
    await reader.page.goto(
      `${server.url}/scoring/matrix?asOf=${new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10)}`,
    );
    await untilDrawn(reader.page);
    await reader.page.getByText("The past is read, not edited").waitFor();
    expect(await cell("Likely", "major", reader.page).getAttribute("aria-label")).toContain(": high");
    expect(await reader.page.locator(".palette").count()).toBe(0);
    expect(await reader.page.locator(".level-row input:enabled").count()).toBe(0);
    expect(reader.errors).toEqual([]);
    await reader.close();
  });

  test.each(["/scoring/matrix", "/scoring/matrix?cells=to-scale", "/scoring/matrix?view=table"])(
    "%s is read on a narrow screen and in the dark",
    async (path) => {
      const narrow = await openPage(browser, server.url + path, {
        viewport: { width: 390, height: 844 },
        colorScheme: "dark",
      });
      await expectNoSidewaysScroll(narrow.page, path);
      await expectAccessible(narrow.page, path);
      expect(narrow.errors).toEqual([]);
      await narrow.close();
    },
  );
});
