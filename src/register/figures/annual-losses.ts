import { createHash } from "node:crypto";
import type { LimitScope } from "../../contract/record.ts";
import type { State } from "../../contract/score-report.ts";
import type { AnnualLoss } from "../../engine/quantification/annual-loss.ts";
import type { LossEngine } from "./loss-engine.ts";
import type { LossFigure, LossQuestion } from "./loss-question.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { scenariosOf } from "./scenarios-of.ts";

const mostKept = 500;

/** The exact annual losses of scopes. Each is computed when it is first asked for, and again only when its scenarios change. */
export class AnnualLosses {
  readonly #engine: LossEngine;
  /** Answers by what they were computed from, the longest unused first: the same scenarios give the same bits. */
  readonly #kept = new Map<string, Promise<LossFigure>>();
  /** What a scope's scenarios hash to: hashing thousands of them takes longer than finding the answer. */
  readonly #hashes = new WeakMap<RegisterFigures, Map<string, string>>();

  constructor(engine: LossEngine) {
    this.#engine = engine;
  }

  /** Distribution of a year's loss of a scope in one state. */
  of(figures: RegisterFigures, scope: LimitScope, state: State): Promise<AnnualLoss> {
    return this.#remembered(figures, { scope, state }, { of: "annualLoss" });
  }

  /** All three states. */
  async ofEveryState(figures: RegisterFigures, scope: LimitScope): Promise<Record<State, AnnualLoss>> {
    const [inherent, residual, target] = await Promise.all([
      this.of(figures, scope, "inherent"),
      this.of(figures, scope, "residual"),
      this.of(figures, scope, "target"),
    ]);
    return { inherent, residual, target };
  }

  /** Any other figure of a year's residual loss of a scope. */
  residual<Q extends LossQuestion>(figures: RegisterFigures, scope: LimitScope, question: Q): Promise<LossFigure<Q>> {
    return this.#remembered(figures, { scope, state: "residual" }, question);
  }

  #remembered<Q extends LossQuestion>(
    figures: RegisterFigures,
    { scope, state }: { readonly scope: LimitScope; readonly state: State },
    question: Q,
  ): Promise<LossFigure<Q>> {
    const key = `${JSON.stringify(question)} ${this.#hashOf(figures, scope, state)}`;
    const known = this.#kept.get(key) as Promise<LossFigure<Q>> | undefined;
    const answer = known ?? this.#engine.ask(scenariosOf(figures, scope, state), question);
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    if (known === undefined)
      answer.catch(() => {
        if (this.#kept.get(key) === answer) this.#kept.delete(key);
      });
    return answer;
  }

  #hashOf(figures: RegisterFigures, scope: LimitScope, state: State): string {
    const hashes = this.#hashes.get(figures) ?? new Map<string, string>();
    this.#hashes.set(figures, hashes);
    const key = `${state} ${JSON.stringify(scope)}`;
    const known = hashes.get(key);
    if (known !== undefined) return known;
    const hash = createHash("sha256")
      .update(JSON.stringify(scenariosOf(figures, scope, state)))
      .digest("base64");
    hashes.set(key, hash);
    return hash;
  }
}
