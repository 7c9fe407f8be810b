import type { AboutReport } from "../document/about-report.ts";
import type { Section, Term } from "../document/block.ts";
import { levelText } from "../document/figure-words.ts";
import type { SharedAudit } from "../shared-audit.ts";

/** What made the figures, and how anybody who has the decisions makes them again. */
export function recompute(report: SharedAudit, { preparedBy }: AboutReport): Section {
  const { source, countsHash, mapping, settings, method, program, suppressed } = report;
  const { reference } = settings;
  const terms: readonly (Term | null)[] = [
    {
      term: "Data, SHA-256",
      text: source.hash ?? "none: a table of a database has no bytes to hash",
      ...(source.hash && { form: "code" }),
    },
    {
      term: "Counts, SHA-256",
      text: countsHash ?? "hidden: few counts could be found by trying until they give the hash",
      ...(countsHash && { form: "code" }),
    },
    { term: "Method", text: `${method.name} ${method.version}` },
    { term: "Program", text: `${program.name} ${program.version}` },
    { term: "Seed", text: `${settings.seed}` },
    { term: "Shufflings of a test", text: `${settings.replicates}` },
    { term: "Level", text: levelText(settings.level) },
    { term: "Comparison", text: settings.comparison.replaceAll("-", " ") },
    {
      term: "Reference",
      text: typeof reference === "string" ? reference.replaceAll("-", " ") : JSON.stringify(reference),
    },
    { term: "Adjustment", text: settings.adjustment },
    { term: "Minimum support", text: `${settings.minimumSupport}` },
    { term: "Mapping", text: JSON.stringify(mapping), form: "code" },
    suppressed
      ? { term: "Hidden", text: `counts from 1 to ${suppressed.below - 1}, and what would give them away` }
      : null,
    preparedBy ? { term: "Prepared by", text: preparedBy } : null,
  ];
  return {
    id: "recompute",
    title: "How to make these figures again",
    measure: "The same decisions, settings and seed give the same figures, to the last bit",
    blocks: [
      { kind: "terms", terms: terms.filter((term) => term !== null) },
      { kind: "command", text: `plimsoll audit --verify report.json ${shellWord(source.name)}` },
      {
        kind: "text",
        text: `It reads the report as JSON, counts the decisions again, and names every figure that differs. ${
          suppressed
            ? "This copy is checked against the report it was made from, which whoever made it keeps."
            : "Nothing but counts leaves the file."
        }`,
      },
    ],
  };
}

/** A word of a command, quoted where a shell would part it. */
function shellWord(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
