import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderHolder, lockFolder } from "./folder-lock.ts";

const at = new Date("2026-11-20T09:00:00Z");
const holder = fileURLToPath(new URL("../../test/journey/hold-lock.ts", import.meta.url));

describe("the lock of a folder", () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plimsoll-lock-"));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts a process that takes the lock, and answers what it says: `held` or the refusal's message. */
  const contend = (...args: string[]): Promise<{ said: string; child: ChildProcess }> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ["--import", "tsx", holder, folder, ...args]);
      children.push(child);
      let stderr = "";
      child.stderr.on("data", (text) => {
        stderr += text;
      });
      child.stdout.setEncoding("utf8").once("data", (said: string) => resolve({ said: said.trim(), child }));
      child.once("exit", (code) => reject(new Error(`ended with ${code}: ${stderr}`)));
    });
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

  it("is refused to a second process, which is told who holds it and where it answers", async () => {
    const { said, child } = await contend("http://127.0.0.1:4180");
    expect(said).toBe("held");
    await expect(lockFolder(folder, at)).rejects.toMatchObject({
      code: "in-use",
      message: `folder ${folder}: in use by process ${child.pid}, which serves http://127.0.0.1:4180`,
      holder: { pid: child.pid, address: "http://127.0.0.1:4180" },
    });
    expect(await folderHolder(folder)).toMatchObject({ pid: child.pid });
  });

  it("is refused a second time within one process, and free once released", async () => {
    const lock = await lockFolder(folder, at);
    await expect(lockFolder(folder, at)).rejects.toMatchObject({ code: "in-use" });
    await lock.release();
    expect(await folderHolder(folder)).toBeNull();
    await (await lockFolder(folder, at)).release();
  });

  it("left by kill -9 is taken over", async () => {
    const { child } = await contend();
    const gone = ended(child);
    child.kill("SIGKILL");
    await gone;
    expect(await readdir(join(folder, "lock"))).toHaveLength(1);
    expect(await folderHolder(folder)).toBeNull();
    const lock = await lockFolder(folder, at);
    expect(await readdir(join(folder, "lock"))).toHaveLength(1);
    await lock.release();
  });

  it("of a pid that another process has by now is taken over", async () => {
    const lock = await lockFolder(folder, at);
    const [name] = await readdir(join(folder, "lock"));
    await lock.release();
    await claim(name!, { pid: process.ppid, process: "another boot:1" });
    await (await lockFolder(folder, at)).release();
  });

  it("of another container holds as long as it is touched", async () => {
    await claim("a.json", { pid: 1, process: "x:1", pids: "another-host:pid:[1]" });
    await expect(lockFolder(folder, at)).rejects.toMatchObject({ code: "in-use" });
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(join(folder, "lock", "a.json"), longAgo, longAgo);
    await (await lockFolder(folder, at)).release();
  });

  it("goes to one of many that start at once over a stale one", async () => {
    await (await lockFolder(folder, at)).release();
    await claim("stale.json", { pid: 999_999_999, process: "x:1" });
    const all = await Promise.all(Array.from({ length: 6 }, () => contend()));
    const said = all.map((each) => each.said);
    expect(said.filter((text) => text === "held")).toHaveLength(1);
    expect(said.filter((text) => /in use by process \d+/.test(text))).toHaveLength(5);
  });

  /** A claim as another process left it. */
  async function claim(name: string, fields: { pid: number; process: string; pids?: string }): Promise<void> {
    const lock = await lockFolder(folder, at);
    const [own] = await readdir(join(folder, "lock"));
    const { readFile } = await import("node:fs/promises");
    const mine = JSON.parse(await readFile(join(folder, "lock", own!), "utf8"));
    await lock.release();
    await writeFile(
      join(folder, "lock", name),
      JSON.stringify({ ...mine, token: name.replace(".json", ""), ...fields }),
    );
  }
});
