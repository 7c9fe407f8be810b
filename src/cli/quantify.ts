import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { Failure } from "../contract/failure.ts";
import type { Correlation } from "../engine/quantification/correlation/correlation.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import type { QuantificationEngine } from "../portfolio/quantification-engine.ts";
import { numberBetween } from "./number-between.ts";
import { note, print, printJson } from "./output.ts";
import { printWarnings } from "./print-warnings.ts";
import { quantificationText } from "./quantification-text.ts";
import { withSimulation } from "./simulation-door.ts";
import { wholeNumber } from "./whole-number.ts";

interface QuantifyOptions {
  readonly engine?: "exact" | "simulation";
  readonly years?: number;
  readonly seed: number;
  readonly threads: number;
  readonly precision?: number;
  readonly correlation?: string;
  readonly bracket?: true;
  readonly json?: true;
}

/** One year has no spread, and so no standard error; more than ten million do not fit the simulation's memory. */
const years = { from: 2, to: 10_000_000, such: 100_000 };
const usualYears = 100_000;
const seeds = { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 };
const threads = { from: 1, to: 64, such: 2 };

export function quantifyCommand(program: Command): void {
  program
    .command("quantify")
    .summary("give the annual loss of a portfolio file in money, with its uncertainty")
    .description(
      "Gives the distribution of a year's loss for the portfolio, each system and each risk with a scenario: residual,\n" +
        "with the working controls, and inherent, without them; and measures each limit on annual loss on its own scope.\n" +
        "With --json also where the loss comes from, what moves it and what each control is worth.\n" +
        "The same file, seed and years give the same bits, whatever the number of threads. Ends with 0 whatever it finds.",
    )
    .argument("<file>", "a portfolio file; - reads standard input")
    .addOption(
      new Option(
        "--engine <engine>",
        "exact (by Fourier transform), or simulation (seeded Monte Carlo), which correlation and precision imply",
      ).choices(["exact", "simulation"]),
    )
    .addOption(
      new Option(
        "--years <count>",
        `years to simulate (default: ${usualYears}); with --precision at most so many`,
      ).argParser(wholeNumber("--years", years)),
    )
    .addOption(new Option("--seed <seed>", "seed of the simulation").default(1).argParser(wholeNumber("--seed", seeds)))
    .addOption(
      new Option("--threads <count>", "threads of the simulation")
        .default(Math.min(threads.to, availableParallelism()), "one per processor")
        .argParser(wholeNumber("--threads", threads)),
    )
    .addOption(
      new Option(
        "--precision <share>",
        "simulate until the 95 % intervals of the 1-in-20 loss and of the mean beyond it reach no further than this\nshare of them to either side, such as 0.01",
      ).argParser(numberBetween("--precision", { above: 0, below: 1, such: 0.01 })),
    )
    .option("--correlation <file>", "a YAML or JSON file that says how numbers of events hang together between risks")
    .option("--bracket", "exact: bound every figure rigorously instead of estimating its error")
    .option(
      "--json",
      "print one JSON document: { currency, engine, method, seed, years, convergence, correlation, portfolio,\nreturnPeriods, systems, risks, limits, unquantified, contributions, sensitivity, controls }",
    )
    .action(quantify);
}

async function quantify(file: string, options: QuantifyOptions): Promise<void> {
  const name = engineOf(options);
  if (file === "-" && options.correlation === "-") {
    throw new Failure("invalid-input", "portfolio and correlation are both read from stdin", "name a file for one");
  }
  const [{ readPortfolioFile }, { quantifyPortfolio }] = await Promise.all([
    import("./read-portfolio-file.ts"),
    import("../portfolio/quantify-portfolio.ts"),
  ]);
  const { portfolio, warnings } = await readPortfolioFile(file);
  const correlation =
    options.correlation === undefined ? undefined : await correlationIn(options.correlation, portfolio.risks ?? []);
  printWarnings(warnings);
  const compute = (engine: QuantificationEngine) => engineRefusal(() => quantifyPortfolio(portfolio, engine));
  if (name === "simulation" && options.bracket) note("plimsoll: warning: --bracket is of the exact engine; left out");
  const { seed, threads, precision } = options;
  const most = options.years ?? (precision === undefined ? usualYears : years.to);
  const report =
    name === "exact"
      ? await withExactEngine(options, compute)
      : await withSimulation({ seed, threads, years: most, precision, correlation }, compute);
  if (report.convergence?.precision === "not-reached") {
    note(`plimsoll: warning: precision ${precision} was not reached in ${report.years} years; allow more with --years`);
  }
  if (!options.json) {
    print(quantificationText(report));
    return;
  }
  const { lossDecisions, mostScenariosToDecide, noDecisions } = await import("../portfolio/loss-decisions.ts");
  const decisions = correlation
    ? noDecisions
    : await engineRefusal(() => lossDecisions(portfolio, { seed: options.seed }));
  if (correlation) {
    note("plimsoll: contributions, sensitivity and controls are of risks without a correlation; left out");
  } else if (decisions.controls === null) {
    note(
      `plimsoll: contributions, sensitivity and controls are for up to ${mostScenariosToDecide} scenarios; left out`,
    );
  }
  printJson({ ...report, ...decisions });
}

/** The engine that is asked for, or that the other options need. */
function engineOf({ engine, correlation, precision }: QuantifyOptions): "exact" | "simulation" {
  const needed = correlation !== undefined ? "--correlation" : precision !== undefined ? "--precision" : undefined;
  if (needed === undefined) return engine ?? "exact";
  if (engine !== "exact") return "simulation";
  throw new Failure("invalid-input", `${needed} is of the simulation`, `leave out --engine exact, or ${needed}`);
}

async function correlationIn(
  file: string,
  risks: Parameters<typeof import("../portfolio/read-correlation.ts").readCorrelation>[2],
): Promise<Correlation> {
  const [{ readCorrelation }, { inputName, readInput }] = await Promise.all([
    import("../portfolio/read-correlation.ts"),
    import("./read-input.ts"),
  ]);
  return readCorrelation(await readInput(file), inputName(file), risks);
}

async function withExactEngine<T>(
  { bracket }: Pick<QuantifyOptions, "bracket">,
  compute: (engine: QuantificationEngine) => Promise<T>,
): Promise<T> {
  const { exactEngine } = await import("../portfolio/quantification-engine.ts");
  return compute(exactEngine({ bracket: bracket ? "rigorous" : "none" }));
}
