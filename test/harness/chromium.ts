import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { repository } from "./repository.ts";

const require = createRequire(import.meta.url);

/** A Chromium and the environment it needs to start. */
export interface ChromiumProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a headless Chromium that looks for nothing but what the test opens. Close it in `afterAll`. */
export async function launchChromium(program?: ChromiumProgram): Promise<Browser> {
  const { executablePath, environment } = program ?? (await findChromium());
  return chromium.launch({
    executablePath,
    env: { ...inheritedEnvironment(), ...environment },
    args: [
      "--no-sandbox", // Chromium refuses its sandbox to root and inside most containers; the pages are our own.
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage", // /dev/shm of a container is 64 MB.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--no-proxy-server",
      "--font-render-hinting=none",
      "--force-color-profile=srgb",
    ],
  });
}

/** The Chromium named by PLIMSOLL_TEST_CHROMIUM, else the one that npm brought (Linux on x64), else an installed one. */
export async function findChromium(): Promise<ChromiumProgram> {
  const named = process.env.PLIMSOLL_TEST_CHROMIUM;
  if (named) return { executablePath: named, environment: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpackChromium();
  const installed = installedPaths().find((path) => existsSync(path));
  if (installed) return { executablePath: installed, environment: {} };
  throw new Error(
    `no Chromium for ${process.platform}-${process.arch}: install Chrome or Chromium, or set PLIMSOLL_TEST_CHROMIUM to its path`,
  );
}

/**
 * Unpacks the Chromium inside @sparticuz/chromium once per version, with the libraries (libnss3, libnspr4, libexpat, …)
 * and fonts that a bare machine lacks. It is unpacked aside and renamed, so that two test files at once do not read
 * half a program; the package itself writes straight into the temporary folder, whatever it already holds there.
 */
async function unpackChromium(): Promise<ChromiumProgram> {
  const manifest = await readFile(join(dirname(require.resolve("@sparticuz/chromium")), "../../package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const parent = await cacheFolder();
  const folder = join(parent, `chromium-${version}`);
  if (!existsSync(folder)) {
    const staging = await mkdtemp(join(parent, "unpacking-"));
    const program = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
    // The package unpacks its libraries only where it believes itself on the cloud they were taken from.
    const env = { PATH: process.env.PATH, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
    try {
      await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], { cwd: repository, env });
      await writeFile(join(staging, "fonts/fonts.conf"), fontConfiguration(folder));
      await rename(staging, folder);
    } catch (cause) {
      await rm(staging, { recursive: true, force: true });
      if (!existsSync(folder)) throw new Error(`Chromium could not be unpacked into ${folder}`, { cause });
    }
  }
  const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, "chromium"),
    environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

/** The package's own file names folders of the cloud. Fonts of the system are left out: one picture on every machine. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
</fontconfig>
`;

/** A folder that outlives the run: in the checkout where it may be written, else one of the user's own. */
async function cacheFolder(): Promise<string> {
  const folders = [
    join(repository, "node_modules/.cache/plimsoll"),
    join(tmpdir(), `plimsoll-${userInfo().username}`, "cache"),
  ];
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
      await rm(await mkdtemp(join(folder, "writable-")), { recursive: true });
      return folder;
    } catch {
      // The next one.
    }
  }
  throw new Error(`no folder to unpack Chromium into: tried ${folders.map(dirname).join(", ")}`);
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function installedPaths(): string[] {
  const programs = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => programs.map((name) => join(folder, name)));
  return [
    ...onPath,
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
}
