import type { Content } from "./content.ts";
import { csvRecords, csvText } from "./csv-records.ts";
import { type Item, isItem } from "./item.ts";
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
  const cleaner = new Cleaner([what]);
  const cleaned = cleaner.value(fields) as Readonly<Record<string, string>>;
  return { fields: cleaned, removed: cleaner.removed, removedCount: cleaner.count };
}

type Step = string | number;

class Cleaner {
  readonly removed: RemovedData[] = [];
  count = 0;
  /** Where it is at. */
  private readonly path: Step[];

  constructor(path: Step[] = []) {
    this.path = path;
  }

  content(content: Content): Content {
    switch (content.kind) {
      case "json": {
        const value = this.value(content.value);
        return value === content.value ? content : { ...content, value };
      }
      case "lines": {
        const lines = this.each(content.lines, (line) => {
          if ("mistake" in line) return line;
          const value = this.value(line.value);
          return value === line.value ? line : { value };
        });
        return lines === content.lines ? content : { ...content, lines };
      }
      case "table": {
        const records = this.below("rows", () => this.records(content.table.records));
        return records === content.table.records ? content : { ...content, table: { ...content.table, records } };
      }
    }
  }

  value(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return this.each(value, (each) => this.value(each));
    return isItem(value) ? this.members(value) : value;
  }

  private members(item: Item): unknown {
    const attribute = typeof item.key === "string" && Object.hasOwn(item, "value") ? personalName(item.key) : null;
    let changed: Map<string, unknown> | null = null;
    const equalNames = new Map<string, number>();
    const names = Object.keys(item);
    for (const [position, name] of names.entries()) {
      const value = item[name];
      this.path.push(name);
      const kind = personalName(name) ?? (name === "value" ? attribute : null);
      const cleaned = kind === null ? this.member(item, name, value) : this.whole(value, kind);
      const cleanName = this.text(name);
      this.path.pop();
      if (changed === null && cleaned === value && cleanName === name) continue;
      changed ??= new Map(names.slice(0, position).map((each) => [each, item[each]]));
      changed.set(freeName(cleanName, changed, equalNames), cleaned);
    }
    return changed === null ? item : Object.fromEntries(changed);
  }

  private member(item: Item, name: string, value: unknown): unknown {
    if (typeof value !== "string") return this.value(value);
    const isTable = typeof item.datacontenttype === "string" && /csv/i.test(item.datacontenttype);
    if (name === "data" && isTable) return this.tableText(value);
    if (name !== "data_base64" && name !== "bytesValue") return this.text(value);
    const text = decoded(value);
    if (text === null) return this.told("[removed: unreadable data]", value, "unreadable data");
    const cleaned = isTable ? this.tableText(text) : this.text(text);
    return cleaned === text ? value : Buffer.from(cleaned).toString("base64");
  }

  /** A value that goes as a whole. Numbers under the name of a prompt are counts of it, and stay. */
  private whole(value: unknown, kind: "prompt or completion" | "personal field"): unknown {
    const mark = `[removed: ${kind}]`;
    const isEmpty = value === null || value === "" || typeof value === "boolean";
    const isCount = typeof value === "number" || (typeof value === "string" && /^-?[\d.]{1,9}$/.test(value));
    if (isEmpty || (isCount && kind === "prompt or completion")) return value;
    // An attribute of telemetry keeps its shape.
    const [only] = isItem(value) && Object.keys(value).length === 1 ? Object.entries(value) : [];
    if (only?.[0] === "stringValue" && only[1] === mark) return value;
    const isAttribute = this.path.at(-1) === "value" && only?.[0].endsWith("Value");
    return this.told(isAttribute ? { stringValue: mark } : mark, value, kind);
  }

  private text(text: string): string {
    if (/^\s*[{[]/.test(text)) {
      try {
        const { value } = readJson(text);
        const cleaned = this.value(value);
        return cleaned === value ? text : JSON.stringify(cleaned);
      } catch (error) {
        if (!(error instanceof NoSignal)) throw error;
        if (quotesPersonalName(text)) return this.told("[removed: prompt or completion]", text, "prompt or completion");
      }
    }
    return withoutPatterns(text, (kind) => this.tell(kind));
  }

  private tableText(text: string): string {
    try {
      const { records, delimiter, end } = csvRecords(text);
      const cleaned = this.records(records);
      return cleaned === records && end === "whole" ? text : csvText(cleaned, delimiter);
    } catch (error) {
      if (!(error instanceof NoSignal)) throw error;
      return this.told("[removed: unreadable data]", text, "unreadable data");
    }
  }

  private records(records: readonly (readonly string[])[]): readonly (readonly string[])[] {
    const [header = [], ...rows] = records;
    const kinds = header.map(personalName);
    const cleanHeader = this.below("header", () => this.each(header, (name) => this.text(name)));
    const cleanRows = this.each(rows, (row) =>
      this.each(
        row,
        (cell, column) => {
          const kind = kinds[column];
          return kind ? (this.whole(cell, kind) as string) : this.text(cell);
        },
        header,
      ),
    );
    return cleanHeader === header && cleanRows === rows ? records : [cleanHeader, ...cleanRows];
  }

  /** The same list where nothing in it changed. Its places are told by their number, or by name. */
  private each<T>(
    items: readonly T[],
    change: (item: T, at: number) => T,
    names: readonly string[] = [],
  ): readonly T[] {
    let changed: T[] | null = null;
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as T;
      this.path.push(names[at] ?? at);
      const next = change(item, at);
      this.path.pop();
      if (next === item) continue;
      changed ??= items.slice();
      changed[at] = next;
    }
    return changed ?? items;
  }

  private below<T>(step: Step, look: () => T): T {
    this.path.push(step);
    const found = look();
    this.path.pop();
    return found;
  }

  private told<T>(mark: T, before: unknown, kind: string): T {
    if (before !== mark) this.tell(kind);
    return mark;
  }

  private tell(kind: string): void {
    this.count++;
    if (this.removed.length < mostTold) this.removed.push({ path: written(this.path), kind });
  }
}

/** Names that became equal are numbered, so that no member is lost; `counts` holds how far each has come. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>, counts: Map<string, number>): string {
  let free = name;
  let count = counts.get(name) ?? 1;
  while (taken.has(free)) free = `${name} ${++count}`;
  counts.set(name, count);
  return free;
}

function decoded(base64: string): string | null {
  if (!/^[A-Za-z\d+/_-]*={0,2}$/.test(base64)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"));
  } catch {
    return null;
  }
}

function written(path: readonly Step[]): string {
  // Names may be anything, and as long as the payload.
  const named = (name: string) => withoutPatterns(name.slice(0, 200), () => {}).slice(0, 60);
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${named(step)}`));
  return steps.join("").replace(/^\./, "").slice(0, 300);
}
