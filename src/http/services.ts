import type { Actor } from "../contract/actor.ts";
import type { Context } from "../register/context.ts";
import type { AnnualLosses } from "../register/figures/annual-losses.ts";
import type { LiveRegister } from "../register/figures/live-register.ts";
import type { Database } from "../store/database.ts";
import type { DecisionThreads } from "../work/decisions/decision-threads.ts";
import type { DecisionsReceived } from "../work/decisions/decisions-received.ts";
import type { SignalIntake } from "../work/signal/signal-intake.ts";
import type { Doors } from "./doors.ts";

/** What the doors stand on: wired once by main, given to every route. */
export interface Services {
  readonly db: Database;
  readonly live: LiveRegister;
  readonly losses: AnnualLosses;
  readonly decisions: DecisionsReceived;
  readonly auditThreads: Pick<DecisionThreads, "run">;
  readonly signals: Pick<SignalIntake, "receive">;
  readonly now: () => Date;
  /** Tells this start of the program from every other. */
  readonly startedAs: string;
  /** Version of the program. */
  readonly version: string;
  /** True while the register holds the invented example. */
  readonly example: boolean;
  readonly doors: Doors;
  readonly log: (line: string) => void;
}

/** What travels with one request. */
export interface RequestVariables {
  Variables: { actor: Actor };
}

/** The context in which a request's verbs run. */
export function contextOf(services: Services, actor: Actor): Context {
  return { db: services.db, actor, now: services.now() };
}
