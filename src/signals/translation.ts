import type { RefusedItem, Signal, SignalFormat } from "../contract/signal.ts";

/** A payload as it came in. */
export interface ReceivedPayload {
  readonly bytes: Uint8Array;
  /** Media type without parameters, in lower case; null where none was given. */
  readonly contentType: string | null;
  /** Names in lower case; none for a file. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the file, or the path it was sent to: `/v1/signals/evidently`. */
  readonly name: string;
  /**
   * What is said beside a payload that does not say it itself, in the address after `?` or as options of the command:
   * `at` (when it held), `run` (which makes it another one than an equal payload before), `source`, and labels.
   */
  readonly stated: Readonly<Record<string, string>>;
  readonly receivedAt: string;
}

/** What a translator makes of a payload: each item is a signal or refused, none is lost in silence. */
export interface Translation {
  readonly signals: readonly { readonly position: number; readonly signal: Signal }[];
  readonly refused: readonly RefusedItem[];
}

/** What may be stored of a payload. Translated again, with the same `receivedAt`, it gives the same signals. */
export interface KeptPayload {
  /** Without personal data; null where it could not be read, and so nobody knows what is in it. */
  readonly text: string | null;
  readonly contentType: string | null;
  /** Those that a translation needs. */
  readonly headers: Readonly<Record<string, string>>;
  readonly name: string;
  readonly stated: Readonly<Record<string, string>>;
  /** SHA-256 of the bytes as received, in hexadecimal. */
  readonly hash: string;
  readonly byteCount: number;
  /** The rule that took personal data out. */
  readonly rule: { readonly name: string; readonly version: string };
  /** What it took out and where; of equal places only the first hundred, and how many there were. */
  readonly removed: readonly RemovedData[];
  readonly removedCount: number;
}

export interface RemovedData {
  /** `alerts[0].annotations.summary`; a row's column as `rows[3].email`. */
  readonly path: string;
  /** "prompt or completion", "email address", … */
  readonly kind: string;
}

/** What `translate` makes of a payload. */
export interface TranslatedPayload extends Translation {
  /** Null where it was not recognised. */
  readonly format: SignalFormat | null;
  readonly kept: KeptPayload;
}

export interface TranslateOptions {
  /** Whose writing it is said to be; recognised by path, headers or shape where it is not. */
  readonly format?: SignalFormat | undefined;
  /** With secrets, MLflow's webhooks count only if one of them signed them, not more than five minutes ago. */
  readonly mlflowSecrets?: readonly string[];
}
