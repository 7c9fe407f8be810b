import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import { launchChromium } from "../harness/chromium.ts";
import { openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

/** Without a pointer: only keys are pressed in this file. */
describe("by keyboard alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-keys-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let map: HeatMap;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    map = (await (await fetch(`${server.url}/v1/heat-map`)).json()) as HeatMap;
    window = await openPage(browser, server.url, { person: map.marks[0]!.owner });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? "");
  const focusedCell = () => page.evaluate(() => document.activeElement?.getAttribute("data-cell") ?? "");
  /** Presses Tab until the focus is on what is wanted; every stop on the way can be seen. */
  async function tabTo(wanted: string): Promise<void> {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate((selector) => {
        const element = document.activeElement!;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        const drawn = element.querySelector("rect, circle, path");
        const mark = drawn === null ? null : getComputedStyle(drawn);
        return {
          isWanted: element.matches(selector),
          isBody: element === document.body,
          isShown: outlineStyle !== "none" || boxShadow !== "none" || (mark !== null && mark.stroke !== "none"),
          html: element.outerHTML.slice(0, 200),
        };
      }, wanted);
      if (!stop.isBody) expect(stop.isShown, `the focus can be seen: ${stop.html}`).toBe(true);
      if (stop.isWanted) return;
    }
    throw new Error(`Tab does not reach ${wanted}; it is at ${await focused()}`);
  }

  test("the first Tab leads past the bar to the content", async () => {
    await page.keyboard.press("Tab");
    expect(await focused()).toContain("To the content");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#content");
  });

  test("the map is one stop, and arrows move among its cells", async () => {
    await tabTo('.likelihood-impact-map [role="gridcell"]');
    expect(await focusedCell()).toBe("0 4");
    for (const [key, at] of [
      ["ArrowLeft", "0 3"],
      ["ArrowDown", "1 3"],
      ["Home", "1 0"],
      ["ArrowUp", "0 0"],
      ["ArrowUp", "0 0"],
      ["End", "0 4"],
    ]) {
      await page.keyboard.press(key!);
      expect(await focusedCell(), key).toBe(at);
    }
    await page.keyboard.press("Tab");
    expect(await focusedCell()).not.toMatch(/^0 [0-3]$/);
    await page.keyboard.press("Shift+Tab");
    expect(await focusedCell()).toBe("0 4");
  });

  test("Enter opens a risk's reasons, arrows turn its tabs, Esc closes and gives the focus back", async () => {
    const alone = map.likelihoodImpact.find(({ risks }) => risks.length === 1)!;
    const cell = `${5 - alone.likelihood} ${alone.impact - 1}`;
    for (let row = 0; row < 5 - alone.likelihood; row++) await page.keyboard.press("ArrowDown");
    for (let column = 4; column > alone.impact - 1; column--) await page.keyboard.press("ArrowLeft");
    expect(await focusedCell()).toBe(cell);
    await page.keyboard.press("Enter");
    const drawer = page.locator("dialog.drawer");
    await drawer.getByRole("tab").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest("dialog.drawer") !== null)).toBe(true);
    for (let presses = 0; presses < 10 && !(await focused()).includes('role="tab"'); presses++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("tab")).toBe("controls");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(await focusedCell()).toBe(cell);
  });

  test("T turns the map into its table and back", async () => {
    await page.keyboard.press("t");
    const table = page.getByRole("region", { name: "Risks of the map" }).getByRole("table");
    await table.waitFor();
    expect(await table.getByRole("row").count()).toBe(map.marks.length + 1);
    const scores = await table.locator("tbody tr").allInnerTexts();
    const worst = map.marks.toSorted((a, b) => (b.residual?.score ?? -1) - (a.residual?.score ?? -1))[0]!;
    expect(scores[0]).toContain(worst.name);
    await page.keyboard.press("t");
    await page.locator(".likelihood-impact-map").waitFor();
  });

  test("Ctrl K finds a risk by name and opens it", async () => {
    const sought = map.marks.at(-1)!;
    await page.keyboard.press("Control+k");
    await page.keyboard.insertText(sought.name);
    await expect.poll(() => page.locator("dialog.search-dialog").innerText()).toContain(sought.name);
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/risks/${sought.id}`);
    await page.getByRole("heading", { level: 1, name: sought.name }).waitFor();
    await page.locator("dialog.search-dialog[open]").waitFor({ state: "detached" });
  });

  test("the register is walked by arrows, edited in place by F2, given up by Esc", async () => {
    await tabTo('nav a[href^="/register"]').catch(async () => {
      await page.keyboard.press("Control+Home");
      await tabTo('nav a[href^="/register"]');
    });
    await page.keyboard.press("Enter");
    await page.getByRole("grid", { name: "Risks" }).waitFor();
    await untilDrawn(page);
    await tabTo("[data-row] > [data-column]");
    const place = () =>
      page.evaluate(() => {
        const cell = document.activeElement;
        return `${cell?.closest("[data-row]")?.getAttribute("data-row")} ${cell?.getAttribute("data-column")}`;
      });
    expect(await place()).toBe("0 0");
    for (const [key, at] of [
      ["ArrowDown", "1 0"],
      ["ArrowRight", "1 1"],
      ["ArrowLeft", "1 0"],
      ["Control+End", null],
      ["Control+Home", "0 0"],
    ]) {
      await page.keyboard.press(key!);
      if (at !== null) await expect.poll(place, { message: key! }).toBe(at);
      else await expect.poll(place).toMatch(new RegExp(`^${map.total - 1} `));
    }
    const name = page.locator('[data-row="0"] th .risk-name');
    const before = await name.innerText();
    await page.keyboard.press("F2");
    await page.keyboard.insertText("Never saved");
    await page.keyboard.press("Escape");
    expect(await name.innerText()).toBe(before);
    await page.keyboard.press("F2");
    await page.keyboard.insertText("Named by keys alone");
    await page.keyboard.press("Enter");
    await expect.poll(() => name.innerText()).toBe("Named by keys alone");
    await expect.poll(place).toBe("0 0");
    const saved = async () => (await (await fetch(`${server.url}/v1/risks?q=keys+alone`)).json()).total;
    await expect.poll(saved, { timeout: 10_000 }).toBe(1);
  });

  test("the past is reached by keys on the slider, and left again", async () => {
    await page.goto(server.url);
    await untilDrawn(page);
    await tabTo('[role="slider"]');
    for (let weeks = 0; weeks < 6; weeks++) await page.keyboard.press("PageDown");
    await expect.poll(() => new URL(page.url()).searchParams.get("asOf")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await page.getByText(/As of the end of/).waitFor();
    await page.keyboard.press("End");
    await expect.poll(() => new URL(page.url()).searchParams.get("asOf")).toBeNull();
  });

  test("a leaf of a scenario is opened, typed into and reset by keys", async () => {
    const scenario = map.marks.find(({ source }) => source === "scenario")!;
    await page.goto(`${server.url}/risks/${scenario.id}/scenario`);
    await untilDrawn(page);
    await tabTo('button.tree-name[aria-expanded="true"]');
    await page.keyboard.press("Enter");
    await page.locator(".tree-editor").waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    await page.locator(".tree-editor").waitFor();
    await tabTo(".tree-editor select");
    await tabTo(".tree-editor input");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("7.5");
    await page.getByText("Typed, not saved.").waitFor();
    await tabTo(".scenario-actions .button:not(.first)");
    await page.keyboard.press("Enter");
    await page.getByText("As saved.").waitFor();
  });

  test("a control is tried with Space, and the curve beside it is read with arrows", async () => {
    await page.goto(`${server.url}/controls`);
    await untilDrawn(page);
    await tabTo('[role="switch"]');
    const before = await page.evaluate(() => document.activeElement?.getAttribute("aria-checked"));
    await page.keyboard.press("Space");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-checked")))
      .toBe(before === "true" ? "false" : "true");
    await page.keyboard.press("Space");
    await tabTo(".curve-figure");
    await page.keyboard.press("End");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-valuetext")))
      .toMatch(/^1 year in [\d,]+: more than /);
  });

  test("nothing went wrong on the page", () => expect(window.errors).toEqual([]));
});
