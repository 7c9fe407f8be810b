import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

/** A page of its own browser window, and what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console and exceptions that nobody caught. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Opens an address in a window of its own: nothing is shared with another one but the server. */
export async function openPage(
  browser: Browser,
  url: string,
  { person, ...options }: BrowserContextOptions & { readonly person?: string } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  if (person !== undefined) await context.addInitScript((id) => localStorage.setItem("plimsoll.person", id), person);
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const errors: string[] = [];
  const unanswered = new Set<string>();
  page.on("request", (request) => unanswered.add(request.url()));
  page.on("requestfinished", (request) => unanswered.delete(request.url()));
  page.on("requestfailed", (request) => unanswered.delete(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  await untilDrawn(page).catch(async (cause) => {
    const text = await page.locator("body").innerText();
    const waiting = [...unanswered].join(" ");
    throw new Error(`${url} is not drawn: errors ${errors.join("; ")}; unanswered ${waiting}; ${text}`, { cause });
  });
  return { page, errors, close: () => context.close() };
}

/** Waits until the page has its figures and nothing says that it is still reading. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator("main :is(h1, h2)").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await page.evaluate(() => document.fonts.ready);
}

/** No rule of axe is violated, whatever its severity; or none of those that are about colours. */
export async function expectAccessible(page: Page, where: string, rules: "all" | "colours" = "all"): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === "all"
    ? axe
    : axe.withRules(["color-contrast", "link-in-text-block"])
  ).analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(" ")} ${node.html.slice(0, 160)}`).join("\n")}`,
  );
  expect(found, where).toEqual([]);
}

/** The page is as wide as the window: nobody has to scroll sideways to read a line. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const widths = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(widths.page, `${where}: width of the page in a window of ${widths.window}`).toBeLessThanOrEqual(widths.window);
}
