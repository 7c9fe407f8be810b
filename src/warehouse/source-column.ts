/** What a column holds; "other" is read as text. */
export type ColumnKind = "text" | "integer" | "number" | "boolean" | "time" | "other";

export interface SourceColumn {
  /** As the source has it. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** The column in SQL. */
  readonly sql: string;
}
