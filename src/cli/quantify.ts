import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { Failure } from "../contract/failure.ts";
import type { QuantificationEngine } from "../portfolio/quantification-engine.ts";
import { engineRefusal } from "./engine-refusal.ts";
import { note, print, printJson } from "./output.ts";
import { printWarnings } from "./print-warnings.ts";
import { progressLine } from "./progress-line.ts";
import { quantificationText } from "./quantification-text.ts";
import { wholeNumber } from "./whole-number.ts";

interface QuantifyOptions {
  readonly engine: "exact" | "simulation";
  readonly years: number;
  readonly seed: number;
  readonly threads: number;
  readonly bracket?: true;
  readonly json?: true;
}

/** One year has no spread, and so no standard error; more than ten million do not fit the simulation's memory. */
const years = { from: 2, to: 10_000_000, such: 100_000 };
const seeds = { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 };
const threads = { from: 1, to: 64, such: 2 };

export function quantifyCommand(program: Command): void {
  program
    .command("quantify")
    .summary("give the annual loss of a portfolio file in money, with its uncertainty")
    .description(
      "Gives the distribution of a year's loss for the portfolio, each system and each risk with a scenario: residual,\n" +
        "with the working controls, and inherent, without them; and measures each limit on annual loss on its own scope.\n" +
        "The same file, seed and years give the same bits, whatever the number of threads. Ends with 0 whatever it finds.",
    )
    .argument("<file>", "a portfolio file; - reads standard input")
    .addOption(
      new Option("--engine <engine>", "exact (by Fourier transform) or simulation (seeded Monte Carlo)")
        .choices(["exact", "simulation"])
        .default("exact"),
    )
    .addOption(
      new Option("--years <count>", "years to simulate").default(100_000).argParser(wholeNumber("--years", years)),
    )
    .addOption(new Option("--seed <seed>", "seed of the simulation").default(1).argParser(wholeNumber("--seed", seeds)))
    .addOption(
      new Option("--threads <count>", "threads of the simulation")
        .default(Math.min(threads.to, availableParallelism()), "one per processor")
        .argParser(wholeNumber("--threads", threads)),
    )
    .option("--bracket", "exact: bound every figure rigorously instead of estimating its error")
    .option(
      "--json",
      "print one JSON document: { currency, engine, method, seed, years, portfolio, systems, risks, limits, unquantified }",
    )
    .action(quantify);
}

async function quantify(file: string, { engine: name, json, ...options }: QuantifyOptions): Promise<void> {
  const [{ readPortfolioFile }, { quantifyPortfolio }] = await Promise.all([
    import("./read-portfolio-file.ts"),
    import("../portfolio/quantify-portfolio.ts"),
  ]);
  const { portfolio, warnings } = await readPortfolioFile(file);
  printWarnings(warnings);
  const compute = (engine: QuantificationEngine) => engineRefusal(() => quantifyPortfolio(portfolio, engine));
  if (name === "simulation" && options.bracket) note("plimsoll: warning: --bracket is of the exact engine; left out");
  const report = name === "exact" ? await withExactEngine(options, compute) : await withSimulation(options, compute);
  if (json) printJson(report);
  else print(quantificationText(report));
}

async function withExactEngine<T>(
  { bracket }: Pick<QuantifyOptions, "bracket">,
  compute: (engine: QuantificationEngine) => Promise<T>,
): Promise<T> {
  const { exactEngine } = await import("../portfolio/quantification-engine.ts");
  return compute(exactEngine({ bracket: bracket ? "rigorous" : "none" }));
}

/** Simulates on threads that end with the answer; Ctrl-C ends them before. */
async function withSimulation<T>(
  { seed, years, threads }: Pick<QuantifyOptions, "seed" | "years" | "threads">,
  compute: (engine: QuantificationEngine) => Promise<T>,
): Promise<T> {
  const [{ simulationEngine }, { SimulationPool }, { SimulationStopped }] = await Promise.all([
    import("../portfolio/quantification-engine.ts"),
    import("../work/simulation-pool.ts"),
    import("../engine/quantification/simulation/simulation-stopped.ts"),
  ]);
  const pool = new SimulationPool(threads);
  const progress = progressLine();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop);
  try {
    const onProgress = (done: number, all: number) => progress.show(`${done} of ${all} scenarios simulated`);
    return await compute(
      simulationEngine(
        (scenarios, simulation) => pool.simulate(scenarios, simulation, { signal: stopping.signal, onProgress }),
        { seed, years },
      ),
    );
  } catch (error) {
    if (!(error instanceof SimulationStopped)) throw error;
    throw new Failure("cancelled", "simulation was stopped before its end", "run it again, or with fewer --years");
  } finally {
    process.off("SIGINT", stop);
    progress.clear();
    await pool.close();
  }
}
