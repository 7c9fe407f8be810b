/** Keys and indexes from the top of the document to a place in it. */
export type Path = readonly (string | number)[];

/** What of a place is meant: its key, its value, or the alias through which the value is reached. */
export type Aspect = "key" | "value" | "use";

/** A mistake or warning by its place in the document, before line and column are looked up. */
export interface Finding {
  readonly path: Path;
  readonly at?: Aspect;
  readonly what: string;
  readonly remedy: string;
  /** Place in the text, where the path leads to another one. */
  readonly offset?: number;
  /** Where a mistyped key would stand under its right name. */
  readonly meantPath?: Path;
}

/** JSON pointer (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A value of the input as it is shown in a message: one line, not too long. */
export function shown(value: unknown): string {
  if (typeof value === "string") {
    const characters = [...value];
    return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 57).join("")}…` : value);
  }
  if (value === null || typeof value !== "object") return String(value);
  return Array.isArray(value) ? "a list" : "a map";
}

/** Names what a path ends in: its last key, or the entry of a list. */
export function noun(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "file";
  if (typeof last === "string") return last;
  const list = path.at(-2);
  return typeof list === "string" ? `entry ${last + 1} of ${list}` : `entry ${last + 1}`;
}
