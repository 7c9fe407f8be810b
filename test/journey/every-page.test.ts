import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import type { MadeAudit, ReceivedDecisions } from "../../src/contract/kept-audit.ts";
import { launchChromium } from "../harness/chromium.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn } from "../harness/page.ts";
import { repository } from "../harness/repository.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const widths = [1440, 390];
const applicants = readFileSync(join(repository, "examples/hiring-audit/applicants.csv"));

const factors = "/scoring/false-answers-of-the-chat";

/** Every page and every state that a page can be opened in, on the example and on nothing. */
describe("every page", () => {
  const folders = ["example", "empty"].map((name) => mkdtempSync(join(tmpdir(), `plimsoll-${name}-`)));
  let browser: Browser;
  let example: RunningServer;
  let empty: RunningServer;
  let map: HeatMap;
  let audit: string;
  beforeAll(async () => {
    [browser, example, empty] = await Promise.all([
      launchChromium(),
      startServer(["--example"], { cwd: folders[0]! }),
      startServer([], { cwd: folders[1]! }),
    ]);
    map = (await (await fetch(`${example.url}/v1/heat-map`)).json()) as HeatMap;
    audit = await keepAudit(example.url, map.marks[0]!);
    await keepScenarios(example.url, map.marks[0]!.owner);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([example?.stop(), empty?.stop()]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** Address, and what is done there before it is looked at. */
  const pages: [string, () => string, ((page: Page) => Promise<void>)?][] = [
    ["portfolio", () => "/"],
    ["portfolio as tables", () => "/?map=table&matrix=table"],
    ["portfolio by target and expected loss", () => "/?by=target&measure=expectedAnnualLoss"],
    ["portfolio by chance over the limit", () => "/?measure=exceedanceProbability"],
    ["portfolio of a past day", () => `/?asOf=${new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)}`],
    ["portfolio of one system", () => `/?system=${map.systems[0]!.id}`],
    ...(["why", "controls", "plan", "history"] as const).map((tab): [string, () => string] => [
      `drawer, ${tab}`,
      () => `/?risk=${map.marks[0]!.id}&tab=${tab}`,
    ]),
    ["drawer of an unrated risk", () => `/?risk=${map.unrated[0]!.id}`],
    [
      "search",
      () => "/",
      async (page) => {
        await page.keyboard.press("Control+k");
        await page.keyboard.insertText("a");
        await page.locator("dialog.search-dialog").waitFor();
      },
    ],
    ["loss curve", () => "/curve"],
    [
      "loss curve of a system",
      () => `/curve?scope=system:${map.systems.find((each) => each.expectedAnnualLoss !== null)!.id}`,
    ],
    ["loss curve as a table", () => "/curve?view=table"],
    [
      "largest event of a year",
      () => "/curve?of=largest-event",
      (page) => page.locator(".curve-figure").waitFor({ timeout: 60_000 }),
    ],
    [
      "controls, one switched",
      () => "/controls",
      async (page) => {
        await page.getByRole("switch").first().click();
        await page.getByText(/^Tried, not saved/).waitFor();
        await page.locator(".what-if:not([aria-busy=true]) .quotable").waitFor({ timeout: 60_000 });
      },
    ],
    [
      "where the loss comes from",
      () => "/contributions",
      (page) => page.locator(".tornado-chart").waitFor({ timeout: 90_000 }),
    ],
    [
      "where the loss comes from, by risks and as a table",
      () => "/contributions?of=risks&view=table",
      (page) => page.locator(".tornado-table").waitFor({ timeout: 90_000 }),
    ],
    [
      "practice of intervals, judged",
      () => "/calibration",
      async (page) => {
        await page.getByLabel("At least").first().fill("1");
        await page.getByLabel("At most").first().fill("9");
        await page.getByLabel("At least").nth(1).fill("9");
        await page.getByLabel("At most").nth(1).fill("9");
        await page.locator(".field-mistake").waitFor();
        await page.getByLabel("At most").nth(1).fill("10");
        await page.getByRole("button", { name: "Judge my intervals" }).click();
        await page.locator(".quotable").waitFor();
      },
    ],
    [
      "scenario",
      () => `/risks/${map.marks.find(({ source }) => source === "scenario")!.id}/scenario`,
      (page) => page.locator(".scenario-outcome .curve-figure").first().waitFor({ timeout: 60_000 }),
    ],
    [
      "scenario with a mistake, by experts, with public cases",
      () => `/risks/${map.marks.find(({ source }) => source === "scenario")!.id}/scenario`,
      async (page) => {
        await page
          .getByRole("button", { name: /Loss events a year|Attempts|Contacts/ })
          .first()
          .waitFor();
        await page.getByRole("button", { name: /Primary loss/ }).click();
        await page.getByText("What has happened elsewhere").click();
        await page.getByLabel("Form", { exact: true }).first().selectOption("experts");
        await page.getByRole("button", { name: /^Add what/ }).click();
        await page.locator(".field-mistake").first().waitFor();
      },
    ],
    ["scenario of a risk without one", () => `/risks/${map.unrated[0]!.id}/scenario`],
    [
      "scenario of a past day",
      () =>
        `/risks/${map.marks.find(({ source }) => source === "scenario")!.id}/scenario?asOf=${new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10)}`,
    ],
    ["scenario of a risk that is not there", () => "/risks/none/scenario"],
    ["register", () => "/register"],
    ["register without a match", () => "/register?q=nothing-is-called-this"],
    [
      "assessment",
      () => "/register",
      async (page) => {
        await page.locator('[data-row="0"] > .column-residual, [data-row="0"] > [data-column="1"]').first().focus();
        await page.keyboard.press("e");
      },
    ],
    ["signals", () => "/signals"],
    ["unassigned signals", () => "/signals/unassigned"],
    ["sources of signals", () => "/signals/sources"],
    ["systems", () => "/systems"],
    ["system", () => `/systems/${map.marks[0]!.system}`],
    ["risk", () => `/risks/${map.marks[0]!.id}`],
    ["risk without a scenario", () => `/risks/${map.marks.find(({ source }) => source === "rating")!.id}`],
    ["unrated risk", () => `/risks/${map.unrated[0]!.id}`],
    ["risk that is not there", () => "/risks/none"],
    ["audits", () => "/audits"],
    ["audits of a system that has none", () => `/audits?system=${map.systems.at(-1)!.id}`],
    ["new audit", () => "/audits/new"],
    [
      "new audit with mistakes",
      () => "/audits/new",
      async (page) => {
        await chooseFile(page);
        await page.getByRole("button", { name: "Write a limit for this audit" }).click();
        await page.getByText("How it is measured").click();
        await page.getByLabel("Part of sex").selectOption("none");
        await page.getByLabel("Part of race").selectOption("none");
        await page.getByRole("button", { name: "Audit", exact: true }).click();
        await page.locator(".field-mistake").first().waitFor();
      },
    ],
    [
      "audit that was only looked at",
      () => "/audits/new",
      async (page) => {
        await chooseFile(page);
        await page.getByRole("button", { name: "Audit", exact: true }).click();
        await page.locator(".audit-page").waitFor();
      },
    ],
    ["audit", () => `/audits/${audit}`, (page) => page.locator("#roc-finding").waitFor()],
    ["audit as tables", () => `/audits/${audit}?view=table&by=race`],
    [
      "figure of an audit, opened",
      () => `/audits/${audit}?figure=disparity.0`,
      (page) => page.locator(".figure-drawer .formula").first().waitFor(),
    ],
    [
      "other thresholds of an audit",
      () => `/audits/${audit}/what-if`,
      (page) => page.locator(".what-if-page").waitFor(),
    ],
    [
      "retiring an audit",
      () => `/audits/${audit}`,
      (page) => page.getByRole("button", { name: "Retire", exact: true }).click(),
    ],
    ["audit that is not there", () => "/audits/none"],
    ["matrix", () => "/scoring/matrix", (page) => page.locator(".matrix-chart").first().waitFor()],
    [
      "matrix to scale, of a past day",
      () => `/scoring/matrix?cells=to-scale&asOf=${new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10)}`,
      (page) => page.locator(".equal-loss").first().waitFor(),
    ],
    [
      "matrix as a table, broken and changed",
      () => "/scoring/matrix?view=table",
      async (page) => {
        await page.getByLabel("Likely by major", { exact: true }).selectOption({ index: 3 });
        await page.locator("#proposal-head").waitFor();
        await page.locator(".plan-table").waitFor();
      },
    ],
    ["factors of a risk", () => factors, (page) => page.locator(".factor-tree-chart").first().waitFor()],
    [
      "factors of a risk, a leaf open with a mistake",
      () => factors,
      async (page) => {
        await page.locator('.factor-grid [data-row="1"] > [data-column="2"]').click();
        await page.keyboard.type("often");
        await page.keyboard.press("Enter");
        await page.locator('.factor-grid [aria-invalid="true"]').waitFor();
      },
    ],
    ["factors of a risk, none yet", () => "/scoring/new?kind=factors"],
    [
      "failure modes, a rating counted",
      () => "/scoring/failure-modes-of-the-chat",
      async (page) => {
        await page.locator('.fmea-grid [data-row="0"] > [data-column="2"]').click();
        await page.locator(".count-fields").waitFor();
      },
    ],
    ["scoring, with retired studies", () => "/scoring?retired=included"],
    [
      "retiring a study",
      () => factors,
      async (page) => {
        await page.getByRole("button", { name: "Retire", exact: true }).click();
        await page.locator("dialog.confirm-dialog").waitFor();
      },
    ],
    ["weighted scenarios", () => "/scoring/moderation", (page) => page.locator(".rank-chart").waitFor()],
    [
      "weighted scenarios as a table",
      () => "/scoring/moderation?view=table",
      (page) => page.locator(".ranking-table").waitFor(),
    ],
    ["what to test first", () => "/scoring/moderation?view=test-first", (page) => page.locator(".tests").waitFor()],
    [
      "weighted scenarios with mistakes",
      () => "/scoring/moderation",
      async (page) => {
        await page.getByRole("button", { name: "New version" }).click();
        await page.getByLabel("Legal", { exact: true }).fill("90");
        await page.getByRole("textbox", { name: "Gate", exact: true }).fill("3");
        await page.locator(".field-mistake").first().waitFor();
      },
    ],
    ["weighted scenarios, none yet", () => "/scoring/new?kind=weigh"],
    ["workshops", () => "/workshops"],
    ["new workshop", () => "/workshops/new?freshness=stale"],
    ["workshop, open", () => "/workshops/answers-on-health-and-claims"],
    ["workshop, revealed", () => "/workshops/chatbot-before-christmas"],
    ["workshop, closed", () => "/workshops/picture-moderation"],
    ["workshop that is not there", () => "/workshops/none"],
    ["API", () => "/api"],
    ["no such page", () => "/nothing/here"],
  ];

  /** Each page is opened once a width: its theme follows the system's, and of another theme only colours can be wrong. */
  describe.each(widths)("%d wide", (width) => {
    const lookAt = async (page: Page, name: string) => {
      await expectAccessible(page, `${name}, light, ${width} wide`);
      await expectNoSidewaysScroll(page, `${name}, ${width} wide`);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.locator(":root[data-theme=dark]").waitFor();
      await expectAccessible(page, `${name}, dark, ${width} wide`, "colours");
    };

    test.each(pages)("%s", async (name, path, act) => {
      const { page, errors, close } = await openPage(browser, example.url + path(), {
        colorScheme: "light",
        viewport: { width, height: 900 },
        person: map.marks[0]!.owner,
      });
      await act?.(page);
      await untilDrawn(page);
      await lookAt(page, name);
      expect(errors.filter((error) => !/status of 404/.test(error))).toEqual([]);
      await close();
    });

    test.each([
      ...["/", "/register", "/curve", "/systems", "/controls", "/contributions", "/workshops"].map((path) => [
        path,
        "plimsoll apply",
      ]),
      ["/audits", "plimsoll audit"],
    ] as [string, string][])("nothing recorded yet: %s", async (path, command) => {
      const { page, errors, close } = await openPage(browser, empty.url + path, {
        colorScheme: "light",
        viewport: { width, height: 900 },
      });
      expect(await page.locator("main").innerText()).toContain(command);
      await lookAt(page, `${path} of an empty register`);
      expect(errors).toEqual([]);
      await close();
    });
  });
});

async function chooseFile(page: Page): Promise<void> {
  const file = { name: "applicants.csv", mimeType: "text/csv", buffer: applicants };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator(".column-table").waitFor();
}

/** Keeps the weighted scenarios of the example. */
async function keepScenarios(url: string, person: string): Promise<void> {
  const document = parse(readFileSync(join(repository, "examples/moderation-weights/weigh.yaml"), "utf8"));
  const body = JSON.stringify({ id: "moderation", name: "Moderation of comments", kind: "weigh", document });
  const headers = { "content-type": "application/json", "plimsoll-actor": person };
  expect((await fetch(`${url}/v1/studies`, { method: "POST", headers, body })).status).toBe(201);
}

/** Has the applicants audited and kept, with limits, controls and tables of a law; its id. */
async function keepAudit(url: string, { id, system, owner }: HeatMap["marks"][number]): Promise<string> {
  const ask = async <T>(path: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
    const headers = { "content-type": type, "plimsoll-actor": owner };
    return (await (await fetch(url + path, { method: "POST", headers, body })).json()) as T;
  };
  const received = await ask<ReceivedDecisions>(
    "/v1/decisions?name=applicants.csv",
    "application/octet-stream",
    Uint8Array.from(applicants),
  );
  const made = await ask<MadeAudit>(
    "/v1/audits",
    "application/json",
    JSON.stringify({
      decisions: received.id,
      mapping: {
        protected: ["sex", "race"],
        label: "suitable",
        decision: "advanced",
        score: "score",
        control: ["department"],
      },
      settings: { replicates: 199, dataSeenOn: "2026-11-02" },
      limits: [
        {
          disparity: "demographicParityRatio",
          bound: 0.8,
          purpose: "Screening of applicants by score",
          rationale: "Four fifths as a first sieve",
          approvedBy: owner,
          approvedOn: "2026-03-02",
        },
      ],
      profile: "four-fifths",
      keep: { name: "Applicants in autumn", system, risk: id },
    }),
  );
  return made.audit!.id;
}
