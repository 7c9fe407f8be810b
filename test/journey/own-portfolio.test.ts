import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RegisterPage } from "../../src/contract/detail.ts";
import { writePortfolio } from "../../src/portfolio/write-portfolio.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll } from "../harness/cli.ts";
import { openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { smallPortfolio } from "../harness/small-portfolio.ts";

/** From a file of one's own to one's own risks, live in two browsers. */
describe("a portfolio of one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-own-"));
  const file = join(folder, "plimsoll.yaml");
  const run = (...args: string[]) => plimsoll(args, { cwd: folder });
  let browser: Browser;
  let server: RunningServer;
  let one: WatchedPage;
  let two: WatchedPage;

  beforeAll(async () => {
    writeFileSync(file, writePortfolio(smallPortfolio));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });

  test("is validated, applied to an empty folder, and served", async () => {
    expect((await run("validate", file)).exitCode).toBe(0);
    const applied = await run("apply", file, "--yes");
    expect(applied.exitCode, applied.stderr).toBe(0);
    server = await startServer([], { cwd: folder });
    const page = await ask<RegisterPage>("/v1/risks");
    expect(page.total).toBe(smallPortfolio.risks!.length);
  });

  test("shows its own risks, in levels and in money", async () => {
    one = await openPage(browser, `${server.url}/register`, { person: "ada" });
    two = await openPage(browser, `${server.url}/register`);
    const text = await one.page.getByRole("grid", { name: "Risks" }).innerText();
    for (const name of ["Biased declines", "Late drift", "Wrong answers", "Prompt injection", "False blocks"])
      expect(text).toContain(name);
    expect(await one.page.locator("header.bar").innerText()).toContain("Harbour Bank");
    expect(await one.page.locator("body").innerText()).not.toMatch(/invented/);
  });

  test("a change in one browser is in the other within a second", async () => {
    const { page } = one;
    const delays: number[] = [];
    let last = "Biased declines";
    for (const name of ["Unfair declines", "Declines by age", "Biased declines"]) {
      await page.locator("[data-row]", { hasText: last }).locator(".column-system").click();
      await page.keyboard.press("Home");
      await page.keyboard.press("F2");
      await page.keyboard.insertText(name);
      const seen = two.page.waitForFunction(
        (wanted) => [...document.querySelectorAll("[data-row] th")].some((head) => head.textContent?.includes(wanted)),
        name,
        { polling: 10, timeout: 20_000 },
      );
      const start = performance.now();
      await page.keyboard.press("Enter");
      await seen;
      delays.push(performance.now() - start);
      last = name;
    }
    console.log(`Enter in one browser → drawn in the other: ${delays.map((ms) => ms.toFixed(0)).join(", ")} ms`);
    expect(Math.min(...delays)).toBeLessThan(1000);
    const { items } = await ask<{ items: { actor: unknown; verb: string }[] }>(
      "/v1/events?subject=risk:biased-declines&limit=1",
    );
    expect(items[0]!.actor).toEqual({ kind: "person", id: "ada", authenticated: false });
  });

  test("an assessment moves the score on both maps in the other browser", async () => {
    const map = await openPage(browser, server.url);
    await openDialogFor(one.page, "Prompt injection");
    await fillAssessment(one.page, { likelihood: 5, impact: 5 });
    await expect
      .poll(() => map.page.locator('.likelihood-impact-map [data-cell="0 4"]').getAttribute("aria-label"), {
        timeout: 20_000,
      })
      .toMatch(/1 risk/);
    await map.close();
    const { figures } = await ask<{ figures: { residual: { score: number } } }>("/v1/risks/prompt-injection");
    expect(figures.residual.score).toBe(25);
  });

  test("the file is planned and applied through the running server, which the browsers follow", async () => {
    const edited = structuredClone(smallPortfolio);
    edited.risks!.find(({ id }) => id === "late-drift")!.name = "Drift seen late";
    writeFileSync(file, writePortfolio(edited));
    const diff = await run("diff", file);
    expect(diff.stdout).toContain("late-drift");
    const applied = await run("apply", file, "--yes", "--json");
    expect(applied.exitCode, applied.stderr).toBe(0);
    for (const { page } of [one, two]) await row(page, "Drift seen late").waitFor();
  });

  test("a second server on the folder is refused by exit 4, which names the first", async () => {
    const refused = await run("serve", "--port", "0");
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr).toContain(String(server.pid));
    expect(refused.stdout).toBe("");
  });

  test("a bad file applied through the server changes nothing and names line and column", async () => {
    const bad = join(folder, "bad.yaml");
    writeFileSync(bad, `${writePortfolio(smallPortfolio)}nonsense: 1\n`);
    const { exitCode, stderr } = await run("apply", bad, "--yes");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/bad\.yaml:\d+:\d+: unknown key "nonsense"/);
  });

  test("a stopped server is noticed, what was on the page stays, and a new one is found again", async () => {
    const port = Number(new URL(server.url).port);
    await server.kill();
    await one.page.getByText("Reconnecting").waitFor();
    expect(await row(one.page, "Drift seen late").count()).toBe(1);
    server = await startServer([], { cwd: folder, port });
    await one.page.getByText("Reconnecting").waitFor({ state: "detached" });
    await untilDrawn(one.page);
    expect(await row(one.page, "Drift seen late").count()).toBe(1);
  });

  test("nothing went wrong on either page but the connection that was cut", () => {
    const unforeseen = [...one.errors, ...two.errors].filter(
      (error) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|net::/.test(error),
    );
    expect(unforeseen).toEqual([]);
  });
});

async function openDialogFor(page: Page, risk: string): Promise<void> {
  await page.locator("[data-row]", { hasText: risk }).locator(".column-residual").click();
  await page.keyboard.press("e");
  await page.getByRole("dialog").waitFor();
}

async function fillAssessment(
  page: Page,
  { likelihood, impact }: { likelihood: number; impact: number },
): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "One level" }).click();
  for (const [legend, level] of [
    ["Likelihood, loss events a year", likelihood],
    ["Impact of one event", impact],
  ] as const)
    await dialog.getByRole("group", { name: legend }).locator(`input[value="${level}"]`).check();
  await dialog.getByRole("button", { name: "Record the assessment" }).click();
  await dialog.waitFor({ state: "detached" });
}
