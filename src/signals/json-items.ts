import type { Content } from "./content.ts";
import { isItem, list } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { tableRows } from "./table-rows.ts";

/** The items of a payload of records: a list, an object with a list under `member`, one object, lines, or rows. */
export function jsonItems(content: Content, member: string): readonly unknown[] {
  switch (content.kind) {
    case "lines":
      return content.lines.map((line, at) =>
        "mistake" in line ? new NoSignal(`lines[${at}]`, line.mistake) : line.value,
      );
    case "table":
      return tableRows(content.table).rows;
    case "json": {
      const { value } = content;
      if (Array.isArray(value)) return value;
      return isItem(value) && Object.hasOwn(value, member) && Array.isArray(value[member])
        ? list(value, member)
        : [value];
    }
  }
}
