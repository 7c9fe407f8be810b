import type { FactorMove, FactorPlace } from "./factor-tree.ts";

type FactorAct =
  | { readonly kind: "move"; readonly move: FactorMove }
  | { readonly kind: "add" | "remove" | "open" | "close" };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const moves: Readonly<Record<string, FactorMove>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/**
 * What a key asks of the tree beside what it asks of any sheet: Alt with an arrow moves a factor, Ctrl with Enter adds
 * one, Ctrl with Delete removes it; on its name, right opens a factor and left closes it.
 */
export function factorAct(
  column: number,
  { key, ctrlKey, metaKey, altKey }: Key,
  state: FactorPlace["state"],
): FactorAct | null {
  const isControl = ctrlKey || metaKey;
  if (altKey) return moves[key] === undefined ? null : { kind: "move", move: moves[key] };
  if (key === "Insert" || (isControl && key === "Enter")) return { kind: "add" };
  if (isControl) return key === "Delete" || key === "Backspace" ? { kind: "remove" } : null;
  if (column !== 0) return null;
  if (key === "ArrowRight" && state === "closed") return { kind: "open" };
  return key === "ArrowLeft" && state === "open" ? { kind: "close" } : null;
}
