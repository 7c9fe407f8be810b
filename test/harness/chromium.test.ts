import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findChromium, launchChromium } from "./chromium.ts";

it("opens a page of a local server, clicks, and takes a picture", async () => {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<button onclick="this.textContent = 'Größe ≥ 1'">Press</button>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.getByRole("button").click();
    expect(await page.getByRole("button").textContent()).toBe("Größe ≥ 1");
    expect((await page.screenshot()).subarray(1, 4).toString()).toBe("PNG");
  } finally {
    await browser.close();
    server.close();
  }
});

it("draws text with a font where the machine has none", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(`<span style="font: 40px sans-serif">Plimsoll</span>`);
    expect(await page.locator("span").evaluate((span) => span.getBoundingClientRect().width)).toBeGreaterThan(80);
  } finally {
    await browser.close();
  }
});

it("names the remedy when the named Chromium is not there", async () => {
  process.env.PLIMSOLL_TEST_CHROMIUM = "/nowhere/chromium";
  try {
    await expect(launchChromium()).rejects.toThrow("/nowhere/chromium");
  } finally {
    delete process.env.PLIMSOLL_TEST_CHROMIUM;
  }
});

describe.runIf(process.platform === "linux" && process.arch === "x64")("on Linux", () => {
  it("takes every library that a bare machine lacks from the package, not from the system", async () => {
    const { executablePath, environment } = await findChromium();
    const lines = execFileSync("ldd", [executablePath], {
      encoding: "utf8",
      env: { ...process.env, ...environment },
    }).split("\n");
    const elsewhere = lines.filter(
      (line) => /lib(nss|nspr|expat|plc|plds|smime|softokn)/.test(line) && !line.includes("al2023/lib"),
    );
    expect(lines.filter((line) => line.includes("al2023/lib")).length).toBeGreaterThan(3);
    expect(elsewhere).toEqual([]);
    expect(lines.filter((line) => line.includes("not found"))).toEqual([]);
  });

  it("starts with an empty home and no library path of its own", async () => {
    const home = mkdtempSync(join(tmpdir(), "plimsoll-home-"));
    const { executablePath, environment } = await findChromium();
    const browser = await launchChromium({ executablePath, environment: { ...environment, HOME: home } });
    expect(browser.version()).toMatch(/^\d+\./);
    await browser.close();
    rmSync(home, { recursive: true });
  });
});
