import { connection } from "../data/live-stream.ts";
import { useObservable } from "../data/observable.ts";
import { wallClock } from "../data/wall-clock.ts";
import { useToday } from "./use-today.ts";

/** Says that the server is gone and how old the figures are; they stay where they are. */
export function ConnectionNotice() {
  const { state, at } = useObservable(connection);
  const { timeZone } = useToday();
  return (
    <div role="status" className="connection-notice-place">
      {state === "lost" ? (
        <p className="notice connection-notice">
          <b>Showing {wallClock(at, timeZone).at}.</b> Reconnecting.
        </p>
      ) : null}
    </div>
  );
}
