import type { Worker } from "node:worker_threads";
import type { Scenario } from "../engine/quantification/scenario.ts";
import type { PartFigures, PartOptions } from "../engine/quantification/simulation/part-simulation.ts";
import { PartSums } from "../engine/quantification/simulation/part-sums.ts";
import { preparedSimulation } from "../engine/quantification/simulation/prepared-simulation.ts";
import type { SimulatedScenarios, SimulationOptions } from "../engine/quantification/simulation/simulation-options.ts";
import { isAnyControlled, type SimulationPart } from "../engine/quantification/simulation/simulation-part.ts";
import { SimulationStopped } from "../engine/quantification/simulation/simulation-stopped.ts";
import { lossFreeYears, type YearLosses } from "../engine/quantification/simulation/year-losses.ts";
import { askWorker } from "./ask-worker.ts";
import type { FromWorker, ToWorker } from "./simulation-worker.ts";

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
  readonly #options: PartOptions;
  readonly #watch: ThreadedSimulationWatch;
  readonly #parts: readonly SimulationPart[];
  readonly #sums: PartSums;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #freePlaces: YearLosses[];
  readonly #placeWanted: ((place: YearLosses) => void)[] = [];
  readonly #finished = new Map<number, { figures: PartFigures; losses: YearLosses; place: YearLosses }>();
  #given = 0;
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
    this.#parts = parts;
    this.#options = ofParts;
    this.#sums = new PartSums(scenarios, ofParts, options);
    const fitting = Math.floor(MOST_BYTES / (16 * options.years));
    const wanted = Math.min(PLACES_PER_THREAD * workers.length, Math.max(workers.length, fitting));
    const places = Math.min(this.#parts.length, wanted);
    this.#freePlaces = Array.from({ length: places }, () =>
      lossFreeYears(options.years, isAnyControlled(scenarios), (years) => {
        return new Float64Array(new SharedArrayBuffer(8 * years));
      }),
    );
  }

  /** The figures; rejects with SimulationStopped or the first failure, once no worker is busy with this run. */
  async figures(): Promise<SimulatedScenarios> {
    const stop = (): void => {
      Atomics.store(this.#stop, 0, 1);
    };
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
    this.#addFinished();
    return this.#sums.figures();
  }

  async #employ(worker: Worker): Promise<void> {
    worker.ref();
    worker.postMessage({ kind: "begin", options: this.#options, stop: this.#stop } satisfies ToWorker);
    try {
      while (this.#given < this.#parts.length) {
        if (this.#freePlaces.length === 0) this.#addFinished();
        // The place first: a part that waited for one could never be added, and all later ones wait for it.
        const place = await this.#place();
        if (this.#given === this.#parts.length) {
          this.#release(place);
          return;
        }
        const simulated = this.#simulatePart(worker, this.#given++, place);
        try {
          // While the worker is busy with this part, those before it are added up.
          this.#addFinished();
        } finally {
          await simulated;
        }
      }
      // Another worker may wait for a place that only adding the parts before its own gives back.
      this.#addFinished();
    } finally {
      worker.postMessage({ kind: "end" } satisfies ToWorker);
      worker.unref();
    }
  }

  async #simulatePart(worker: Worker, index: number, place: YearLosses): Promise<void> {
    try {
      if (Atomics.load(this.#stop, 0) !== 0) throw new SimulationStopped();
      const part = this.#parts[index]!;
      const losses = isAnyControlled(part.scenarios) ? place : { inherent: place.inherent, residual: place.inherent };
      const answer = await askWorker<FromWorker>(worker, { kind: "part", part, losses } satisfies ToWorker);
      if (answer.kind === "stopped") throw new SimulationStopped();
      if (answer.kind === "failed") throw new RangeError(answer.message);
      this.#finished.set(index, { figures: answer.figures, losses, place });
    } catch (failure) {
      this.#release(place);
      throw failure;
    }
  }

  #addFinished(): void {
    for (let next = this.#finished.get(this.#added); next; next = this.#finished.get(this.#added)) {
      const part = this.#parts[this.#added]!;
      this.#sums.add(part, next.figures, next.losses);
      this.#finished.delete(this.#added);
      this.#added++;
      this.#scenariosDone += part.scenarios.length;
      this.#release(next.place);
      this.#watch.onProgress?.(this.#scenariosDone, this.#scenarios.length);
    }
  }

  #place(): Promise<YearLosses> {
    const place = this.#freePlaces.pop();
    return place ? Promise.resolve(place) : new Promise((resolve) => this.#placeWanted.push(resolve));
  }

  #release(place: YearLosses): void {
    const wanted = this.#placeWanted.shift();
    if (wanted) wanted(place);
    else this.#freePlaces.push(place);
  }
}
