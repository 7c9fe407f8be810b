import { type Command, Option } from "commander";
import type { FrontierReport } from "../contract/decision-figures.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import { amountFrom0 } from "./amount-from-0.ts";
import { frontierText } from "./frontier-text.ts";
import { note, print, printJson } from "./output.ts";
import { printWarnings } from "./print-warnings.ts";

interface FrontierOptions {
  readonly budget: number;
  readonly measure: FrontierReport["measure"];
  readonly json?: true;
}

export function frontierCommand(program: Command): void {
  program
    .command("frontier")
    .summary("say which controls of a portfolio file a budget should fund")
    .description(
      "Compares sets of the planned and failing controls that have an annual cost, the working ones going on to work:\n" +
        "what each set costs a year and what it leaves of the loss, the best set within the budget, and for each limit\n" +
        "that is breached the cheapest set that brings it back. Ends with 0 whatever it finds.",
    )
    .argument("<file>", "a portfolio file; - reads standard input")
    .requiredOption("--budget <amount>", "money a year, in the portfolio's currency", amountFrom0("--budget"))
    .addOption(
      new Option("--measure <measure>", "what is to be low: the mean of all years, or of the worst 1 in 20")
        .choices(["expectedAnnualLoss", "expectedShortfall"])
        .default("expectedAnnualLoss"),
    )
    .option(
      "--json",
      "print one JSON document: { currency, budget, measure, method, gap, bound, candidates, frontier, best, restores }",
    )
    .action(async (file: string, { budget, measure, json }: FrontierOptions) => {
      const [{ readPortfolioFile }, { controlFunding, fundingChoice }] = await Promise.all([
        import("./read-portfolio-file.ts"),
        import("../portfolio/control-funding.ts"),
      ]);
      const { portfolio, warnings } = await readPortfolioFile(file);
      printWarnings(warnings);
      const { unpriced } = fundingChoice(portfolio);
      if (unpriced.length > 0) {
        note(`plimsoll: warning: without an annual cost, left out: ${unpriced.join(", ")}; give each an annualCost`);
      }
      const report = await engineRefusal(() => controlFunding(portfolio, { budget, measure }));
      if (json) printJson(report);
      else print(frontierText(report));
    });
}
