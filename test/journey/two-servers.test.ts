import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeatMap } from "../../src/contract/heat-map.ts";
import { writePortfolio } from "../../src/portfolio/write-portfolio.ts";
import { launchChromium } from "../harness/chromium.ts";
import { plimsoll } from "../harness/cli.ts";
import { openPage, type WatchedPage } from "../harness/page.ts";
import { createPostgresDatabase, type PostgresDatabase } from "../harness/postgres.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { smallPortfolio } from "../harness/small-portfolio.ts";

describe("two servers on one Postgres", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-two-"));
  const file = join(folder, "plimsoll.yaml");
  let database: PostgresDatabase;
  let env: Record<string, string>;
  let browser: Browser;
  let left: RunningServer;
  let right: RunningServer;
  let window: WatchedPage;
  beforeAll(async () => {
    database = await createPostgresDatabase();
    env = { DATABASE_URL: database.url };
    writeFileSync(file, writePortfolio(smallPortfolio));
    // Both at once on an empty database: one of them makes the schema, the other waits for it.
    [browser, left, right] = await Promise.all([
      launchChromium(),
      startServer([], { cwd: folder, env }),
      startServer([], { cwd: folder, env }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([left?.stop(), right?.stop()]);
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async <T>(server: RunningServer, path: string) => (await (await fetch(server.url + path)).json()) as T;
  const versionAt = async (server: RunningServer) =>
    (await ask<{ version: number }>(server, "/v1/systems/credit")).version;
  const change = async (server: RunningServer, name: string, read?: number) => {
    const version = read ?? (await versionAt(server));
    const response = await fetch(`${server.url}/v1/systems/credit`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": `"${version}"`, "plimsoll-actor": "ada" },
      body: JSON.stringify({ name }),
    });
    return response.status;
  };

  test("a file applied beside them is on the page that waited empty", async () => {
    window = await openPage(browser, right.url);
    await window.page.getByText("No systems yet").waitFor();
    const applied = await plimsoll(["apply", file, "--yes"], { cwd: folder, env });
    expect(applied.exitCode, applied.stderr).toBe(0);
    await window.page.locator(".likelihood-impact-map").waitFor();
    const maps = await Promise.all([left, right].map((server) => ask<HeatMap>(server, "/v1/heat-map")));
    expect({ ...maps[0], computedAt: "" }).toEqual({ ...maps[1], computedAt: "" });
  });

  test("a change through one is on the page of the other", async () => {
    const start = performance.now();
    expect(await change(left, "Renamed on the left")).toBe(200);
    await window.page.getByText("Renamed on the left").first().waitFor();
    console.log(`change through one server → drawn by the other: ${(performance.now() - start).toFixed(0)} ms`);
  });

  test("what one acknowledged the other answers at once, and of two changes to one version one is refused", async () => {
    for (let round = 0; round < 20; round++) {
      const [first, second] = round % 2 ? [left, right] : [right, left];
      expect(await change(first, `Round ${round}`)).toBe(200);
      expect((await ask<HeatMap>(second, "/v1/heat-map")).systems.some(({ name }) => name === `Round ${round}`)).toBe(
        true,
      );
    }
    for (let round = 0; round < 10; round++) {
      const version = await versionAt(left);
      const both = await Promise.all([
        change(left, `Left ${round}`, version),
        change(right, `Right ${round}`, version),
      ]);
      expect(both.sort()).toEqual([200, 412]);
    }
  });

  test("when its server is killed the page says so, and goes on when another stands there", async () => {
    const port = Number(new URL(right.url).port);
    await right.kill();
    await window.page.getByText("Reconnecting").waitFor();
    expect(await window.page.locator(".likelihood-impact-map").count()).toBe(1);
    expect(await change(left, "While it was gone")).toBe(200);
    right = await startServer([], { cwd: folder, env, port });
    await window.page.getByText("While it was gone").first().waitFor();
    await window.page.getByText("Reconnecting").waitFor({ state: "detached" });
  });
});
