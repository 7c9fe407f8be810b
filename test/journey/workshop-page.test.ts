import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkshopDetail } from "../../src/contract/workshop.ts";
import { launchChromium } from "../harness/chromium.ts";
import { expectAccessible, expectNoSidewaysScroll, openPage, untilDrawn, type WatchedPage } from "../harness/page.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const soon = { timeout: 60_000 };
const secret = "The bureau told us on the phone";
const id = "long-due-for-a-rating";

describe("a workshop on its pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-workshop-page-"));
  let browser: Browser;
  let server: RunningServer;
  /** Each person in a window of their own, as each sits at a desk of their own. */
  const windows = new Map<string, WatchedPage>();
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer(["--example"], { cwd: folder })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const sit = async (person: string, path: string) => {
    const window = await openPage(browser, server.url + path, { person });
    windows.set(person, window);
    return window.page;
  };
  const at = (person: string) => windows.get(person)!.page;
  const button = (person: string, name: string | RegExp) =>
    at(person).getByRole("button", { name, exact: typeof name === "string" });
  const type = async (person: string, ...keys: string[]) => {
    for (const key of keys) await at(person).keyboard.press(key);
  };
  const get = async <T>(path: string, person = "mara") =>
    (await (await fetch(server.url + path, { headers: { "plimsoll-actor": person } })).json()) as T;
  const put = (person: string, path: string, body: unknown) =>
    fetch(server.url + path, {
      method: "PUT",
      headers: { "content-type": "application/json", "plimsoll-actor": person },
      body: JSON.stringify(body),
    });
  /** Rates the risk that is shown, by keys alone: the level of each axis, then Enter. */
  const rate = async (person: string, likelihood: number, impact: number) => {
    const page = at(person);
    const before = await page.locator(".vote-card h2").innerText();
    await page.getByRole("radio", { name: /^5 frequent/ }).focus();
    await type(person, String(likelihood));
    await button(person, "One level").click();
    await page.getByRole("radio", { name: /^5 severe/ }).focus();
    await type(person, String(impact), "Enter");
    await expect
      .poll(async () => {
        const [head, state] = [page.locator(".vote-card h2"), page.locator(".vote-actions small")];
        return (await head.innerText()) !== before || /kept/.test(await state.innerText());
      }, soon)
      .toBe(true);
  };

  test("is opened for risks that are found by a filter, and says first what is missing", async () => {
    const page = await sit("mara", "/scoring");
    await page.getByRole("link", { name: "workshop", exact: true }).click();
    await page.getByRole("heading", { name: "Three workshops, one open for votes." }).waitFor();
    await expectAccessible(page, "workshops");
    await page.getByRole("link", { name: "Open a workshop" }).click();
    await page.getByLabel("Assessed").selectOption("stale");
    await button("mara", "Open it for votes").click();
    await page.getByText(/^Not opened: give it a name; choose who rates.*; choose what is rated/).waitFor();
    await expectAccessible(page, "new workshop with mistakes");
    await page.getByLabel("Name, required").fill("Long due for a rating");
    await page.getByLabel("Sofía Ibáñez Ruiz").check();
    await page.getByLabel("Kentarō Hayase").check();
    for (const name of ["Misread amounts", "Scanning bureau subcontracts", "Offers without consent"])
      await button("mara", `Take ${name}`).click();
    await page.getByRole("heading", { name: "3 risks to be rated" }).waitFor();
    await button("mara", "Open it for votes").click();
    await page.waitForURL(new RegExp(`/workshops/${id}$`), soon);
    await page.getByRole("heading", { name: "Nobody has rated every risk yet" }).waitFor();
    await page.getByText(/^Only participants vote/).waitFor();
    expect(await button("mara", "Reveal the votes").isDisabled()).toBe(true);
  });

  test("a participant rates by keys, one risk after another, and the count moves where others look", async () => {
    const page = await sit("sofia", `/workshops/${id}`);
    await page.getByText("Risk 1 of 3").waitFor();
    await type("sofia", "n");
    await page.getByLabel("Why, where you expect others to see it differently").fill("");
    await page.getByRole("radio", { name: /^5 frequent/ }).focus();
    await type("sofia", "p");
    await expect.poll(() => page.locator(".vote-card h2").innerText()).toBe("Misread amounts");
    await page.getByLabel("Why, where you expect others to see it differently").fill(secret);
    await rate("sofia", 5, 4);
    await expect.poll(() => page.locator(".vote-card h2").innerText()).toBe("Scanning bureau subcontracts");
    await at("mara").getByText("1 of 3").waitFor(soon);
    await rate("sofia", 2, 2);
    await rate("sofia", 3, 4);
    await page.getByRole("heading", { name: "You have rated every risk" }).waitFor();
    await at("mara").getByRole("heading", { name: "One of two people has rated every risk" }).waitFor(soon);
    await expectAccessible(page, "voting");
  });

  test("who comes second sees nothing of the first, neither on the page nor beneath it", async () => {
    const answers: string[] = [];
    const page = await sit("kentaro", "/scoring");
    page.on("response", async (response) => {
      if (response.url().includes("/v1/") && !response.url().includes("/stream"))
        answers.push(await response.text().catch(() => ""));
    });
    await page.getByRole("link", { name: "workshop", exact: true }).click();
    await page.getByRole("link", { name: "Long due for a rating" }).click();
    await page.getByText("Risk 1 of 3").waitFor();
    await untilDrawn(page);
    expect(answers.some((text) => text.includes(`"${id}"`))).toBe(true);
    expect(answers.join("\n")).not.toContain(secret);
    expect(await page.content()).not.toContain(secret);
    expect(await page.locator(".vote-card input:checked").count()).toBe(0);
    expect((await get<WorkshopDetail>(`/v1/workshops/${id}`, "kentaro")).votes).toEqual([]);
    await rate("kentaro", 1, 2);
  });

  test("the facilitator is warned of votes that are missing, then reveals; nobody's page is swapped under the hand", async () => {
    const page = at("mara");
    await page.getByText("1 of 3").waitFor(soon);
    await button("mara", "Reveal the votes").click();
    await page.getByText("Kentarō Hayase, 1 of 3").waitFor();
    await expectAccessible(page, "warned before revealing");
    await button("mara", "Wait for them").click();
    await rate("kentaro", 2, 3);
    await rate("kentaro", 3, 4);
    await page.getByRole("heading", { name: "Two of two people have rated every risk" }).waitFor(soon);
    await button("mara", "Reveal the votes").click();
    await button("mara", "Reveal").click();
    await page.getByText(/^Revealed: whoever lies apart says why/).waitFor(soon);
    for (const person of ["sofia", "kentaro"]) {
      await at(person).getByText("The votes were revealed.").waitFor(soon);
      expect(await at(person).locator(".vote-card").count()).toBe(1);
      await button(person, "Show it").click();
      await at(person).getByText(secret).first().waitFor();
    }
    await expectAccessible(at("sofia"), "revealed");
  });

  test("whoever lies apart is asked why, and revises with a reason only", async () => {
    const page = at("kentaro");
    await page.getByText("Your vote lies apart from the others. Why do you see it differently?").first().waitFor();
    await button("kentaro", /^Say why, or revise on Misread amounts/).click();
    await button("kentaro", "Keep it with this reason").click();
    await page.getByText("say why, since the others’ votes can be seen").waitFor();
    await page.getByLabel("Likelihood", { exact: true }).selectOption("4");
    await page.getByLabel("Reason, required").fill("I had counted our own scans only");
    await button("kentaro", "Keep it with this reason").click();
    await page.getByText("Blind: 1 and 2.").waitFor(soon);
    for (const person of ["sofia", "mara"]) {
      await at(person).getByText("A vote was revised.").waitFor(soon);
      expect(await at(person).getByText("I had counted our own scans only").count()).toBe(0);
      await button(person, "Show it").click();
      await at(person).getByText("I had counted our own scans only").waitFor();
    }
    expect((await get<WorkshopDetail>(`/v1/workshops/${id}`)).votes[1]).toMatchObject({
      likelihood: 4,
      blind: { likelihood: 1, impact: 2 },
      reason: "I had counted our own scans only",
    });
  });

  test("the facilitator chooses between two medians, and is not overtaken unseen", async () => {
    const page = at("mara");
    await page.getByText("The median is 4.5: choose between the two").waitFor(soon);
    await button("mara", "Close with these ratings").click();
    await page
      .getByText(/^Not closed: choose both levels for Misread amounts, Scanning bureau subcontracts\.$/)
      .waitFor();
    const agreed = (risk: string) => page.getByRole("group", { name: `What is agreed for ${risk}` });
    await agreed("Misread amounts").getByLabel("Agreed likelihood").selectOption("4");
    await agreed("Misread amounts").getByLabel("Note").fill("The log of June decided it.");
    await agreed("Scanning bureau subcontracts").getByLabel("Agreed impact").selectOption("3");
    await agreed("Misread amounts").getByText("4 × 3 = 12, high").waitFor();
    await page.locator(".revealed").hover();
    const vote = { likelihood: 3, impact: 4, reason: "The bureau has answered" };
    expect((await put("sofia", `/v1/workshops/${id}/votes/ocr-scan-bureau`, vote)).status).toBe(200);
    await page.getByText("A vote was revised.").waitFor(soon);
    expect(await page.getByText("The bureau has answered").count()).toBe(0);
    await button("mara", "Close with these ratings").click();
    await page.getByText(/somebody revised a vote since you looked/).waitFor(soon);
    await page.getByText("The bureau has answered").waitFor(soon);
    await expectAccessible(page, "overtaken");
    await button("mara", "Understood").click();
    await agreed("Scanning bureau subcontracts").getByLabel("Agreed likelihood").selectOption("3");
    await button("mara", "Close with these ratings").click();
    await page.getByText(/^Closed: two people rated three risks/).waitFor(soon);
  });

  test("closed, it can be quoted, every vote is kept, and the risk has its assessment", async () => {
    const page = at("mara");
    await page
      .getByText(/^In the workshop “Long due for a rating” of .* Agreed before controls: .*Misread amounts 4 × 3 = 12/)
      .waitFor();
    await page.getByText("Blind: 1 and 2.").waitFor();
    await expectAccessible(page, "closed");
    await page.getByRole("link", { name: "its assessment: Misread amounts" }).click();
    await page.waitForURL(/\/risks\/[a-z-]+#assessments$/, soon);
    await page
      .getByText(/^Workshop Long due for a rating: 2 votes, likelihood 4 to 5, impact 2 to 4\. The log of June/)
      .first()
      .waitFor(soon);
  });

  test.each([
    [
      "nobody, reading only",
      undefined,
      "/workshops/answers-on-health-and-claims",
      /Choose a person under “Acting as” first/,
    ],
    ["a past day", "kentaro", "/workshops/picture-moderation?asOf=", /The past is read, not edited/],
    ["no such workshop", "kentaro", "/workshops/none", /workshop none: not in the register/],
    ["nobody who would open one", undefined, "/workshops/new", /Choose a person under “Acting as” first/],
  ])("%s: it is said what to do", async (_, person, path, words) => {
    const workshop = await get<WorkshopDetail>("/v1/workshops/picture-moderation");
    const seen = await openPage(browser, server.url + (path.endsWith("=") ? `${path}${workshop.workshop.on}` : path), {
      ...(person !== undefined && { person }),
    });
    await seen.page.getByText(words).first().waitFor(soon);
    await expectAccessible(seen.page, path);
    await seen.close();
  });

  test("one that is dropped is listed as such, and its blind votes are gone", async () => {
    const page = await sit("kentaro", "/workshops/answers-on-health-and-claims");
    await button("kentaro", "Drop the workshop").click();
    await page.getByText(/destroyed unseen\. It cannot be taken back/).waitFor();
    await button("kentaro", "Drop it").click();
    await page.getByRole("heading", { name: "Nothing was rated" }).waitFor(soon);
    await page.goto(`${server.url}/workshops`);
    await page.getByText(/^Dropped on .* without an outcome\.$/).waitFor();
    for (const { errors } of windows.values())
      expect(errors.filter((error) => !/status of 4(04|12)/.test(error))).toEqual([]);
  });

  test.each([
    ["yasmin", "/workshops/chatbot-before-christmas"],
    ["aoife", "/workshops/chatbot-before-christmas"],
    ["aoife", `/workshops/${id}`],
    ["aoife", "/workshops/new?freshness=stale"],
    ["aoife", "/workshops"],
  ])("%s reads %s on a narrow screen and in the dark", async (person, path) => {
    const reader = await openPage(browser, server.url + path, {
      person,
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
    });
    await expectNoSidewaysScroll(reader.page, path);
    await expectAccessible(reader.page, path);
    expect(reader.errors).toEqual([]);
    await reader.close();
  });
});
