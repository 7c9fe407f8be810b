import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repository } from "../harness/repository.ts";

/** A small house without fault, to plant one in. */
const sound: Readonly<Record<string, string>> = {
  "src/engine/stats/mean.ts": `/**
 * The arithmetic mean.
 *
 * @example
 * const losses = [1, 2];
 * mean(losses) // => 1.5
 * mean([]) // throws no values
 */
export function mean(values: readonly number[]): number {
  // Date.now() and "Math.random()" may be talked about.
  if (values.length === 0) throw new RangeError("no values; performance is \`process\` fetch");
  const { length: n, ...rest } = values as { length: number; Date?: Date };
  return Math.abs(values.reduce((sum, value) => sum + value, 0)) / Math.max(n, Object.keys(rest).length);
}
`,
  "src/engine/stats/mean.test.ts": `import { readFileSync } from "node:fs";\nimport { mean } from "./mean.ts";\nconsole.log(mean([Date.now()]), readFileSync);\n`,
  "src/engine/stats/quantity.ts": "export interface Quantity { readonly Date: string }\n",
  "src/contract/estimate.ts": `import type { Quantity } from "../engine/stats/quantity.ts";\nexport type Estimate = Quantity;\n`,
  "src/contract/loss.ts": "export type Loss = number;\n",
  "src/store/database.ts": "export const all = `select * from risk`;\n",
  "src/store/migrations/0001-risk.sql": "create table risk (id text);\n",
  "src/register/risk/queries.ts": `import { all } from "../../store/database.ts";\nexport const one = \`\${all} where id = $1\`;\nexport const ids = "select id from risk";\n`,
  "src/register/risk/create-risk.ts": `import { one } from "./queries.ts";\nexport const createRisk = () => [one, "select one from the list, or update it"];\n`,
  "src/work/jobs.ts": `export const worker = new URL("./worker.ts", import.meta.url);\n`,
  "src/work/worker.ts": "export const worker = 1;\n",
  "src/http/routes.ts": `import { createRisk } from "../register/risk/create-risk.ts";\nexport const routes = createRisk;\n`,
  "src/http/server.ts": `import { routes } from "./routes.ts";\nexport const server = routes;\n`,
  "src/main.ts": `import { server } from "./http/server.ts";\nexport const main = server;\n`,
  "src/cli/serve.ts": `export const serve = async () => (await import("../main.ts")).main;\n`,
  "src/cli/validate.ts": "export const validate = 1;\n",
  "web/vite.config.ts": "export default {};\n",
  "web/page.tsx": `import { mean } from "../src/engine/stats/mean.ts";\nexport const Page = () => <p>{mean([1])}</p>;\n`,
  "test/journey/serve.test.ts": `import { serve } from "../../src/cli/serve.ts";\nserve();\n`,
  "README.md": "Run `src/main.ts`; see [words](docs/glossary.md#the-line).\n",
  "package-lock.json": `{ "packages": { "": {}, "node_modules/a": { "optionalDependencies": { "@a/linux": "1" } }, "node_modules/@a/linux": {} } }\n`,
};

/** Calls `check` on the sound house with `planted` written over it, in a temporary folder. */
export async function withPlanted<T>(
  planted: Readonly<Record<string, string>>,
  check: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "plimsoll-planted-"));
  try {
    for (const [path, text] of Object.entries({ ...sound, ...planted })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    cpSync(join(repository, "docs/glossary.md"), join(root, "docs/glossary.md"));
    return await check(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
