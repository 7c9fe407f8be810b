import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plimsoll, startPlimsoll } from "./cli.ts";
import { startServer } from "./server.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-cli-")));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in place of plimsoll. */
const program = (name: string, code: string) => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return path;
};

it("gives a command its arguments, stdin, environment and folder, and takes what it prints", async () => {
  const echo = program(
    "echo",
    `let text = ""; for await (const part of process.stdin) text += part;
    console.log(JSON.stringify([process.argv.slice(2), text, process.env.PLIMSOLL_X, process.env.DATABASE_URL, process.cwd()]));
    console.error("é"); process.exitCode = 2;`,
  );
  process.env.DATABASE_URL = "postgres://not-for-tests";
  const result = await plimsoll(["a", "b c"], { program: echo, stdin: "süß", env: { PLIMSOLL_X: "1" }, cwd: folder });
  delete process.env.DATABASE_URL;
  expect(JSON.parse(result.stdout)).toEqual([["a", "b c"], "süß", "1", null, folder]);
  expect(result).toMatchObject({ stderr: "é\n", exitCode: 2, signal: null });
});

it("kills a running command with -9", async () => {
  const endless = program(
    "endless",
    `process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000);`,
  );
  const running = startPlimsoll([], { program: endless });
  await expect.poll(() => running.output().stdout, { timeout: 5_000 }).toBe("up\n");
  expect(await running.kill()).toMatchObject({ exitCode: null, signal: "SIGKILL" });
});

it("waits until a server answers, and stops it", async () => {
  const slow = program(
    "serve",
    `import { createServer } from "node:http";
    const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
    setTimeout(() => createServer((_, response) => response.end("here")).listen(port, "127.0.0.1"), 300);`,
  );
  const server = await startServer([], { program: slow });
  expect(await (await fetch(server.url)).text()).toBe("here");
  expect(await server.stop()).toMatchObject({ signal: "SIGTERM" });
  await expect(fetch(server.url)).rejects.toThrow();
});

it("says why a server did not start", async () => {
  const failing = program("failing", `console.error("the folder is in use"); process.exit(4);`);
  await expect(startServer([], { program: failing })).rejects.toThrow("ended with code 4 (null): the folder is in use");
  const silent = program("silent", "setInterval(() => {}, 1000);");
  await expect(startServer([], { program: silent, timeoutMs: 300 })).rejects.toThrow("did not answer");
});
