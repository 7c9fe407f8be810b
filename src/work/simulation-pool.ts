import type { Worker } from "node:worker_threads";
import type { Scenario } from "../engine/quantification/scenario.ts";
import {
  type ConvergenceRound,
  type PreciseScenarios,
  type PrecisionOptions,
  precisionRounds,
} from "../engine/quantification/simulation/precision-rounds.ts";
import type { SimulatedScenarios, SimulationOptions } from "../engine/quantification/simulation/simulation-options.ts";
import { SimulationRun, type ThreadedSimulationWatch } from "./simulation-run.ts";
import { startWorker } from "./start-worker.ts";

/** How a simulation to a precision is watched on threads. */
export interface ThreadedPrecisionWatch extends ThreadedSimulationWatch {
  readonly onRound?: (round: ConvergenceRound) => void;
}

/**
 * Worker threads that simulate annual loss: the figures of `simulateAnnualLoss`, to the bit, on any number of threads.
 *
 * Threads start with the first simulation and stay for the next; idle, they do not keep the process alive. Simulations
 * asked for at once are done one after the other.
 */
export class SimulationPool {
  readonly #threads: number;
  #workers: Worker[] = [];
  #last: Promise<unknown> = Promise.resolve();

  /** @param threads - whole number from 1 to 64; 1 still leaves the calling thread free */
  constructor(threads: number) {
    if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
      throw new RangeError(`threads not a whole number from 1 to 64: ${threads}; give one such as 2`);
    }
    this.#threads = threads;
  }

  /**
   * @throws RangeError (by rejection) on the input that `simulateAnnualLoss` refuses
   * @throws SimulationStopped (by rejection) when the signal was aborted
   */
  simulate(
    scenarios: readonly Scenario[],
    options: SimulationOptions,
    watch: ThreadedSimulationWatch = {},
  ): Promise<SimulatedScenarios> {
    const run = this.#last.then(async () => {
      while (this.#workers.length < this.#threads) this.#workers.push(this.#startWorker());
      return new SimulationRun(this.#workers, scenarios, options, watch).figures();
    });
    this.#last = run.catch(() => {});
    return run;
  }

  /**
   * The answer of the engine's `simulateToPrecision`, to the bit; progress counts the scenarios of each round.
   *
   * @throws RangeError (by rejection) on the input that it refuses
   * @throws SimulationStopped (by rejection) when the signal was aborted
   */
  async simulateToPrecision(
    scenarios: readonly Scenario[],
    options: PrecisionOptions,
    { onRound, ...watch }: ThreadedPrecisionWatch = {},
  ): Promise<PreciseScenarios> {
    const rounds = precisionRounds(options, onRound);
    let round = rounds.next();
    while (!round.done) round = rounds.next(await this.simulate(scenarios, round.value, watch));
    return round.value;
  }

  /** Ends the threads once the simulations asked for are done. */
  async close(): Promise<void> {
    await this.#last;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    this.#workers = [];
  }

  #startWorker(): Worker {
    const worker = startWorker("simulation-worker");
    worker.once("exit", () => {
      this.#workers = this.#workers.filter((other) => other !== worker);
    });
    return worker;
  }
}
