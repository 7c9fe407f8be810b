import type { RefusedItem, Signal } from "../contract/signal.ts";
import { NoSignal } from "./no-signal.ts";
import type { Translation } from "./translation.ts";

/** Few bytes may ask for many signals: beyond these a payload is not looked at, and says so. */
const mostSignals = 100_000;
const mostRefused = 10_000;

/** Translates item after item: one that is none does not stop the others. */
export function eachItem<T>(
  items: readonly T[],
  signalsOf: (item: T, position: number) => Signal | readonly Signal[],
): Translation {
  return eachPart(items, (item, position) => {
    const made = signalsOf(item, position);
    const signals = isMany(made) ? made : [made];
    return { signals: signals.map((signal) => ({ position, signal })), refused: [] };
  });
}

/** The same for items that may hold good and bad ones. */
export function eachPart<T>(
  items: readonly T[],
  translateOne: (item: T, position: number) => Translation,
): Translation {
  const signals: Translation["signals"][number][] = [];
  const refused: RefusedItem[] = [];
  for (const [position, item] of items.entries()) {
    if (signals.length > mostSignals || refused.length > mostRefused) {
      const what = signals.length > mostSignals ? `${mostSignals} signals` : `${mostRefused} refused items`;
      const message = `payload holds more than ${what}: this item and those after it are left; send them in others`;
      refused.push({ position, path: "", message });
      break;
    }
    try {
      const made = translateOne(item, position);
      for (const each of made.signals) signals.push(each);
      for (const each of made.refused) refused.push(each);
    } catch (error) {
      refused.push({ position, ...refusalOf(error) });
    }
  }
  return { signals, refused };
}

/** A payload that is nothing as a whole. */
export function nothingBut(error: unknown): Translation {
  return { signals: [], refused: [{ position: 0, ...refusalOf(error) }] };
}

function refusalOf(error: unknown): { path: string; message: string } {
  if (error instanceof NoSignal) return { path: error.path, message: error.message };
  // No bytes of a stranger may stop the server, nor the items beside it.
  return { path: "", message: "item was not understood by a fault of Plimsoll; report it with what was sent" };
}

function isMany(made: Signal | readonly Signal[]): made is readonly Signal[] {
  return Array.isArray(made);
}
