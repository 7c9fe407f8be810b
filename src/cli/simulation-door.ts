import { Failure } from "../contract/failure.ts";
import type { QuantificationEngine, SimulationWish } from "../portfolio/quantification-engine.ts";
import { progressLine } from "./progress-line.ts";

/** Simulates on threads that end with the answer; Ctrl-C ends them before. */
export async function withSimulation<T>(
  wish: SimulationWish & { readonly threads: number },
  compute: (engine: QuantificationEngine) => Promise<T>,
): Promise<T> {
  const [{ simulationEngine }, { SimulationPool }, { SimulationStopped }] = await Promise.all([
    import("../portfolio/quantification-engine.ts"),
    import("../work/simulation-pool.ts"),
    import("../engine/quantification/simulation/simulation-stopped.ts"),
  ]);
  const pool = new SimulationPool(wish.threads);
  const progress = progressLine();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop);
  let round = "";
  const onProgress = (done: number, all: number) => progress.show(`${done} of ${all} scenarios simulated${round}`);
  const { signal } = stopping;
  try {
    return await compute(
      simulationEngine(
        {
          simulate: (scenarios, options) => pool.simulate(scenarios, options, { signal, onProgress }),
          simulateToPrecision: (scenarios, options) =>
            pool.simulateToPrecision(scenarios, options, {
              signal,
              onProgress,
              onRound: ({ years }) => {
                round = `, ${years} years so far`;
              },
            }),
        },
        wish,
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
