import type { Command } from "commander";
import { controlStatuses } from "../contract/control-statuses.ts";
import { Failure } from "../contract/failure.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import type { StatusChange } from "../portfolio/control-change.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import { nearestName } from "../portfolio/nearest-name.ts";
import { controlText } from "./control-text.ts";
import { print, printJson } from "./output.ts";
import { printWarnings } from "./print-warnings.ts";
import { wholeNumber } from "./whole-number.ts";

interface ControlOptions {
  readonly set: readonly string[];
  readonly years: number;
  readonly seed: number;
  readonly json?: true;
}

export function controlCommand(program: Command): void {
  program
    .command("control")
    .summary("say what changes if a control of a portfolio file begins or ends to work")
    .description(
      "Compares the annual loss of a portfolio file as it stands with the same file where some controls have another\n" +
        "status: expected loss, bad years, every limit, and in how many years the change saves more than it costs.\n" +
        "The file is not changed. Ends with 0 whatever it finds.",
    )
    .argument("<file>", "a portfolio file; - reads standard input")
    .requiredOption(
      "--set <id=status>",
      `a control and its status (${controlStatuses.join(", ")}); once for each control`,
      (each: string, before: readonly string[] = []) => [...before, each],
    )
    .option(
      "--years <count>",
      "years drawn for the spread of the benefit",
      wholeNumber("--years", { from: 2, to: 10_000_000, such: 50_000 }),
      50_000,
    )
    .option(
      "--seed <seed>",
      "seed of these years",
      wholeNumber("--seed", { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 }),
      1,
    )
    .option(
      "--json",
      "print one JSON document: { currency, set, before, after, expectedReduction, shortfallReduction, annualCost,\nbenefit, probabilityWorth, years, seed, limits }",
    )
    .action(async (file: string, { set, years, seed, json }: ControlOptions) => {
      const [{ readPortfolioFile }, { controlChange }] = await Promise.all([
        import("./read-portfolio-file.ts"),
        import("../portfolio/control-change.ts"),
      ]);
      const { portfolio, warnings } = await readPortfolioFile(file);
      const changes = statusChanges(set, portfolio);
      printWarnings(warnings);
      const report = await engineRefusal(() => controlChange(portfolio, changes, { years, seed }));
      if (json) printJson(report);
      else print(controlText(report));
    });
}

function statusChanges(written: readonly string[], { controls = [] }: Portfolio): StatusChange[] {
  const ids = controls.map(({ id }) => id);
  const seen = new Set<string>();
  return written.map((each): StatusChange => {
    const [id = "", status, ...rest] = each.split("=").map((part) => part.trim());
    if (status === undefined || rest.length > 0) {
      throw refusal(`--set ${JSON.stringify(each)} is not id=status`, "write it as --set review=working");
    }
    if (!ids.includes(id)) {
      const near = nearestName(id, ids);
      throw refusal(
        `--set names the control ${JSON.stringify(id)}, which is not in the file`,
        near === undefined
          ? `name one of ${ids.slice(0, 12).join(", ") || "its controls: it has none"}`
          : `write ${near}`,
      );
    }
    const to = controlStatuses.find((known) => known === status);
    if (to === undefined) {
      const near = nearestName(status, controlStatuses);
      const all = `write one of ${controlStatuses.join(", ")}`;
      throw refusal(
        `--set gives ${id} the status ${JSON.stringify(status)}, which there is not`,
        near === undefined ? all : `write ${id}=${near}`,
      );
    }
    if (seen.has(id)) throw refusal(`--set names the control ${id} twice`, "name each control once");
    seen.add(id);
    return { id, to };
  });
}

function refusal(what: string, remedy: string): Failure {
  return new Failure("invalid-input", what, remedy);
}
