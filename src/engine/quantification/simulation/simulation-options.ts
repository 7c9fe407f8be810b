import type { AnnualLossWithInherent, QuantifiedScenarios } from "../annual-loss.ts";
import type { Correlation, CorrelationKind } from "../correlation/correlation.ts";
import type { FiguresOf } from "./part-simulation.ts";

/** What a simulation is asked for; with the scenarios this decides every bit of its answer. */
export interface SimulationOptions {
  /** Number of years simulated, a whole number from 1 to 10 million. */
  readonly years: number;
  /** Whole number in [0, 2^53). */
  readonly seed: number;
  /** Whose figures are wanted, `"every-part"` unless given; `"portfolio"` leaves `systems` and `risks` empty. */
  readonly figuresOf?: FiguresOf | undefined;
  /** Amounts; `exceedance` then answers the share of years in which the residual loss of all scenarios is larger. */
  readonly exceeds?: readonly number[] | undefined;
  /** Probabilities in (0, 1]; `quantiles` then answers the loss that the year stays within with each. */
  readonly levels?: readonly number[] | undefined;
  /** `"portfolio"` answers the largest single event of a year too; `"none"` unless given. */
  readonly occurrence?: "none" | "portfolio" | undefined;
  /** How the numbers of events of a year hang together; independent unless given. */
  readonly correlation?: Correlation | undefined;
}

/** How a simulation is watched and ended. */
export interface SimulationWatch {
  /** Told how many of all scenarios are done. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Asked often; true ends the simulation with SimulationStopped. */
  readonly isStopped?: () => boolean;
}

/** The correlation that a simulation went by. */
interface UsedCorrelation {
  readonly kind: CorrelationKind;
  /** By how much the most changed entry had to be changed, on the scale of the normals; 0 where none was. */
  readonly largestChange: number;
}

/** A quantile of the simulated years. */
export interface SampleQuantile {
  readonly loss: number;
  readonly standardError: number;
}

/** What the simulation answers. */
export interface SimulatedScenarios extends QuantifiedScenarios {
  /**
   * The largest single event of a year over all scenarios, where it was asked for; a strike of a common cause is one
   * event, with what it costs over all of them. Its exceedance is the occurrence curve.
   */
  readonly largestEvent?: AnnualLossWithInherent;
  /** Of each level asked for, the smallest residual loss of all scenarios that this share of the years stays within. */
  readonly quantiles?: readonly SampleQuantile[];
  /** The same of the largest single event, where it was asked for. */
  readonly largestEventQuantiles?: readonly SampleQuantile[];
  /** There where a correlation was given. */
  readonly correlation?: UsedCorrelation;
}
