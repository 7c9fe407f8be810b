import { parentPort } from "node:worker_threads";
import {
  type PartFigures,
  type PartOptions,
  PartSimulation,
} from "../engine/quantification/simulation/part-simulation.ts";
import type { SimulationPart } from "../engine/quantification/simulation/simulation-part.ts";
import { SimulationStopped } from "../engine/quantification/simulation/simulation-stopped.ts";
import type { YearLosses } from "../engine/quantification/simulation/year-losses.ts";
import { lossesAt } from "./losses-at.ts";
import { PartTurns } from "./part-turns.ts";

/** A simulation, of which each worker takes part after part until none is left. */
export interface SimulationTask {
  readonly parts: readonly SimulationPart[];
  readonly options: PartOptions;
  /** Shared memory: where the losses of parts are left, and whose turn it is. */
  readonly places: readonly YearLosses[];
  readonly turns: Int32Array;
}

/** What a worker says: each part as it is done, then how it ended. */
export type FromWorker =
  | { readonly kind: "part"; readonly index: number; readonly figures: PartFigures }
  | { readonly kind: "ended" }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly message: string };

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function simulateParts({ parts, options, places, turns: memory }: SimulationTask): "ended" | "stopped" {
  const turns = new PartTurns(memory);
  const simulation = new PartSimulation(options);
  const isStopped = () => turns.isStopped();
  for (let index = turns.take(); index < parts.length; index = turns.take()) {
    if (turns.awaitPlace(index) === "stopped") return "stopped";
    const figures = simulation.simulate(parts[index]!, lossesAt(places, turns, parts[index]!, index), isStopped);
    say({ kind: "part", index, figures });
  }
  return "ended";
}

parentPort?.on("message", (task: SimulationTask) => {
  try {
    say({ kind: simulateParts(task) });
  } catch (error) {
    if (error instanceof SimulationStopped) say({ kind: "stopped" });
    else say({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});
