import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import { launchChromium } from "../harness/chromium.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };
const alert = (name: string, model: string, status: "firing" | "resolved" = "firing") => ({
  version: "4",
  groupKey: "{}",
  status,
  receiver: "risk",
  alerts: [
    {
      status,
      labels: { alertname: name, model, severity: "critical" },
      annotations: { summary: `${name} of ${model}` },
      startsAt: "2026-11-20T09:00:00Z",
      endsAt: status === "firing" ? "0001-01-01T00:00:00Z" : "2026-11-20T11:00:00Z",
      fingerprint: `${name}-${model}`,
    },
  ],
});

describe("signals on their pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-signal-pages-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let system: HeatMap["systems"][number];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    const map = (await (await fetch(`${server.url}/v1/heat-map`)).json()) as HeatMap;
    system = map.systems[0]!;
    window = await openPage(browser, `${server.url}/signals`, { person: map.marks[0]!.owner });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const receive = async (payload: unknown) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${server.url}/v1/signals`, { method: "POST", headers, body: JSON.stringify(payload) });
    expect(answer.status).toBe(202);
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const rows = () => page.locator(".signal-table tbody tr");
  const looked = async () => {
    await untilDrawn(page);
    await expectAccessible(page, page.url());
    await expectNoSidewaysScroll(page, page.url());
  };

  test("signals come in live, and wait while the stream is paused", async () => {
    await receive(alert("F1Low", "churn"));
    await rows().filter({ hasText: "F1Low of churn" }).waitFor(soon);
    await looked();
    await button("Pause").click();
    await receive(alert("DriftHigh", "churn"));
    await button("1 newer signal").waitFor(soon);
    expect(await rows().filter({ hasText: "DriftHigh" }).count()).toBe(0);
    await button("1 newer signal").click();
    await rows().filter({ hasText: "DriftHigh" }).waitFor(soon);
  });

  test("a choice narrows the stream and stands in the address", async () => {
    await page.getByLabel("About").selectOption("drift");
    await page.waitForURL(/topic=drift/);
    await expect.poll(() => rows().count(), soon).toBe(1);
    await page.getByLabel("About").selectOption("compliance");
    await page.getByRole("heading", { name: "No signal is like that." }).waitFor(soon);
    await looked();
    await page.getByRole("link", { name: "Show all signals" }).click();
    await expect.poll(() => rows().count(), soon).toBeGreaterThanOrEqual(2);
  });

  test("a signal opens to what was received, and says when it was resolved", async () => {
    await receive(alert("F1Low", "churn", "resolved"));
    await rows().filter({ hasText: "F1Low of churn" }).filter({ hasText: "resolved" }).waitFor(soon);
    await rows().getByRole("link", { name: "F1Low of churn" }).click();
    await page.getByRole("heading", { name: "F1Low of churn", level: 1 }).waitFor(soon);
    expect(await page.locator(".receipt").count()).toBe(2);
    await page.getByText("Resolved it").waitFor(soon);
    expect(await page.locator(".scroll-box").first().innerText()).toContain('"fingerprint": "F1Low-churn"');
    await looked();
  });

  test("what waits for a system is given one by a rule made from it, by keys alone", async () => {
    await page.getByRole("link", { name: "say what it is about" }).click();
    await page.getByRole("heading", { name: /signals wait for a system/ }).waitFor(soon);
    await button(/Assign.*F1Low of churn/).press("Enter");
    await button("Make the rule").press("Enter");
    await page.getByText("choose the system that such signals are about").waitFor(soon);
    await page.getByLabel("About", { exact: true }).selectOption(system.id);
    await page.getByText("It takes 2 of those that wait.").waitFor(soon);
    await looked();
    await button("Make the rule").press("Enter");
    await page
      .getByText(`Signals whose model is churn are about ${system.name}. It took 2 waiting signals.`)
      .waitFor(soon);
    await page.locator(".rule-list").getByText(`Signals whose model is churn are about ${system.name}.`).waitFor(soon);
    await page.getByRole("link", { name: "Stream" }).click();
    await rows().filter({ hasText: "DriftHigh" }).filter({ hasText: system.name }).waitFor(soon);
  });

  test("sources say when they were last heard of and how another is pointed here", async () => {
    await page.getByRole("link", { name: "Sources" }).click();
    await page.getByRole("heading", { name: "One source sends signals." }).waitFor(soon);
    await page.locator("summary").filter({ hasText: "OpenTelemetry" }).press("Enter");
    await page.getByText(`${server.url}/v1/signals/otlp-logs`).waitFor(soon);
    await looked();
  });

  test("a signal that is not there is said so", async () => {
    await page.goto(`${server.url}/signals/sg-nothing`);
    await page
      .getByText(/sg-nothing/)
      .first()
      .waitFor(soon);
    await looked();
  });

  test("nothing went wrong unseen on the way", () => {
    // The signal that is not there is answered with 404.
    expect(window.errors.filter((error) => !error.includes("404"))).toEqual([]);
  });
});
