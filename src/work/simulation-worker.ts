import { parentPort } from "node:worker_threads";
import {
  type PartFigures,
  type PartOptions,
  PartSimulation,
} from "../engine/quantification/simulation/part-simulation.ts";
import type { SimulationPart } from "../engine/quantification/simulation/simulation-part.ts";
import { SimulationStopped } from "../engine/quantification/simulation/simulation-stopped.ts";
import type { YearLosses } from "../engine/quantification/simulation/year-losses.ts";

/** What the pool tells a worker. Parts refer to the run last begun; losses go into shared memory. */
export type ToWorker =
  | { readonly kind: "begin"; options: PartOptions; stop: Int32Array }
  | { readonly kind: "part"; part: SimulationPart; losses: YearLosses }
  | { readonly kind: "end" };

/** What a worker answers to each part. */
export type FromWorker =
  | { readonly kind: "done"; figures: PartFigures }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; message: string };

let simulation: PartSimulation | null = null;
let isStopped = (): boolean => false;

function answer(part: SimulationPart, losses: YearLosses): FromWorker {
  if (!simulation) return { kind: "failed", message: "part of a simulation that was not begun" };
  try {
    return { kind: "done", figures: simulation.simulate(part, losses, isStopped) };
  } catch (error) {
    if (error instanceof SimulationStopped) return { kind: "stopped" };
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (message: ToWorker) => {
  if (message.kind === "part") parentPort?.postMessage(answer(message.part, message.losses));
  else if (message.kind === "end") simulation = null;
  else {
    const { options, stop } = message;
    isStopped = () => Atomics.load(stop, 0) !== 0;
    simulation = new PartSimulation(options);
  }
});
