import { riskStatement } from "../../../src/chart/series/risk-statement.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";

/** What a risk says: because of a cause an event, so that something follows. */
export function RiskWords({ risk }: { readonly risk: WorkshopDetail["risks"][number] }) {
  const { because, event, soThat } = riskStatement({
    event: risk.event,
    cause: risk.cause ?? undefined,
    consequence: risk.consequence ?? undefined,
  });
  return (
    <p className="quotable risk-words">
      {because === null ? null : (
        <>
          <i>Because</i> {because},{" "}
        </>
      )}
      <b>{event}</b>
      {soThat === null ? null : (
        <>
          , <i>so that</i> {soThat}
        </>
      )}
    </p>
  );
}
