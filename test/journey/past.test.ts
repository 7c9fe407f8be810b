import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import { launchChromium } from "../harness/chromium.ts";
import { openPage, untilDrawn } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

describe("the past", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-past-"));
  let browser: Browser;
  let server: RunningServer;
  let days: { on: string; events: number }[];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    days = await ask("/v1/timeline");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  /** Cell by cell, how many risks the page says are there. */
  const drawn = (page: import("playwright-core").Page) =>
    page
      .locator(".likelihood-impact-map [data-cell]")
      .evaluateAll((cells) =>
        Object.fromEntries(
          cells.map((cell) => [
            cell.getAttribute("data-cell"),
            Number(/(\d+) risks?/.exec(cell.getAttribute("aria-label") ?? "")?.[1] ?? 0),
          ]),
        ),
      );
  const counted = (map: HeatMap) =>
    Object.fromEntries(
      map.likelihoodImpact.map(({ likelihood, impact, risks }) => [`${5 - likelihood} ${impact - 1}`, risks.length]),
    );

  test("the map of a day in the address is the map of that day, and says so", async () => {
    const picked = [days[0]!, days[Math.floor(days.length / 2)]!, days.at(-2)!];
    const maps: string[] = [];
    for (const { on } of picked) {
      const map = await ask<HeatMap>(`/v1/heat-map?asOf=${on}`);
      const { page, close } = await openPage(browser, `${server.url}/?asOf=${on}`);
      expect(await drawn(page), on).toEqual(counted(map));
      await page.getByText(/As of the end of/).waitFor();
      maps.push(JSON.stringify(counted(map)));
      await close();
    }
    expect(new Set(maps).size).toBeGreaterThan(1);
  });

  test("dragging the slider to its beginning shows the first day; back to live shows now", async () => {
    const { page, errors, close } = await openPage(browser, server.url);
    const now = await drawn(page);
    const slider = page.getByRole("slider", { name: "As of" });
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.move(box.x + 1, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get("asOf")).not.toBeNull();
    await untilDrawn(page);
    const first = await ask<HeatMap>(`/v1/heat-map?asOf=${new URL(page.url()).searchParams.get("asOf")}`);
    await expect.poll(() => drawn(page)).toEqual(counted(first));
    await page.getByRole("button", { name: "Back to live", exact: true }).click();
    await expect.poll(() => drawn(page)).toEqual(now);
    expect(errors).toEqual([]);
    await close();
  });

  test("the past is read, not edited", async () => {
    const { page, close } = await openPage(browser, `${server.url}/register?asOf=${days.at(-2)!.on}`, {
      person: "mara",
    });
    await page.locator('[data-row="0"] > [data-column="0"]').focus();
    await page.keyboard.press("F2");
    await page.getByText("The past is read, not edited").waitFor();
    expect(await page.locator(".cell-field").count()).toBe(0);
    await close();
  });
});
