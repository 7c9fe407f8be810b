import type { Plan, PlannedChange } from "../contract/plan.ts";

const mostLines = 200;
const longestValue = 60;

/** A plan for people: one line a record, one a field that changes, and what it comes to. */
export function planText(plan: Plan): string {
  const lines = plan.changes.flatMap(linesOf);
  const shown = lines.slice(0, mostLines);
  if (lines.length > shown.length) shown.push(`  … and ${lines.length - shown.length} more lines; --json lists all`);
  return [...shown, planSummary(plan)].join("\n");
}

/** `2 to create, 1 to change; 40 unchanged`. */
function planSummary({ changes, unchanged }: Plan): string {
  const counts = (Object.keys(words) as PlannedChange["action"][]).flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${words[action]}`];
  });
  const what = counts.length === 0 ? "nothing to change" : counts.join(", ");
  return `${what}; ${unchanged} unchanged`;
}

const words = {
  create: "to create",
  change: "to change",
  rename: "to rename",
  restore: "to restore",
  retire: "to retire",
  missing: "not in the file, left as they are",
} as const satisfies Record<PlannedChange["action"], string>;

const signs = {
  create: "+",
  change: "~",
  rename: ">",
  restore: "^",
  retire: "-",
  missing: "?",
} as const satisfies Record<PlannedChange["action"], string>;

function linesOf({ kind, id, action, formerly, fields }: PlannedChange): string[] {
  const name = kind === "settings" ? "settings" : `${kind} ${id}`;
  const notes = {
    create: "",
    change: "",
    rename: `, formerly ${formerly}`,
    restore: ", retired until now",
    retire: ", not in the file: retired and kept",
    missing: ", not in the file: left as it is",
  };
  return [
    `${signs[action]} ${name}${notes[action]}`,
    ...(action === "missing" ? [] : fields)
      .filter(({ path }) => path !== "/id")
      .map(
        ({ path, before, after }) => `    ${path.slice(1).replaceAll("/", ".")}: ${shown(before)} → ${shown(after)}`,
      ),
  ];
}

function shown(value: unknown): string {
  if (value === null) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const characters = [...text.replaceAll(/\s+/g, " ")];
  return characters.length > longestValue ? `${characters.slice(0, longestValue - 1).join("")}…` : characters.join("");
}
