import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plimsoll } from "../harness/cli.ts";
import { createPostgresDatabase, type PostgresDatabase } from "../harness/postgres.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const file = `version: 1
organization: Northwind   # a comment
people: [{ id: mara, name: Mara Lind, roles: [approver] }]
systems: [{ id: scoring, owner: mara }]
limits: [{ scope: portfolio, measure: residualScore, appetite: 8, tolerance: 15 }]
risks:
  - { id: bias, system: scoring, category: ethical, event: Unequal refusals, owner: mara, inherent: { likelihood: 4, impact: 3 } }
`;

describe.each(["PGlite", "Postgres"] as const)("a portfolio file from the command line, on %s", (place) => {
  let folder: string;
  let postgres: PostgresDatabase | undefined;
  const run = (...args: string[]) =>
    plimsoll(args, { cwd: folder, ...(postgres === undefined ? {} : { env: { DATABASE_URL: postgres.url } }) });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plimsoll-apply-"));
    if (place === "Postgres") postgres = await createPostgresDatabase();
    await writeFile(join(folder, "plimsoll.yaml"), file);
  });
  afterAll(async () => {
    await postgres?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it("is applied only when somebody agrees", async () => {
    expect(await run("apply", "plimsoll.yaml")).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: "plimsoll: apply: nobody to ask at this terminal; look with plimsoll diff, then add --yes\n",
    });
    const planned = await run("diff", "plimsoll.yaml");
    expect(planned).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("5 to create; 0 unchanged") });
    const applied = await run("apply", "plimsoll.yaml", "--yes");
    expect(applied).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("+ risk bias\n") });
  });

  it("changes nothing a second time, nor does what was exported", async () => {
    const again = JSON.parse((await run("apply", "plimsoll.yaml", "--yes", "--json")).stdout);
    expect(again.applied).toMatchObject({ events: 0, unchanged: 5 });
    expect(await run("export", "--output", "exported.yaml")).toMatchObject({ exitCode: 0, stdout: "" });
    const exported = JSON.parse((await run("diff", "exported.yaml", "--retire", "--json")).stdout);
    expect(exported).toMatchObject({ changes: [], unchanged: 5 });
  });

  it("shows each field that it would change, and who changed it is recorded", async () => {
    await writeFile(join(folder, "plimsoll.yaml"), file.replace("likelihood: 4", "likelihood: 5"));
    const { stdout } = await run("apply", "plimsoll.yaml", "--yes", "--as", "mara");
    expect(stdout).toContain("~ risk bias\n    inherent.likelihood: 4 → 5\n1 to change; 4 unchanged\n");
    const nobody = await run("apply", "plimsoll.yaml", "--yes", "--as", "nobody");
    expect(nobody).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("person nobody: not in the register"),
    });
  });

  it("with mistakes is refused with their places and opens no database", async () => {
    await writeFile(join(folder, "wrong.yaml"), file.replace("system: scoring,", "system: scorign,"));
    const { exitCode, stderr } = await run("apply", "wrong.yaml", "--yes", "--data", join(folder, "untouched"));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('wrong.yaml:7:25: system "scorign" is not in systems; write "scoring"');
    await expect(readFile(join(folder, "untouched", "database", "PG_VERSION"))).rejects.toThrow("ENOENT");
  });

  it("is backed up and restored into a folder, where it says the same", async () => {
    expect((await run("backup", "all.ndjson.gz")).exitCode).toBe(0);
    expect((await run("restore", "all.ndjson.gz")).exitCode).toBe(4);
    expect((await run("restore", "all.ndjson.gz", "--data", "other")).exitCode).toBe(0);
    expect((await run("export", "--data", "other")).stdout).toBe((await run("export")).stdout);
    const whole = await readFile(join(folder, "all.ndjson.gz"));
    await writeFile(join(folder, "cut.ndjson.gz"), whole.subarray(0, whole.length - 9));
    expect((await run("restore", "cut.ndjson.gz", "--data", "other", "--replace")).exitCode).toBe(2);
  });
});

describe("a folder that a server has open", () => {
  let folder: string;
  let server: RunningServer;
  const run = (...args: string[]) => plimsoll(args, { cwd: folder });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plimsoll-served-"));
    await writeFile(join(folder, "plimsoll.yaml"), file);
    server = await startServer([], { cwd: folder });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("is changed through the server", async () => {
    const applied = await run("apply", "plimsoll.yaml", "--yes");
    expect(applied).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`applied to ${server.url}`) });
    expect((await run("diff", "plimsoll.yaml")).stdout).toBe("nothing to change; 5 unchanged\n");
    expect((await run("export")).stdout).toContain("organization: Northwind");
    expect((await run("backup", "served.ndjson.gz")).exitCode).toBe(0);
    expect((await run("restore", "served.ndjson.gz", "--data", "copy")).exitCode).toBe(0);
  });

  it("is refused to a second server and to a command that needs it alone", async () => {
    const refusal = new RegExp(`in use by process ${server.pid}, which serves ${server.url}; stop that process`);
    for (const args of [
      ["serve", "--port", "0"],
      ["restore", "served.ndjson.gz", "--replace"],
    ])
      expect(await run(...args)).toMatchObject({ exitCode: 4, stderr: expect.stringMatching(refusal) });
  });

  it("is free again after kill -9, and holds what was applied", async () => {
    await server.kill();
    expect((await run("diff", "plimsoll.yaml")).stdout).toBe("nothing to change; 5 unchanged\n");
    server = await startServer([], { cwd: folder });
  });
});
