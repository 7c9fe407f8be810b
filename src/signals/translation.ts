import type { RefusedItem, Signal } from "../contract/signal.ts";

/** A payload as it came in. */
export interface ReceivedPayload {
  readonly bytes: Uint8Array;
  /** Media type without parameters, in lower case; null where none was given. */
  readonly contentType: string | null;
  /** Names in lower case; none for a file. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the file, or the address it was sent to. */
  readonly name: string;
  readonly receivedAt: string;
}

/** What a translator makes of a payload: each item is a signal or refused, none is lost in silence. */
export interface Translation {
  readonly signals: readonly { readonly position: number; readonly signal: Signal }[];
  readonly refused: readonly RefusedItem[];
}
