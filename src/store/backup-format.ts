/** First line of a backup. The rows follow, one `{ table, row }` a line, and a last line `{ sha256 }` over all before it. */
export interface BackupHeader {
  readonly format: "plimsoll-backup";
  readonly formatVersion: 1;
  readonly schemaVersion: number;
  readonly createdAt: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface BackupRow {
  readonly table: string;
  readonly row: unknown;
}

export interface BackupTrailer {
  readonly sha256: string;
}
