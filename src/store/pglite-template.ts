import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";

// The package does not export its package.json, so it is read beside its entry point.
const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
const { version } = JSON.parse(readFileSync(join(dirname(entry), "../package.json"), "utf8")) as { version: string };
const path = fileURLToPath(new URL(`../../dist/pglite-${version}.tar.gz`, import.meta.url));

/**
 * A freshly initialised, empty PGlite as a tar. Making one takes PGlite four seconds and loading it half of one, so it
 * is made once, by the build, or at first use where the build's folder can be written.
 */
export async function pgliteTemplate(): Promise<Buffer> {
  const kept = await readFile(path).catch(() => null);
  return kept === null ? makePgliteTemplate() : promisify(gunzip)(kept);
}

/** Makes the template and keeps it; a folder that cannot be written only costs the next start its four seconds. */
async function makePgliteTemplate(): Promise<Buffer> {
  const database = await PGlite.create();
  const tar = Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer());
  await database.close();
  const unfinished = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true })
    .then(async () => writeFile(unfinished, await promisify(gzip)(tar)))
    .then(() => rename(unfinished, path))
    .catch(() => {});
  return tar;
}
