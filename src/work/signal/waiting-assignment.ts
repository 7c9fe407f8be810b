import type { Actor } from "../../contract/actor.ts";
import type { Event } from "../../contract/event.ts";
import type { LiveRegister } from "../../register/figures/live-register.ts";
import { assignWaiting } from "../../register/signal/assign-waiting.ts";
import type { Database } from "../../store/database.ts";

const system: Actor = { kind: "system", id: "signals", roles: ["contributor"], authenticated: true };
const assigning: readonly Event["subject"]["kind"][] = ["system", "assignment-rule"];
/** By then a receipt that was being stored by the old rules is stored. */
const usualAgainAfterMs = 5000;

interface Options {
  readonly db: Database;
  readonly live: Pick<LiveRegister, "subscribe">;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  readonly againAfterMs?: number;
}

/**
 * Gives waiting signals to their systems when a system or a rule has changed: once the program starts, at once after a
 * change, and once more a while after it. Several servers that do so give nothing twice.
 */
export function startAssigningWaiting(options: Options): { stop(): Promise<void> } {
  const { db, live, now, log, againAfterMs = usualAgainAfterMs } = options;
  let running: Promise<void> = Promise.resolve();
  let later: NodeJS.Timeout | undefined;
  let isStopped = false;
  const sweep = () => {
    running = running.then(async () => {
      if (isStopped) return;
      await assignWaiting({ db, actor: system, now: now() }).catch((error: Error) =>
        log(`waiting signals: ${error.message}`),
      );
    });
  };
  const leave = live.subscribe({ actor: system, now: now() }, (events) => {
    if (!events.some(({ subject }) => assigning.includes(subject.kind))) return;
    sweep();
    clearTimeout(later);
    later = setTimeout(sweep, againAfterMs);
  });
  sweep();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(later);
      leave();
      await running;
    },
  };
}
