import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Violation } from "./source-tree.ts";

interface LockFile {
  readonly packages: Readonly<Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>>;
}

/** `npm ci` works on every platform and from every registry: all optional binaries are listed, and no address is. */
export function lockFile(root: string): Violation[] {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as LockFile;
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, resolved }]) => [
    ...Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `package-lock.json:1: ${path} lacks ${name}; take a version whose binaries all exist`),
    ...(resolved
      ? [`package-lock.json:1: ${path} has an address; npm install with omit-lockfile-registry-resolved`]
      : []),
  ]);
}
