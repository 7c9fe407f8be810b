/** Who holds a data folder. */
export interface LockHolder {
  readonly pid: number;
  readonly startedAt: string;
  /** Where the holder answers requests; null when it is no server, or not yet. */
  readonly address: string | null;
}

/** A store that cannot be opened or restored as it is: what is wrong and what to do. */
export class StoreRefusal extends Error {
  readonly code: "in-use" | "newer-schema" | "invalid-input" | "already-exists" | "not-found";
  readonly remedy: string;
  readonly holder: LockHolder | null;

  constructor(code: StoreRefusal["code"], what: string, remedy: string, holder: LockHolder | null = null) {
    super(what);
    this.name = "StoreRefusal";
    this.code = code;
    this.remedy = remedy;
    this.holder = holder;
  }
}
