import type { CsvRecords } from "./csv-records.ts";

/** A payload that was read, whoever wrote it. */
export type Content =
  | { readonly kind: "json"; readonly value: unknown }
  /** One JSON value a line, blank lines left out. */
  | { readonly kind: "lines"; readonly lines: readonly JsonLine[] }
  | { readonly kind: "table"; readonly table: CsvRecords };

/** A line as a value, or what is wrong with it. */
export type JsonLine = { readonly value: unknown } | { readonly mistake: string };
