import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditHtml } from "../../src/report/audit/audit-html.tsx";
import { suppressSmallCells } from "../../src/report/audit/suppress-small-cells.ts";
import { launchChromium } from "../harness/chromium.ts";
import { type MadeCell, madeAudit } from "../harness/made-audit.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage } from "../harness/page.ts";

/** Every part of a report at once: two attributes, scores, a control feature, a limit, a table of law, a small group. */
const races = ["Asian", "Black", "White", "one whose name is rather long to be read in a narrow column"];
function fullReport(among: readonly string[] = races) {
  const cells = ["f", "m"].flatMap((sex, s) =>
    among.flatMap((race, r) =>
      ["law", "art"].flatMap((control, c) =>
        Array.from({ length: 10 }, (_, k): MadeCell[] => {
          const n = race === races[3] ? 1 : 6 + ((7 * k + 3 * r + 5 * s + c) % 11);
          const about = { group: [sex, race], control, score: 5 + 10 * k };
          return [
            { ...about, label: "1", decision: k > 4 + s ? "1" : "0", n: 1 + Math.round((n * k) / 10) },
            { ...about, label: "0", decision: k > 5 + s ? "1" : "0", n: 1 + Math.round((n * (10 - k)) / 10) },
          ];
        }).flat(),
      ),
    ),
  );
  const limit = { purpose: "Screening", rationale: "A first sieve", approvedBy: "mara", approvedOn: "2026-03-02" };
  return madeAudit(cells, {
    request: {
      profile: "four-fifths",
      limits: [
        { ...limit, disparity: "demographicParityRatio", bound: 0.8 },
        { ...limit, disparity: "equalOpportunityDifference", bound: 0.1, attributes: ["race"] },
      ],
    },
  });
}

/** Every kind of part with fewer rows: what is checked of each is the same. */
const few = races.slice(2);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-report-"));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

test("the report is read on a desk and on a telephone, and is printed", async () => {
  const file = join(folder, "whole.html");
  await writeFile(file, auditHtml(fullReport(), { system: "Applicant screening", preparedOn: "2026-11-21" }));
  await readAt(file, { width: 1440, height: 900 });
  await readAt(file, { width: 390, height: 844 });
  const { page, close } = await openPage(browser, pathToFileURL(file).href);
  await page.emulateMedia({ media: "print" });
  // What is folded on the screen lies open on paper.
  expect(await page.locator("details:not([open]) table").last().isVisible()).toBe(true);
  for (const format of ["A4", "Letter"] as const) {
    const pdf = await page.pdf({ format });
    expect(pagesOf(pdf)).toBeGreaterThan(3);
    expect(pagesOf(pdf)).toBeLessThan(40);
  }
  await close();
});

test("so is one whose small groups are hidden, and no rule of accessibility is broken", async () => {
  const file = join(folder, "shared.html");
  await writeFile(file, auditHtml(suppressSmallCells(fullReport(few)), { preparedOn: "2026-11-21" }));
  const page = await readAt(file, { width: 390, height: 844 }, "keep");
  await expectAccessible(page, "shared report with its figures opened");
  await page.context().close();
});

test("no rule of accessibility is broken with every figure opened", async () => {
  const file = join(folder, "opened.html");
  await writeFile(file, auditHtml(fullReport(few)).replaceAll("<details>", "<details open>"));
  const { page, close } = await openPage(browser, pathToFileURL(file).href);
  await expectAccessible(page, "whole report with its figures opened");
  await close();
});

/** Opens the file, and looks at what holds in every window: nothing is fetched, nothing is wider, one chart of two. */
async function readAt(
  file: string,
  viewport: { readonly width: number; readonly height: number },
  after: "close" | "keep" = "close",
): Promise<Page> {
  const { page, errors, close } = await openPage(browser, pathToFileURL(file).href, { viewport });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  expect(asked).toEqual([pathToFileURL(file).href]);
  await expectNoSidewaysScroll(page, `report ${viewport.width} wide`);
  const hidden = viewport.width > 640 ? ".chart.narrow:visible" : ".chart.wide:visible";
  expect(await page.locator(hidden).count()).toBe(0);
  await page.locator("summary").first().click();
  expect(await page.locator("details[open] table").first().isVisible()).toBe(true);
  expect(errors).toEqual([]);
  if (after === "close") await close();
  return page;
}

function pagesOf(pdf: Buffer): number {
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;
}
