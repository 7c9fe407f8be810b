import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type LockHolder, StoreRefusal } from "./store-refusal.ts";

/** A claim on a folder: one file per process, which only its process writes. */
interface Claim extends LockHolder {
  readonly token: string;
  readonly state: "claiming" | "held";
  /** Tells a process from a later one with the same pid: the boot and the tick it started at; null outside Linux. */
  readonly process: string | null;
  /** Where pids mean the same: host and pid namespace. */
  readonly pids: string;
}

export interface FolderLock {
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

const heartbeatMs = 10_000;
/** A claim from another container, whose pids cannot be looked up here, counts as given up after this silence. */
const silentAfterMs = 60_000;

/**
 * Locks `folder` for this process, or refuses with `in-use` and who holds it.
 *
 * Each process writes a claim under a name of its own and then looks for others: whoever came second sees the first.
 * Of two that claim at once the smaller token stays. No claim is ever written under a name that another process could
 * remove as stale, so taking over after a kill -9 cannot take the lock from a living process.
 */
export async function lockFolder(folder: string, startedAt: Date): Promise<FolderLock> {
  const claims = join(folder, "lock");
  await mkdir(claims, { recursive: true });
  const token = randomUUID();
  const path = join(claims, `${token}.json`);
  let mine: Claim = {
    token,
    state: "claiming",
    pid: process.pid,
    startedAt: startedAt.toISOString(),
    address: null,
    process: processIdentity(process.pid),
    pids: pidNamespace(),
  };
  const write = async (claim: Claim) => {
    mine = claim;
    await writeFile(`${path}.new`, JSON.stringify(claim));
    await rename(`${path}.new`, path);
  };
  const remove = () => rmSync(path, { force: true });

  await write(mine);
  try {
    for (let attempt = 0; ; attempt++) {
      const others = await livingClaims(claims, token);
      const holder = others.find((other) => other.state === "held");
      if (holder !== undefined) throw inUse(folder, holder);
      if (others.length === 0) break;
      if (attempt === 100) throw inUse(folder, others[0]!);
      if (others.some((other) => other.token < token)) {
        remove();
        await sleep(20 + (attempt % 5) * 10);
        await write(mine);
      } else await sleep(10);
    }
    await write({ ...mine, state: "held" });
  } catch (refusal) {
    remove();
    throw refusal;
  }

  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, heartbeatMs);
  heartbeat.unref();
  process.once("exit", remove);
  return {
    announce: (address) => write({ ...mine, address }),
    async release() {
      clearInterval(heartbeat);
      process.off("exit", remove);
      remove();
    },
  };
}

/** The process that holds `folder`, if one does. */
export async function folderHolder(folder: string): Promise<LockHolder | null> {
  const claims = await livingClaims(join(folder, "lock"), null);
  return claims.find((claim) => claim.state === "held") ?? null;
}

function inUse(folder: string, { pid, startedAt, address }: Claim): StoreRefusal {
  return new StoreRefusal(
    "in-use",
    `folder ${resolve(folder)}: in use by process ${pid}${address === null ? "" : `, which serves ${address}`}`,
    "stop that process, or use another folder with --data",
    { pid, startedAt, address },
  );
}

/** Claims of processes that run, without `own`; those of dead ones are removed. */
async function livingClaims(claims: string, own: string | null): Promise<Claim[]> {
  const names = await readdir(claims).catch(() => []);
  const living: Claim[] = [];
  for (const name of names) {
    if (!name.endsWith(".json") || name === `${own}.json`) continue;
    const path = join(claims, name);
    const claim = await readFile(path, "utf8").then(
      (text) => JSON.parse(text) as Claim,
      () => null,
    );
    if (claim === null) continue;
    if (await isAlive(claim, path)) living.push(claim);
    else if (own !== null) await rm(path, { force: true });
  }
  return living.sort((a, b) => (a.token < b.token ? -1 : 1));
}

async function isAlive(claim: Claim, path: string): Promise<boolean> {
  if (claim.pids !== pidNamespace()) {
    const touched = await stat(path).catch(() => null);
    return touched !== null && Date.now() - touched.mtimeMs < silentAfterMs;
  }
  if (claim.pid === process.pid && claim.process === processIdentity(process.pid)) return true;
  try {
    process.kill(claim.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return claim.process === null || claim.process === processIdentity(claim.pid);
}

function processIdentity(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The second field is the program's name in brackets and may hold spaces and brackets itself.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    if (fields[0] === "Z") return "ended";
    return `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function pidNamespace(): string {
  try {
    return `${hostname()}:${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}
