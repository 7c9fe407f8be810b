import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatMoney } from "../../src/chart/series/format-money.ts";
import type { Quantification, RiskDetail } from "../../src/contract/detail.ts";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import type { ScenarioModel } from "../../src/contract/scenario-model.ts";
import { launchChromium } from "../harness/chromium.ts";
import { openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

/** What a page computes beside itself may take long on a busy machine. */
const computed = { timeout: 90_000 };

describe("from an estimate to what to fund", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-money-"));
  let browser: Browser;
  let server: RunningServer;
  let window: WatchedPage;
  let page: Page;
  let map: HeatMap;
  let person: string;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
    map = await get<HeatMap>("/v1/heat-map");
    person = map.marks[0]!.owner;
    window = await openPage(browser, server.url, { person });
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const patch = (path: string, version: number, body: unknown) =>
    fetch(server.url + path, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": `"${version}"`, "plimsoll-actor": person },
      body: JSON.stringify(body),
    });
  const open = async (path: string) => {
    await page.goto(server.url + path);
    await untilDrawn(page);
  };
  /** A risk whose scenario has a frequency given as an interval, so that the first leaf has a low and a high. */
  const simpleRisk = async () => {
    const model = await get<ScenarioModel>("/v1/scenarios");
    const found = model.scenarios.find(
      ({ scenario }) => typeof scenario.frequency === "object" && "low" in scenario.frequency && !scenario.count,
    );
    return found!.id;
  };
  const quoted = (index = 0) => page.locator(".scenario-outcome .quotable q").nth(index);

  test("an estimate is typed, drawn and saved, and the register says what the page said", async () => {
    const id = await simpleRisk();
    await open(`/risks/${id}`);
    await page.getByRole("link", { name: "Edit the scenario" }).click();
    await page.getByLabel("High", { exact: true }).waitFor();
    await quoted().waitFor(computed);
    const before = await quoted().innerText();
    await page.getByLabel("High", { exact: true }).fill("1 in 0");
    await page.getByText(/“1 in 0” is not a number; write/).waitFor();
    await page.getByLabel("High", { exact: true }).fill("40");
    await expect.poll(() => quoted().innerText(), computed).not.toBe(before);
    expect(await page.locator(".leaf-words").innerText()).toContain("1 in 20 above 40");
    const said = await quoted().innerText();
    const whole = await quoted(1).innerText();
    await page.getByRole("button", { name: "Save the scenario" }).click();
    await page.getByText("Saved.", { exact: true }).waitFor(computed);
    const detail = await get<RiskDetail>(`/v1/risks/${id}`);
    expect(detail.record.scenario!.frequency).toMatchObject({ high: 40 });
    expect(said).toContain(formatMoney(detail.annualLoss!.residual.valueAtRisk["0.95"], map.currency));
    const portfolio = await get<Quantification>("/v1/quantification");
    expect(whole).toContain(formatMoney(portfolio.residual.valueAtRisk["0.95"], map.currency, "table"));
  });

  test("what somebody else saved meanwhile is not overwritten unseen", async () => {
    const id = await simpleRisk();
    await open(`/risks/${id}/scenario`);
    await page.getByLabel("High", { exact: true }).fill("60");
    const { figures } = await get<RiskDetail>(`/v1/risks/${id}`);
    expect((await patch(`/v1/risks/${id}`, figures.version, { consequence: "somebody else was here" })).status).toBe(
      200,
    );
    await page.getByRole("button", { name: "Save the scenario" }).click();
    await page.getByText(/was faster/).waitFor();
    await page.getByRole("button", { name: "Save mine on top" }).click();
    await expect
      .poll(async () => (await get<RiskDetail>(`/v1/risks/${id}`)).record.scenario!.frequency, computed)
      .toMatchObject({ high: 60 });
    expect((await get<RiskDetail>(`/v1/risks/${id}`)).record.consequence).toBe("somebody else was here");
  });

  test("who leaves with something typed is asked, and may stay", async () => {
    await open(`/risks/${await simpleRisk()}/scenario`);
    await page.getByLabel("High", { exact: true }).fill("90");
    await page.getByRole("link", { name: "Register", exact: true }).click();
    await page.getByRole("button", { name: "Stay here" }).click();
    expect(await page.getByLabel("High", { exact: true }).inputValue()).toBe("90");
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await page.getByLabel("High", { exact: true }).inputValue()).not.toBe("90");
    await page.getByLabel("High", { exact: true }).fill("95");
    await page.getByRole("link", { name: "Register", exact: true }).click();
    await page.getByRole("button", { name: "Leave without saving" }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/register");
  });

  test("a risk is put in numbers: every cut of the tree, and the first loss", async () => {
    const { id } = map.unrated[0]!;
    await open(`/risks/${id}`);
    await page.getByRole("link", { name: "Put it in numbers" }).click();
    await page.getByRole("button", { name: "Save the scenario" }).waitFor();
    await page.getByLabel("Loss events a year: estimated").selectOption("contacts");
    await page.getByLabel("Become a loss event: estimated").selectOption("force");
    for (const leaf of ["Contacts a year", "Become an attempt", "Force of an attempt", "Force withstood"])
      await page.getByRole("button", { name: leaf }).waitFor();
    await page.getByLabel("Loss events a year: estimated").selectOption("direct");
    await page.getByLabel("Low", { exact: true }).fill("0.5");
    await page.getByLabel("High", { exact: true }).fill("2");
    await page.getByLabel("Primary loss: estimated").selectOption("forms");
    await page.getByLabel("Fines and judgements").check();
    await page.getByRole("button", { name: /Response/ }).click();
    await page.getByLabel("Form", { exact: true }).selectOption("pert");
    await page.getByLabel("Least").fill("10k");
    await page.getByLabel("Most likely").fill("20k");
    await page.getByLabel("Most", { exact: true }).fill("5k");
    await page.getByText("min 10000 is greater than max 5000; swap them").waitFor();
    await page.getByLabel("Most", { exact: true }).fill("60k");
    await page.getByRole("button", { name: "Save the scenario" }).click();
    await page.getByText("What is missing:").waitFor();
    await page.getByLabel("Low", { exact: true }).fill("50k");
    await page.getByLabel("High", { exact: true }).fill("1m");
    await page.getByText("Cap, truncation, insurance").click();
    await page.getByLabel("or at a share of turnover").fill("4 %");
    await quoted().waitFor(computed);
    await page.getByRole("button", { name: "Save the scenario" }).click();
    await page.getByText("Saved.", { exact: true }).waitFor(computed);
    expect((await get<RiskDetail>(`/v1/risks/${id}`)).record.scenario).toEqual({
      frequency: { low: 0.5, high: 2 },
      loss: {
        primary: {
          forms: {
            response: { min: 10_000, mode: 20_000, max: 60_000 },
            fines: { low: 50_000, high: 1_000_000, cap: { turnoverShare: 0.04 } },
          },
        },
      },
    });
  });

  test("a control that is tried changes the sentence and the address, and nothing in the register", async () => {
    const model = await get<ScenarioModel>("/v1/scenarios");
    const control = model.controls.find(
      ({ id, status }) =>
        status === "planned" &&
        model.scenarios.some(({ scenario }) => scenario.controls.some((each) => each.control === id)),
    )!;
    await open("/controls");
    await page.getByRole("switch", { name: control.name }).click();
    const sentence = page.locator(".what-if .quotable q");
    await sentence.waitFor(computed);
    const said = await sentence.innerText();
    expect(said).toContain(control.name);
    expect(new URL(page.url()).searchParams.get("on")).toBe(control.id);
    const { record, version } = await get<{ record: { status: string }; version: number }>(
      `/v1/controls/${control.id}`,
    );
    expect(record.status).toBe("planned");
    await page.reload();
    await expect.poll(() => sentence.innerText(), computed).toBe(said);

    // Were it so, the register would say what the trial said.
    expect((await patch(`/v1/controls/${control.id}`, version, { status: "working" })).status).toBe(200);
    const { residual } = await get<Quantification>("/v1/quantification");
    expect(said).toContain(formatMoney(residual.expectedAnnualLoss, model.currency, "table"));
    expect(said).toContain(formatMoney(residual.valueAtRisk["0.95"], model.currency, "table"));
  });

  test("a budget chooses a set, which can be tried", async () => {
    await open("/controls");
    await page.locator(".frontier-chart").waitFor(computed);
    await page.getByLabel(/^Budget a year, /).fill("lots");
    await page.getByText(/Write an amount such as/).waitFor();
    await page.getByLabel(/^Budget a year, /).fill("0");
    await expect.poll(() => page.locator(".frontier .quotable").innerText(), computed).toMatch(/^Within /);
    await page.getByLabel(/^Budget a year, /).fill("400k");
    await expect.poll(() => page.locator(".frontier .quotable").innerText(), computed).toMatch(/^For /);
    await page.locator(".frontier").getByRole("button", { name: "Try this set" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("on")).not.toBeNull();
    await page.getByRole("button", { name: "Back to what works" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("on")).toBeNull();
  });

  test("where the loss comes from adds up, and the tornado can be stopped and asked again", async () => {
    await page.goto(`${server.url}/contributions?of=risks`);
    const stop = page.getByRole("button", { name: "Stop" });
    if (await stop.isVisible().catch(() => false)) {
      await stop.click();
      await page.getByRole("button", { name: "Compute it" }).click();
    }
    await page.locator(".tornado-chart").waitFor(computed);
    const report = await get<Quantification>("/v1/quantification");
    const { contributions, currency } = report;
    const sum = contributions!.risks.reduce((total, risk) => total + risk.expectedShortfall, 0);
    expect(sum / report.residual.expectedShortfall["0.95"]).toBeCloseTo(1, 9);
    expect(await page.locator(".contribution-table tfoot").innerText()).toContain(formatMoney(sum, currency, "table"));
    await page.getByRole("button", { name: "Systems" }).click();
    expect(await page.locator(".contribution-table tbody tr").count()).toBeLessThanOrEqual(12);
  });

  test("the largest event of a year lies under the whole year", async () => {
    await open("/curve?of=largest-event&view=table");
    await page.locator(".curve-table").waitFor(computed);
    const { returnPeriods, currency } = await get<Quantification>("/v1/quantification");
    const rare = returnPeriods!.find(({ years }) => years === 20)!;
    expect(rare.occurrence).toBeLessThan(rare.aggregate);
    expect(await page.locator(".curve-table tr.now").innerText()).toContain(
      formatMoney(rare.occurrence, currency, "table"),
    );
  });

  test("nothing went wrong on the page", () =>
    expect(window.errors.filter((error) => !/status of 412/.test(error))).toEqual([]));
});
