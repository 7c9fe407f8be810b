import type { SourceTree, Violation } from "./source-tree.ts";

/**
 * No file leads back to itself, by imports of types either: a cycle of types is as hard to read alone as one of values.
 * Reports each strongly connected set of files once (Tarjan), by its first file.
 */
export function importCycles(tree: SourceTree): Violation[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path) ?? 0);
    stack.push(path);
    for (const { target } of tree.files.get(path)?.imports ?? []) {
      if (target === null || !tree.files.has(target)) continue;
      if (target === path) cycles.push([path]);
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const members = stack.splice(stack.indexOf(path));
    if (members.length > 1) cycles.push(members.sort());
  };
  for (const path of tree.files.keys()) if (!index.has(path)) visit(path);
  return cycles.map(
    (files) => `${files[0]}:1: import cycle of ${files.join(", ")}; move what they need into a file of its own`,
  );
}
