import { formatDate } from "../../src/chart/series/format-date.ts";
import { useAsOf } from "./use-as-of.ts";
import { useToday } from "./use-today.ts";

/** Says that what is shown is the past: nobody may take it for today's figures. */
export function AsOfNotice() {
  const [asOf, show] = useAsOf();
  const today = useToday();
  return (
    <div role="status">
      {asOf === undefined ? null : (
        <p className="notice past-notice">
          <span>
            <b>As of the end of {formatDate(asOf, today.on)}.</b> What was recorded later is left out.
          </span>
          <button type="button" className="text-button" onClick={() => show(undefined)}>
            Back to live
          </button>
        </p>
      )}
    </div>
  );
}
