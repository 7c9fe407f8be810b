import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Actor } from "../../contract/actor.ts";
import { Failure } from "../../contract/failure.ts";
import type { ReceivedAnswer } from "../../contract/received.ts";
import type { RefusedItem } from "../../contract/signal.ts";
import type { LiveRegister } from "../../register/figures/live-register.ts";
import { asFailure } from "../../register/open-register.ts";
import { selectAliases } from "../../register/record/alias-queries.ts";
import { type Assigner, assignerOf } from "../../register/signal/assigner.ts";
import { keepAllNew, keepReceived, type ReadPayload, requireRightToSend } from "../../register/signal/keep-received.ts";
import { translate } from "../../signals/translate.ts";
import type { ReceivedPayload, TranslateOptions } from "../../signals/translation.ts";
import type { Database } from "../../store/database.ts";

const packed = promisify(gzip);
/** Signals that are stored in one transaction, unless one payload alone has more. */
const mostAtOnce = 2000;
const mostMistakesTold = 100;
const intakeReader: Actor = { kind: "system", id: "signals", roles: ["viewer"], authenticated: true };

export interface SignalIntakeOptions {
  readonly db: Database;
  readonly live: LiveRegister;
  readonly now: () => Date;
  /** With one, MLflow's webhooks count only if it signed them; several while one takes the place of another. */
  readonly mlflowSecrets?: readonly string[] | undefined;
}

interface KnownAssigner {
  readonly systems: unknown;
  readonly rules: unknown;
  /** Of the register that it was made of. */
  readonly revision: number;
  readonly assign: Assigner;
}

interface Waiting {
  readonly payload: ReadPayload;
  readonly resolve: (answer: ReceivedAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes in payloads of signals. Those that arrive while one transaction is under way are stored by the next one
 * together, so that many senders cost little more than one; each is answered when what it brought is durable.
 */
export class SignalIntake {
  readonly #options: SignalIntakeOptions;
  #waiting: Waiting[] = [];
  #storing: Promise<void> | null = null;
  readonly #inHand = new Set<Promise<unknown>>();
  #assigner: KnownAssigner | null = null;
  /** Whether the last look found nothing that was known: then all is tried at once. */
  #isNewOften = true;

  constructor(options: SignalIntakeOptions) {
    this.#options = options;
  }

  receive(
    actor: Actor,
    payload: Omit<ReceivedPayload, "receivedAt">,
    format: TranslateOptions["format"],
  ): Promise<ReceivedAnswer> {
    const answer = this.#receive(actor, payload, format);
    this.#inHand.add(answer);
    const done = () => this.#inHand.delete(answer);
    answer.then(done, done);
    return answer;
  }

  /** Waits until everything that was taken in is stored or refused. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#inHand);
  }

  async #receive(
    actor: Actor,
    payload: Omit<ReceivedPayload, "receivedAt">,
    format: TranslateOptions["format"],
  ): Promise<ReceivedAnswer> {
    requireRightToSend({ actor });
    const receivedAt = this.#options.now();
    const { mlflowSecrets = [] } = this.#options;
    const translated = translate(
      { ...payload, receivedAt: receivedAt.toISOString() },
      { ...(format === undefined ? {} : { format }), mlflowSecrets },
    );
    const { kept, signals, refused } = translated;
    if (translated.format === null || (signals.length === 0 && refused.length > 0)) throw unreadable(refused);
    const { contentType, headers, name, stated, hash: sha256, byteCount, rule, removed, removedCount } = kept;
    const privacy = { rule, removed: [...removed], removedCount };
    return this.#keep({
      actor,
      receivedAt,
      format: translated.format,
      about: { name, contentType, headers, stated, sha256, byteCount, privacy },
      payload: await packed(kept.text ?? "", { level: 1 }),
      signals,
      refused,
    });
  }

  #keep(payload: ReadPayload): Promise<ReceivedAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ payload, resolve, reject });
      this.#storing ??= this.#storeWaiting();
    });
  }

  async #storeWaiting(): Promise<void> {
    // What else arrives in this turn of the loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#storeTogether(this.#take());
    this.#storing = null;
  }

  #take(): Waiting[] {
    let signals = 0;
    let count = 0;
    for (const { payload } of this.#waiting) {
      signals += payload.signals.length;
      if (count > 0 && signals > mostAtOnce) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #storeTogether(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#store(group.map(({ payload }) => payload));
      group.forEach(({ resolve }, index) => {
        resolve(answers[index]!);
      });
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
      // One that cannot be stored does not take the others with it.
      else for (const each of group) await this.#storeTogether([each]);
    }
  }

  async #store(payloads: readonly ReadPayload[]): Promise<ReceivedAnswer[]> {
    if (this.#assigner !== null && this.#isNewOften) {
      const quick = await keepAllNew(this.#options, payloads, this.#assigner);
      if (quick !== null) return quick;
    }
    const { assign } = await this.#currentAssigner();
    const answers = await asFailure(() => keepReceived(this.#options, payloads, assign));
    this.#isNewOften = answers.every(({ duplicate }) => duplicate === 0);
    return answers;
  }

  /** The rules of now; made anew only where a rule or a system has changed. */
  async #currentAssigner(): Promise<KnownAssigner> {
    const { db, live, now } = this.#options;
    const { state } = await live.current({ actor: intakeReader, now: now() });
    const { systems, assignmentRules, revision } = state;
    const known = this.#assigner;
    const isSame = known !== null && known.systems === systems && known.rules === assignmentRules;
    const assign = isSame ? known.assign : assignerOf(state, await selectAliases(db.queries, "system"));
    this.#assigner = { systems, rules: assignmentRules, revision, assign };
    return this.#assigner;
  }
}

function unreadable(refused: readonly RefusedItem[]): Failure {
  const [first] = refused;
  if (first === undefined) {
    const remedy = "send a format of GET /openapi.json, or name it in the address: /v1/signals/readings";
    return new Failure("invalid-input", "payload: not recognised as any format", remedy);
  }
  return new Failure(
    "invalid-input",
    first.path === "" ? first.message : `${first.path}: ${first.message}`,
    "correct what is named and send it again; nothing of it was stored",
    refused.slice(0, mostMistakesTold).map(({ position, path, message }) => ({
      path: `/${position}${path === "" ? "" : `/${path}`}`,
      what: message,
      remedy: "correct the item and send it again",
    })),
  );
}
