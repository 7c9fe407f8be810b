import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import type { AuditDetail, AuditPage } from "../../src/contract/kept-audit.ts";
import { launchChromium } from "../harness/chromium.ts";
import { openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

/** What the server counts may take long on a busy machine. */
const counted = { timeout: 90_000 };
const applicants = readFileSync(join(repository, "examples/hiring-audit/applicants.csv"), "utf8");

describe("from a file of decisions to an audit that is kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-audit-page-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let map: HeatMap;
  let id: string;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    map = await get<HeatMap>("/v1/heat-map");
    window = await openPage(browser, `${server.url}/audits/new`, { person: map.marks[0]!.owner });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const open = async (path: string) => {
    await page.goto(server.url + path);
    await untilDrawn(page);
  };
  const drop = async (name: string, text: string) => {
    const files = await page.evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content!], file!));
        return transfer;
      },
      [name, text],
    );
    await page.locator(".drop-zone").dispatchEvent("drop", { dataTransfer: files });
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const risk = () => map.marks.find(({ expectedAnnualLoss }) => expectedAnnualLoss.residual !== null)!;

  test("a file that cannot be read is refused with its name and what to do", async () => {
    await drop("notes.csv", "a,b\n1\n2,3,4\n\u0000");
    await page.getByText("notes.csv was not taken:").waitFor(counted);
    await page.locator(".drop-zone").waitFor();
  });

  test("its columns are guessed, and what is wrong is said beside the field", async () => {
    await drop("applicants.csv", applicants);
    await page.locator(".column-table").waitFor(counted);
    expect(await page.getByLabel("Part of sex").inputValue()).toBe("protected");
    expect(await page.getByLabel("Part of advanced").inputValue()).toBe("decision");
    await page.getByLabel("Part of sex").selectOption("none");
    await page.getByLabel("Part of race").selectOption("none");
    await button("Audit").click();
    await page.getByText("No protected attribute; say which column makes the groups").waitFor();
    await page.getByLabel("Part of sex").selectOption("protected");
    await page.getByLabel("Part of race").selectOption("protected");
    await page.getByLabel("Part of suitable").selectOption("label");
    await page.getByLabel("Part of department").selectOption("control");
    await page.getByLabel("Part of stage").selectOption("decision");
    await button("Audit").click();
    await page.getByText(/say which of them is favourable/).waitFor(counted);
    expect(await page.getByLabel("Favourable value of stage").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Part of advanced").selectOption("decision");
    await button("Write a limit for this audit").click();
    await page.getByLabel("At least").fill("four fifths");
    await button("Audit").click();
    await page.getByText("“four fifths” is no bound; write a number above 0, such as 0.8").waitFor();
    expect(await page.getByLabel("At least").evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel("At least").fill("0.8");
    await page.getByLabel("Purpose").fill("Screening of applicants by score");
    await page.getByLabel("Rationale").fill("Four fifths as a first sieve");
    await page.getByLabel("Approved on").fill("2026-03-02");
    await page.getByText("How it is measured").click();
    await page.getByLabel("Tables of a law").selectOption("four-fifths");
    await page.getByLabel("Shufflings of a test").fill("199");
  });

  test("counting can be stopped, and a server that is gone loses nothing of what was typed", async () => {
    await page.route("**/v1/audits", () => {}); // Never answers.
    await button("Audit").click();
    await button("Stop").click();
    await page.getByText("Stopped: nothing was counted, nothing kept.").waitFor();
    await page.unroute("**/v1/audits");
    await page.route("**/v1/audits", (route) => route.abort());
    await button("Audit").click();
    await page.getByText("the server does not answer").waitFor();
    await page.unroute("**/v1/audits");
    expect(await page.getByLabel("Rationale").inputValue()).toBe("Four fifths as a first sieve");
  });

  test("it is looked at, with nothing kept", async () => {
    const before = (await get<AuditPage>("/v1/audits")).total;
    await button("Audit").click();
    await page.locator(".audit-page").waitFor(counted);
    expect(await page.locator("h1").innerText()).toMatch(/^Of 100 women 18\.3 were selected, of 100 men 32\.6\.$/);
    expect(await page.locator(".verdict-table").innerText()).toMatch(/outside[\s\S]*Sex[\s\S]*0\.56/);
    await page.getByText("looked at, not saved").waitFor();
    expect((await get<AuditPage>("/v1/audits")).total).toBe(before);
  });

  test("it is saved to the register, beside the system and the risk it bears on", async () => {
    await page.getByLabel("Name").fill("");
    await button("Save to the register").click();
    await page.getByText("Missing; a kept audit has a name").waitFor();
    await page.getByLabel("Name").fill("Screening in autumn");
    await page.getByLabel("System").selectOption(risk().system);
    await page.getByLabel("Risk it bears on").selectOption(risk().id);
    await button("Save to the register").click();
    await page.waitForURL(/\/audits\/au-/, counted);
    id = new URL(page.url()).pathname.split("/").pop()!;
    await page.getByText(/^It bears on a risk that costs /).waitFor();
    const { audit, report } = await get<AuditDetail>(`/v1/audits/${id}`);
    expect(audit).toMatchObject({ name: "Screening in autumn", system: risk().system, rows: 2000 });
    expect(report.source.name).toBe("applicants.csv");
    expect(report.mapping).toMatchObject({ label: "suitable", control: ["department"] });
  });

  test("it is found in the list and on its system's page", async () => {
    await open(`/audits?system=${risk().system}`);
    const entry = page.getByRole("article", { name: "Screening in autumn" });
    expect(await entry.innerText()).toMatch(/Of 100 women 18\.3 were selected[\s\S]*outside/);
    await open(`/systems/${risk().system}`);
    await page.getByRole("link", { name: "Screening in autumn" }).click();
    await page.waitForURL(new RegExp(id));
  });

  test("a figure opens to its counts and its formula, from the plot and from the table", async () => {
    await page
      .getByRole("button", { name: /^female.*counts and formula/ })
      .first()
      .click();
    await page.locator(".figure-drawer .formula").getByText("160 ÷ 876 = 0.182648").waitFor();
    expect(new URL(page.url()).searchParams.get("figure")).toMatch(/^group\.\d+\.selectionRate$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".figure-drawer").count()).toBe(0);
    await page.keyboard.press("t");
    await page.locator(".rate-table").waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("table");
    await button("Race").click();
    await page.locator(".verdict-table .figure-button").first().click();
    await page.locator(".figure-drawer").getByText("lowest ÷ highest").waitFor();
    await page.reload();
    await page.locator(".figure-drawer").getByText("lowest ÷ highest").waitFor();
    await button("Close (Esc)").click();
    expect(await page.locator(".rate-table tbody tr").count()).toBe(6);
  });

  test("other thresholds are tried on its counts", async () => {
    await page.getByRole("link", { name: "What if" }).click();
    await page.locator(".what-if-page").waitFor(counted);
  });

  test("the report is taken along as one page", async () => {
    await open(`/audits/${id}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "HTML, to print" }).click(),
    ]);
    const html = await readFile(await download.path(), "utf8");
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain("Of 100 women 18.3 were selected");
  });

  test("it is retired, and stays readable at its address", async () => {
    await button("Retire").click();
    await button("Keep it").click();
    await button("Retire").click();
    await button("Retire the audit").click();
    await expect.poll(() => new URL(page.url()).pathname, counted).toBe("/audits");
    await untilDrawn(page);
    expect(await page.locator("main").innerText()).not.toContain("Screening in autumn");
    await open(`/audits/${id}`);
    await page.getByText(/retired on .*: it judges no limit/).waitFor();
    expect(await button("Retire").count()).toBe(0);
  });

  test("nothing went wrong on the page", () =>
    expect(window.errors.filter((error) => !/status of 4|ERR_FAILED/.test(error))).toEqual([]));
});
