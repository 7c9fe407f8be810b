import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AhpFile } from "../../src/contract/ahp-file.ts";
import type { AhpReport } from "../../src/contract/ahp-report.ts";
import { launchChromium } from "../harness/chromium.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };
const person = "mara";
const id = "which-vendor";

/** What the page does not edit, and what it does, in one file. */
const study = {
  id,
  name: "Which vendor",
  kind: "ahp",
  document: {
    description: "For the board",
    items: ["north", "south", "west"],
    judgements: [
      { left: "north", right: "south", ratio: 2, reason: "the pilot" },
      { left: "south", right: "west", ratio: "1/3" },
    ],
    synthesis: "ideal",
  } as AhpFile,
};

describe("pairs judged by several people under criteria", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-ahp-page-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    const headers = { "content-type": "application/json", "plimsoll-actor": person };
    await fetch(`${server.url}/v1/studies`, { method: "POST", headers, body: JSON.stringify(study) });
    window = await openPage(browser, `${server.url}/scoring/${id}`, { person });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const kept = async () => (await get<{ record: { document: AhpFile } }>(`/v1/studies/${id}`)).record.document;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const slide = async (pair: string, ...keys: string[]) => {
    await page.getByRole("slider", { name: pair }).focus();
    await press(...keys);
  };
  const times = (count: number, key: string) => Array.from({ length: count }, () => key);
  const save = async () => {
    await button("Save").click();
    await page.getByText("Saved.", { exact: true }).waitFor(soon);
  };

  test("a pair may be left out, and what is not linked is said with what would link it", async () => {
    await page.getByText(/^1 pair is not compared|1 pair is not compared/).waitFor();
    await button("Clear south against west").click();
    await page
      .getByText("No judgement links west with north and south: compare one of north and south with west.")
      .waitFor();
    await page.getByText("no chain of judgements links them all yet").waitFor();
    await button("Undo").click();
    await expect.poll(() => page.locator(".unlinked").count()).toBe(0);
  });

  test("the first criterion takes what was judged, and criteria are compared with one another", async () => {
    await button("Add a criterion").click();
    await page.keyboard.type("price");
    await button("Add a criterion").click();
    await page.getByLabel("Criterion 2", { exact: true }).fill("safety");
    await page.getByText("No judgement links safety with price: compare price with safety.").first().waitFor();
    await slide("price against safety", ...times(2, "ArrowRight"));
    await page.getByLabel("Compared here").selectOption({ label: "The items, under price" });
    await page.getByText("2 of 3 pairs compared").waitFor();
    await page.getByLabel("Compared here").selectOption({ label: "The items, under safety, not linked yet" });
    await slide("north against south", ...times(3, "ArrowRight"));
    await slide("north against west", ...times(2, "ArrowRight"));
    await slide("south against west", ...times(2, "ArrowRight"));
    await page.getByText(/^The judgements contradict one another: /).waitFor(soon);
  });

  test("the worst contradiction is mended by one action and comes back by one", async () => {
    const over = page.getByText(/^The judgements contradict one another: 0\.\d+, over the limit/);
    const before = await over.innerText();
    const ratio = () => page.locator(".pair-ratio").allInnerTexts();
    const judged = await ratio();
    await button("Mend it").click();
    await expect.poll(async () => (await page.locator("#consistency-finding").innerText()) !== before).toBe(true);
    expect(await ratio()).not.toEqual(judged);
    await button("Undo").click();
    await expect.poll(() => over.innerText()).toBe(before);
    expect(await ratio()).toEqual(judged);
    await button("Mend it").click();
  });

  test("with people each judges alone; the first has what was judged so far", async () => {
    await button("Add a person").click();
    await page.keyboard.type("mara");
    await button("Add a person").click();
    await page.keyboard.type("jonas");
    await page.getByLabel("Share of jonas").fill("2");
    await page.getByLabel("Compared here").selectOption({ index: 0 });
    await page.getByLabel("Whose judgements").selectOption({ label: "jonas" });
    await page.getByText("0 of 1 pair compared").waitFor();
    await slide("price against safety", ...times(4, "ArrowLeft"));
    await page.getByRole("heading", { name: "The criteria with one another, as jonas judges" }).waitFor();
    const people = page.getByRole("table", { name: "People who judged here" });
    await expect.poll(() => people.getByRole("row").nth(2).innerText(), soon).toMatch(/^jonas\s+2\s+price, 83\s%/);
    await page.getByText(/^The people judge in different orders; ask why: Kendall’s W 0/).waitFor(soon);
    await untilDrawn(page);
    await expectAccessible(page, "people and criteria");
    await save();
  });

  test("saved, the file says it all, with what the page does not edit, and the command's figures are the page's", async () => {
    const document = await kept();
    expect(document).toMatchObject({
      description: "For the board",
      synthesis: "ideal",
      people: [
        { id: "mara", judgements: [{ left: "price", right: "safety", ratio: "1/3" }] },
        { id: "jonas", share: 2, judgements: [{ left: "price", right: "safety", ratio: 5 }] },
      ],
      criteria: [
        {
          id: "price",
          people: [{ judgements: [{ ratio: 2, reason: "the pilot" }, { ratio: "1/3" }] }, { id: "jonas" }],
        },
        { id: "safety", people: [{ id: "mara" }, { id: "jonas", judgements: [] }] },
      ],
    });
    expect(document.judgements).toBeUndefined();
    const { report } = await get<{ report: AhpReport }>(`/v1/studies/${id}/report`);
    const shown = page.locator(".weight-table").first().locator("tbody td:nth-child(2)");
    const percents = report.weights.map(({ weight }) => (100 * weight).toFixed(0));
    await expect
      .poll(async () => (await shown.allInnerTexts()).map((text) => Number.parseFloat(text).toFixed(0)), soon)
      .toEqual(percents);
    expect(report.criteria[0]!.people.map(({ id: who }) => who)).toEqual(["mara", "jonas"]);
  });

  test("people and criteria that go leave what is left as one person's judgements of the items", async () => {
    await button("Remove jonas").click();
    await button("Remove mara").click();
    await button("Remove safety").click();
    await button("Remove price").click();
    await page.getByText("2 of 3 pairs compared").waitFor();
    await save();
    expect(await kept()).toEqual(study.document);
  });

  test.each(["light", "dark"] as const)("is read on a narrow screen, %s, by whoever is nobody", async (colorScheme) => {
    const reader = await openPage(browser, `${server.url}/scoring/${id}`, {
      viewport: { width: 390, height: 844 },
      colorScheme,
    });
    await expectNoSidewaysScroll(reader.page, "pairs");
    await expectAccessible(reader.page, "pairs");
    expect([...reader.errors, ...window.errors]).toEqual([]);
    await reader.close();
  });
});
