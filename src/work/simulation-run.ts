import type { Worker } from "node:worker_threads";
import type { Scenario } from "../engine/quantification/scenario.ts";
import type { PartFigures } from "../engine/quantification/simulation/part-simulation.ts";
import { PartSums } from "../engine/quantification/simulation/part-sums.ts";
import { preparedSimulation } from "../engine/quantification/simulation/prepared-simulation.ts";
import type { SimulatedScenarios, SimulationOptions } from "../engine/quantification/simulation/simulation-options.ts";
import { isAnyControlled } from "../engine/quantification/simulation/simulation-part.ts";
import { SimulationStopped } from "../engine/quantification/simulation/simulation-stopped.ts";
import { lossFreeYears } from "../engine/quantification/simulation/year-losses.ts";
import { lossesAt } from "./losses-at.ts";
import { PartTurns } from "./part-turns.ts";
import type { FromWorker, SimulationTask } from "./simulation-worker.ts";

/** How a simulation on threads is watched and ended. */
export interface ThreadedSimulationWatch {
  /** Told how many of all scenarios are done. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Ends the simulation, which then rejects with SimulationStopped. */
  readonly signal?: AbortSignal;
}

/** Parts finished before their turn wait in shared memory: so many a thread, to bound it. */
const PLACES_PER_THREAD = 4;
/** Where years are in the millions there are fewer places, but one a thread. */
const MOST_BYTES = 2 ** 28;

/** One simulation on workers: each takes the next part as it becomes free; the parts are added up in their order. */
export class SimulationRun {
  readonly #workers: readonly Worker[];
  readonly #scenarios: readonly Scenario[];
  readonly #watch: ThreadedSimulationWatch;
  readonly #task: SimulationTask;
  readonly #turns: PartTurns;
  readonly #sums: PartSums;
  readonly #finished = new Map<number, PartFigures>();
  #added = 0;
  #scenariosDone = 0;

  /** @throws RangeError on whatever `simulateAnnualLoss` refuses */
  constructor(
    workers: readonly Worker[],
    scenarios: readonly Scenario[],
    options: SimulationOptions,
    watch: ThreadedSimulationWatch,
  ) {
    this.#workers = workers;
    this.#scenarios = scenarios;
    this.#watch = watch;
    const { parts, ofParts } = preparedSimulation(scenarios, options);
    const fitting = Math.floor(MOST_BYTES / (16 * options.years));
    const wanted = Math.min(PLACES_PER_THREAD * workers.length, Math.max(workers.length, fitting));
    const places = Array.from({ length: Math.max(1, Math.min(parts.length, wanted)) }, () =>
      lossFreeYears(options.years, isAnyControlled(scenarios), (years) => {
        return new Float64Array(new SharedArrayBuffer(8 * years));
      }),
    );
    this.#task = { parts, options: ofParts, places, turns: PartTurns.memory(places.length) };
    this.#turns = new PartTurns(this.#task.turns);
    this.#sums = new PartSums(scenarios, ofParts, options);
  }

  /** The figures; rejects with SimulationStopped or the first failure, once no worker is busy with this run. */
  async figures(): Promise<SimulatedScenarios> {
    const stop = (): void => this.#turns.stop();
    const { signal } = this.#watch;
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop);
    const endings = await Promise.allSettled(
      this.#workers.map((worker) =>
        this.#employ(worker).catch((failure: unknown) => {
          stop();
          throw failure;
        }),
      ),
    );
    signal?.removeEventListener("abort", stop);
    const failures = endings.flatMap((ending) => (ending.status === "rejected" ? [ending.reason] : []));
    if (failures.length > 0) throw failures.find((failure) => !(failure instanceof SimulationStopped)) ?? failures[0];
    return this.#sums.figures();
  }

  /** Has a worker simulate until no part is left. */
  #employ(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        worker.off("message", onMessage);
        worker.off("error", onError);
        worker.off("exit", onExit);
        worker.unref();
        finish();
      };
      const onMessage = (message: FromWorker): void => {
        if (message.kind === "ended") settle(resolve);
        else if (message.kind === "stopped") settle(() => reject(new SimulationStopped()));
        else if (message.kind === "failed") settle(() => reject(new RangeError(message.message)));
        else this.#addInTurn(message.index, message.figures);
      };
      const onError = (error: unknown): void => settle(() => reject(error));
      const onExit = (code: number): void => settle(() => reject(new Error(`worker thread ended with code ${code}`)));
      worker.on("message", onMessage);
      worker.on("error", onError);
      worker.on("exit", onExit);
      worker.ref();
      worker.postMessage(this.#task);
    });
  }

  /** Adds up a part that was done and those after it that waited for it. */
  #addInTurn(index: number, figures: PartFigures): void {
    this.#finished.set(index, figures);
    const { parts, places } = this.#task;
    for (let next = this.#finished.get(this.#added); next; next = this.#finished.get(this.#added)) {
      const part = parts[this.#added]!;
      this.#sums.add(part, next, lossesAt(places, this.#turns, part, this.#added));
      this.#finished.delete(this.#added);
      this.#turns.free(this.#added);
      this.#added++;
      this.#scenariosDone += part.scenarios.length;
      this.#watch.onProgress?.(this.#scenariosDone, this.#scenarios.length);
    }
  }
}
