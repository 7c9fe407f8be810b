import { readFileSync } from "node:fs";

/** Version of this program, as its package says. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  return version;
}
