import { type Command, Option } from "commander";
import { numberBetween } from "../number-between.ts";
import { wholeNumber } from "../whole-number.ts";
import { type AuditOptions, dateOption, nameList, oneMore, scoreOption } from "./audit-options.ts";
import { reportFormats } from "./report-formats.ts";

const seeds = { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 };
const replicates = { from: 99, to: 100_000, such: 2000 };
const fewest = { from: 0, to: 1_000_000, such: 10 };
const support = { from: 0, to: 1_000_000_000, such: 30 };

const examples = `
Examples:
  $ plimsoll audit applicants.csv                              what can be guessed is, and is shown
  $ plimsoll audit loans.parquet --protected race,sex --label repaid --decision approved --json
  $ plimsoll audit loans.csv --map mapping.yaml --limits limits.yaml --explain demographicParityDifference
  $ plimsoll audit --verify audit.json applicants.csv          the same audit anew: 0 if it is the same to the bit, 1 if not`;

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
    .option("--protected <columns>", "protected attributes, parted by commas", nameList("--protected"))
    .option("--attribute <column>", "one protected attribute more, its name taken as it stands", oneMore)
    .addOption(
      new Option(
        "--task <kind>",
        "multiclass: each class against the rest as well; regression: labels are numbers",
      ).choices(["classification", "multiclass", "regression"]),
    )
    .option("--label <column>", "what turned out, or should have been decided")
    .option("--positive-label <value>", "the label that counts as positive (1 and true need not be named)")
    .option("--decision <column>", "what was decided")
    .option("--favourable-decision <value>", "the decision that is favourable (1 and true need not be named)")
    .option(
      "--stages <values>",
      "decisions in order, as applied,interviewed,offered: the furthest reached",
      nameList("--stages"),
    )
    .option("--score <column>", "a score from 0 to 1")
    .option(
      "--threshold <score>",
      "scores from here on are selected, where no column tells",
      scoreOption("--threshold"),
    )
    .option("--weight <column>", "how much a row counts")
    .option(
      "--control <columns>",
      "columns to hold fixed when groups are compared, parted by commas",
      nameList("--control"),
    )
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
    .option(
      "--level <share>",
      "confidence of intervals",
      numberBetween("--level", { above: 0, below: 1, such: 0.95 }),
      0.95,
    )
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
    .option(
      "--profile <name>",
      "tables as a rule or a practice asks for them: four-fifths, ll144, lending or art10; or a YAML file with tables\n" +
        "of one's own. None is a finding of law",
    )
    .addOption(
      new Option("--as <program>", "its figures too, under its names and by its conventions").choices([
        "fairlearn",
        "aif360",
        "aequitas",
      ]),
    )
    .option("--explain <figure>", "open a figure to its formula and its counts; may be repeated", oneMore)
    .option("--verify <report>", "make the audit of a report anew, and tell what differs: 0 nothing, 1 something")
    .addOption(
      new Option("--format <kind>", "what to print, or write")
        .choices(reportFormats)
        .default(undefined, "as --output ends, else text"),
    )
    .option("--output <file>", "write to this file; without it, to standard output")
    .option("--risk <id>", "the risk of --portfolio that it bears on: the report tells what that may cost in a year")
    .option("--portfolio <file>", "portfolio file with that risk")
    .option("--system <name>", "whose decisions they are, for the report's title")
    .option(
      "--suppress-below <rows>",
      "hide cells of fewer rows, and what gives them away; 0 hides none (10, but 0 for text and json)",
      wholeNumber("--suppress-below", fewest),
    )
    .option(
      "--json",
      "the same as --format json, one JSON document: { rows, overall, groups, disparities, verdicts, calibration, controlled, profile,\n" +
        "sentences, warnings, mapping, … }",
    )
    .addHelpText("after", examples)
    .action(async (file: string, options: AuditOptions, command: Command) => {
      if (options.verify === undefined) {
        const { runAudit } = await import("./run-audit.ts");
        await runAudit(file, options);
      } else {
        const { runVerify } = await import("./run-verify.ts");
        await runVerify(options.verify, file, options, givenOptions(command));
      }
    });
}

/** Options of the command line itself, as they are written. */
function givenOptions(command: Command): string[] {
  return command.options
    .filter((option) => command.getOptionValueSource(option.attributeName()) === "cli")
    .map(({ long }) => long ?? "");
}
