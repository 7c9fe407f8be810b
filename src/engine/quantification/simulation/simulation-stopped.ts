/** A simulation that was told to stop before its end; it has no figures. */
export class SimulationStopped extends Error {
  override readonly name = "SimulationStopped";

  constructor() {
    super("simulation stopped before its end");
  }
}
