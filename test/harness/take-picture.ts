import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "./chromium.ts";
import { repository } from "./repository.ts";
import { startServer } from "./server.ts";

// Takes the pictures of the README from the running product: npm run picture.
// In a folder of their own: an example kept from before may be of an earlier version.
const folder = mkdtempSync(join(tmpdir(), "plimsoll-picture-"));
const server = await startServer(["--example"], { cwd: folder });
const browser = await launchChromium();
try {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 2,
      colorScheme,
      reducedMotion: "reduce",
    });
    await page.goto(server.url);
    await page.locator("main [role=grid], main table, main svg").first().waitFor();
    await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
    await page.evaluate(() => document.fonts.ready);
    const path = join("docs/picture", `portfolio-${colorScheme}.png`);
    await page.screenshot({ path: join(repository, path) });
    console.log(path);
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
