import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import pg from "pg";
import { expect, it } from "vitest";
import { startPostgres } from "./postgres-server.ts";
import { repository } from "./repository.ts";

const folderOf = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SHOW data_directory");
  await client.end();
  return dirname(rows[0].data_directory);
};

it("leaves no folder and no server when stopped", async () => {
  const server = await startPostgres();
  const folder = await folderOf(server.url);
  expect(existsSync(folder)).toBe(true);
  await server.stop();
  expect(existsSync(folder)).toBe(false);
  await expect(folderOf(server.url)).rejects.toThrow("ECONNREFUSED");
});

it("leaves no folder and no server when its starter is killed with -9", async () => {
  const program = `import { startPostgres } from "./test/harness/postgres-server.ts";
    console.log((await startPostgres()).url);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    cwd: repository,
  });
  const [url] = await once(starter.stdout.setEncoding("utf8"), "data");
  const folder = await folderOf(url.trim());
  starter.kill("SIGKILL");
  await expect.poll(() => existsSync(folder), { timeout: 60_000 }).toBe(false);
  await expect(folderOf(url.trim())).rejects.toThrow("ECONNREFUSED");
});
