import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../harness/repository.ts";
import { withPlanted } from "./planted-tree.ts";

/** What knip, as `npm run lint` runs it, says of a small house. */
const knip = (planted: Record<string, string>) =>
  withPlanted(planted, (root) => {
    cpSync(join(repository, "knip.json"), join(root, "knip.json"));
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
    const manifest = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
    writeFileSync(
      join(root, "package.json"),
      JSON.stringify({ ...manifest, bin: undefined, scripts: {}, devDependencies: {} }),
    );
    const program = join(repository, "node_modules/knip/bin/knip.js");
    return spawnSync(process.execPath, [program, "--no-progress", "--no-config-hints"], { cwd: root, encoding: "utf8" })
      .stdout;
  });

it("knip names an unused file, an unused export and an unused package", async () => {
  const found = await knip({
    "src/cli/main.ts": `import { used } from "./validate.ts";\nimport "pg";\nused();\n`,
    "src/cli/validate.ts": "export const used = () => 1;\nexport const leftOver = 2;\n",
    "src/cli/forgotten.ts": "export const forgotten = 1;\n",
  });
  expect(found).toMatch(/Unused files[\s\S]*src\/cli\/forgotten\.ts/);
  expect(found).toMatch(/Unused exports[\s\S]*leftOver .*src\/cli\/validate\.ts/);
  expect(found).toMatch(/Unused dependencies[\s\S]*kysely/);
  expect(found).not.toMatch(/\bused\b.*validate|^pg /m);
});
