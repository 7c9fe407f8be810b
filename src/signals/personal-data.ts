import type { Content } from "./content.ts";
import { csvRecords, csvText } from "./csv-records.ts";
import { isItem } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { personalName, quotesPersonalName } from "./personal-names.ts";
import { withoutPatterns } from "./personal-patterns.ts";
import { readJson } from "./read-json.ts";
import type { RemovedData } from "./translation.ts";

/** The rule by which personal data is taken out; its version changes with whatever it takes out or leaves. */
export const personalDataRule = { name: "personal-data", version: "1" } as const;

const mostTold = 100;

/** A content without personal data. Cleaned again, it stays as it is; what held none is the same object. */
export interface CleanedContent {
  readonly content: Content;
  readonly removed: readonly RemovedData[];
  readonly removedCount: number;
}

/**
 * Takes prompts, completions and personal fields out by the name of their member or column, and email addresses, phone,
 * card, account and social security numbers out of every text, wherever they stand: in names of members, in attributes of
 * telemetry (`{ key, value }`), in JSON within text and in what is written in base 64.
 */
export function withoutPersonalData(content: Content): CleanedContent {
  const cleaner = new Cleaner();
  return { content: cleaner.content(content), removed: cleaner.removed, removedCount: cleaner.count };
}

/** The same for what stands beside a payload, by name. */
export function withoutPersonalFields(fields: Readonly<Record<string, string>>, what: string) {
  const cleaner = new Cleaner();
  const cleaned = cleaner.value(fields, [what]) as Readonly<Record<string, string>>;
  return { fields: cleaned, removed: cleaner.removed, removedCount: cleaner.count };
}

type Path = readonly (string | number)[];

class Cleaner {
  readonly removed: RemovedData[] = [];
  count = 0;

  content(content: Content): Content {
    switch (content.kind) {
      case "json": {
        const value = this.value(content.value, []);
        return value === content.value ? content : { ...content, value };
      }
      case "lines": {
        const lines = same(content.lines, (line, at) => {
          if ("mistake" in line) return line;
          const value = this.value(line.value, [at]);
          return value === line.value ? line : { value };
        });
        return lines === content.lines ? content : { ...content, lines };
      }
      case "table": {
        const records = this.records(content.table.records, ["rows"]);
        return records === content.table.records ? content : { ...content, table: { ...content.table, records } };
      }
    }
  }

  value(value: unknown, path: Path): unknown {
    if (typeof value === "string") return this.text(value, path);
    if (Array.isArray(value)) return same(value, (each, at) => this.value(each, [...path, at]));
    return isItem(value) ? this.members(value, path) : value;
  }

  private members(item: Readonly<Record<string, unknown>>, path: Path): unknown {
    const attribute = typeof item.key === "string" && Object.hasOwn(item, "value") ? personalName(item.key) : null;
    let isChanged = false;
    const entries = Object.entries(item).map(([name, value]): [string, unknown] => {
      const cleanName = this.text(name, [...path, name]);
      const kind = personalName(name) ?? (name === "value" ? attribute : null);
      const cleaned = kind === null ? this.member(item, name, value, path) : this.whole(value, kind, [...path, name]);
      isChanged ||= cleanName !== name || cleaned !== value;
      return [cleanName, cleaned];
    });
    return isChanged ? Object.fromEntries(apart(entries)) : item;
  }

  private member(item: Readonly<Record<string, unknown>>, name: string, value: unknown, path: Path): unknown {
    const here = [...path, name];
    if (typeof value !== "string") return this.value(value, here);
    const isTable = typeof item.datacontenttype === "string" && /csv/i.test(item.datacontenttype);
    if (name === "data" && isTable) return this.tableText(value, here);
    if (name !== "data_base64" && name !== "bytesValue") return this.text(value, here);
    const text = decoded(value);
    if (text === null) return this.told(`[removed: unreadable data]`, value, "unreadable data", here);
    const cleaned = isTable ? this.tableText(text, here) : this.text(text, here);
    return cleaned === text ? value : Buffer.from(cleaned).toString("base64");
  }

  /** A value that goes as a whole. Numbers under the name of a prompt are counts of it, and stay. */
  private whole(value: unknown, kind: "prompt or completion" | "personal field", path: Path): unknown {
    const mark = `[removed: ${kind}]`;
    const isEmpty = value === null || value === "" || typeof value === "boolean";
    if (isEmpty || (typeof value === "number" && kind === "prompt or completion")) return value;
    // An attribute of telemetry keeps its shape.
    const [only] = isItem(value) && Object.keys(value).length === 1 ? Object.entries(value) : [];
    if (only?.[0] === "stringValue" && only[1] === mark) return value;
    if (path.at(-1) === "value" && only?.[0].endsWith("Value"))
      return this.told({ stringValue: mark }, value, kind, path);
    return this.told(mark, value, kind, path);
  }

  private text(text: string, path: Path): string {
    if (/^\s*[{[]/.test(text)) {
      try {
        const { value } = readJson(text);
        const cleaned = this.value(value, path);
        return cleaned === value ? text : JSON.stringify(cleaned);
      } catch (error) {
        if (!(error instanceof NoSignal)) throw error;
        if (quotesPersonalName(text))
          return this.told("[removed: prompt or completion]", text, "prompt or completion", path);
      }
    }
    return withoutPatterns(text, (kind) => this.tell(kind, path));
  }

  private tableText(text: string, path: Path): string {
    const { records, delimiter, end } = csvRecords(text);
    const cleaned = this.records(records, path);
    return cleaned === records && end === "whole" ? text : csvText(cleaned, delimiter);
  }

  private records(records: readonly (readonly string[])[], path: Path): readonly (readonly string[])[] {
    const [header = []] = records;
    const kinds = header.map(personalName);
    return same(records, (record, row) =>
      same(record, (cell, column) => {
        const kind = row > 0 ? kinds[column] : null;
        const here = row === 0 ? [...path, "header", column] : [...path, row - 1, header[column] ?? column];
        return kind ? (this.whole(cell, kind, here) as string) : this.text(cell, here);
      }),
    );
  }

  private told<T>(mark: T, before: unknown, kind: string, path: Path): T {
    if (before !== mark) this.tell(kind, path);
    return mark;
  }

  private tell(kind: string, path: Path): void {
    this.count++;
    if (this.removed.length < mostTold) this.removed.push({ path: written(path), kind });
  }
}

/** The same list where nothing in it changed. */
function same<T>(items: readonly T[], change: (item: T, at: number) => T): readonly T[] {
  let changed: T[] | null = null;
  items.forEach((item, at) => {
    const next = change(item, at);
    if (next !== item) changed ??= items.slice();
    if (changed) changed[at] = next;
  });
  return changed ?? items;
}

/** Names that became equal are numbered, so that no member is lost. */
function apart(entries: readonly [string, unknown][]): [string, unknown][] {
  const names = new Set<string>();
  return entries.map(([name, value]) => {
    let free = name;
    for (let count = 2; names.has(free); count++) free = `${name} ${count}`;
    names.add(free);
    return [free, value];
  });
}

function decoded(base64: string): string | null {
  if (!/^[A-Za-z\d+/_-]*={0,2}$/.test(base64)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"));
  } catch {
    return null;
  }
}

function written(path: Path): string {
  // Names may be anything, and as long as the payload.
  const named = (name: string) => withoutPatterns(name.slice(0, 200), () => {}).slice(0, 60);
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${named(step)}`));
  return steps.join("").replace(/^\./, "").slice(0, 300);
}
