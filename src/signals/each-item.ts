import type { Signal } from "../contract/signal.ts";
import { NoSignal } from "./no-signal.ts";
import type { Translation } from "./translation.ts";

/** Translates item after item: one that is none does not stop the others. */
export function eachItem<T>(
  items: readonly T[],
  signalsOf: (item: T, position: number) => Signal | readonly Signal[],
): Translation {
  const signals: { position: number; signal: Signal }[] = [];
  const refused: { position: number; path: string; message: string }[] = [];
  items.forEach((item, position) => {
    try {
      const made = signalsOf(item, position);
      if (isMany(made)) for (const signal of made) signals.push({ position, signal });
      else signals.push({ position, signal: made });
    } catch (error) {
      refused.push({ position, ...refusalOf(error) });
    }
  });
  return { signals, refused };
}

/** A payload that is nothing as a whole. */
export function nothingBut(error: unknown): Translation {
  return { signals: [], refused: [{ position: 0, ...refusalOf(error) }] };
}

function refusalOf(error: unknown): { path: string; message: string } {
  if (error instanceof NoSignal) return { path: error.path, message: error.message };
  throw error;
}

function isMany(made: Signal | readonly Signal[]): made is readonly Signal[] {
  return Array.isArray(made);
}
