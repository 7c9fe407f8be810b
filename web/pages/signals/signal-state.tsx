import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { producerVerdictWords } from "../../../src/chart/series/signal-words.ts";
import type { SignalSummary } from "../../../src/contract/signal-page.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { useToday } from "../../shell/use-today.ts";

/** Whether a signal lasts, and what its producer thinks of it; Plimsoll's own judgement is an indicator's. */
export function SignalState({ entry }: { readonly entry: Pick<SignalSummary, "signal" | "state" | "resolvedAt"> }) {
  const { on: today, timeZone } = useToday();
  const verdict = producerVerdictWords(entry.signal.producerVerdict);
  const clock = entry.resolvedAt === null ? null : wallClock(entry.resolvedAt, timeZone);
  const stands =
    entry.state === "open"
      ? "open"
      : clock
        ? `resolved ${formatMoment(clock.on, clock.at, today)}`
        : entry.state === "resolved"
          ? "resolved"
          : null;
  return (
    <>
      {verdict ? (
        <span className="status">
          <MarkSign kind={verdict.kind} />
          its producer says: {verdict.word}
        </span>
      ) : null}
      {verdict && stands ? "; " : null}
      {stands}
      {!verdict && !stands ? <span className="hush">observed</span> : null}
    </>
  );
}
