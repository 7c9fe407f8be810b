import { type Command, Option } from "commander";
import type { AuditMapping } from "../contract/audit-mapping.ts";
import { Failure } from "../contract/failure.ts";
import type { DecisionSource, Watch } from "../warehouse/decision-source.ts";
import {
  type AuditOptions,
  columnList,
  dateOption,
  mappingOf,
  oneMore,
  settingsOf,
  share,
  someNumber,
} from "./audit-options.ts";
import { oneLine } from "./one-line.ts";
import { note, print, printJson } from "./output.ts";
import { progressLine } from "./progress-line.ts";
import { readInput } from "./read-input.ts";
import { wholeNumber } from "./whole-number.ts";

const seeds = { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 };
const replicates = { from: 99, to: 100_000, such: 2000 };
const support = { from: 0, to: 1_000_000_000, such: 30 };

export function auditCommand(program: Command): void {
  program
    .command("audit")
    .summary("measure how a file of decisions treats groups, with intervals, tests and verdicts")
    .description(
      "Counts the decisions in a CSV, Parquet, NDJSON or JSON file, or in a Postgres table, and measures what they do to\n" +
        "groups: rates with intervals, disparities with tests adjusted for their number, verdicts against written limits:\n" +
        "within, outside or not-enough-evidence. Columns that are not named are guessed, and what was guessed is shown.\n" +
        "Only counts leave the file. Ends with 0 whatever it finds.",
    )
    .argument("<file>", "a file of decisions, or postgres://user@host/database with --table")
    .option("--table <name>", "table or view in Postgres, as schema.table")
    .option("--map <file>", "YAML file that says which column plays which part")
    .option("--protected <columns>", "protected attributes, parted by commas", columnList)
    .option("--attribute <column>", "one protected attribute more, its name taken as it stands", oneMore)
    .option("--label <column>", "what turned out, or should have been decided")
    .option("--positive-label <value>", "the label that counts as positive (1 and true need not be named)")
    .option("--decision <column>", "what was decided")
    .option("--favourable-decision <value>", "the decision that is favourable (1 and true need not be named)")
    .option("--score <column>", "a score from 0 to 1")
    .option(
      "--threshold <score>",
      "scores from here on are selected, where no column tells",
      someNumber("--threshold", 0.5),
    )
    .option("--weight <column>", "how much a row counts")
    .option("--control <columns>", "columns to hold fixed when groups are compared, parted by commas", columnList)
    .option("--missing <text>", "a text that means a missing value, such as ?; may be repeated", oneMore)
    .option("--delimiter <character>", "what parts the values of a CSV file (guessed)")
    .addOption(new Option("--decimal <mark>", "decimal mark of a CSV file (guessed)").choices([".", ","]))
    .addOption(
      new Option("--comparison <kind>", "what groups are compared with")
        .choices(["between-groups", "to-overall", "to-reference"])
        .default(undefined, "between-groups, to-reference with --reference"),
    )
    .option(
      "--reference <group>",
      "race=White, largest or best-rate; race=White may be repeated for other attributes",
      oneMore,
    )
    .option(
      "--minimum-support <rows>",
      "leave smaller groups out of comparisons (and say so)",
      wholeNumber("--minimum-support", support),
      0,
    )
    .option("--level <share>", "confidence of intervals", share("--level"), 0.95)
    .option("--seed <seed>", "seed of tests and resampling", wholeNumber("--seed", seeds), 1)
    .option("--replicates <count>", "shufflings of a permutation test", wholeNumber("--replicates", replicates), 2000)
    .addOption(
      new Option("--adjustment <method>", "how p-values are adjusted for their number")
        .choices(["holm", "benjamini-hochberg", "benjamini-yekutieli", "hierarchical"])
        .default("holm"),
    )
    .option("--limits <file>", "YAML file of limits that disparities are judged against")
    .option(
      "--data-seen-on <date>",
      "day on which the decisions were first looked at: later limits are marked",
      dateOption("--data-seen-on"),
    )
    .addOption(
      new Option("--profile <law>", "tables as a rule of law asks for them; neither is a finding of law").choices([
        "four-fifths",
        "ll144",
      ]),
    )
    .option(
      "--json",
      "print one JSON document: { rows, overall, groups, disparities, verdicts, calibration, controlled, profile,\n" +
        "sentences, warnings, mapping, … }",
    )
    .action(audit);
}

async function audit(file: string, options: AuditOptions): Promise<void> {
  const [{ readAuditLimits, readAuditMapping }, { auditText }] = await Promise.all([
    import("../portfolio/audit/read-audit-file.ts"),
    import("./audit-text.ts"),
  ]);
  const inFile = options.map === undefined ? {} : readAuditMapping(await readInput(options.map), options.map);
  const limits = options.limits === undefined ? [] : readAuditLimits(await readInput(options.limits), options.limits);
  const progress = progressLine();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop);
  const watch: Watch = {
    signal: stopping.signal,
    onProgress: (share) => progress.show(`${Math.floor(100 * share)} % of the rows counted`),
  };
  const given = { ...inFile, ...mappingOf(options) };
  const source = await openSource(file, options, given);
  try {
    const { auditSource } = await import("../work/audit/audit-source.ts");
    const settings = settingsOf(options);
    const request = { mapping: given, settings, limits, profile: options.profile ?? null };
    const { report } = await auditSource(source, request, watch).finally(() => progress.clear());
    for (const { message } of report.warnings) note(`plimsoll: warning: ${oneLine(message)}`);
    if (options.json) printJson(report);
    else print(auditText(report));
  } finally {
    process.off("SIGINT", stop);
    await source.close();
  }
}

async function openSource(
  file: string,
  { table }: AuditOptions,
  { delimiter, decimal }: AuditMapping,
): Promise<DecisionSource> {
  if (/^postgres(ql)?:\/\//.test(file)) {
    if (table === undefined)
      throw new Failure("invalid-input", "a database without a table", "name it by --table schema.table");
    const { openPostgresTable } = await import("../warehouse/postgres-source.ts");
    return openPostgresTable(file, table);
  }
  if (file === "-")
    throw new Failure("invalid-input", "standard input is not audited", "write the decisions to a file first");
  const { openFile } = await import("../warehouse/file-source.ts");
  return openFile(file, { ...(delimiter !== undefined && { delimiter }), ...(decimal !== undefined && { decimal }) });
}
