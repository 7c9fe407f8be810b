import { formatMoney } from "../../../src/chart/series/format-money.ts";
import type { AuditDetail } from "../../../src/contract/kept-audit.ts";
import { PageLink } from "../../shell/page-link.tsx";

/** The risk that an audit bears on, and the money of that risk. */
export function BearsOn({ bearsOn }: { readonly bearsOn: NonNullable<AuditDetail["bearsOn"]> }) {
  const { risk, event, expectedAnnualLoss, currency } = bearsOn;
  return (
    <section className="block" aria-labelledby="bears-on">
      <header>
        <h2 className="finding" id="bears-on">
          {expectedAnnualLoss === null
            ? "The risk it bears on is not in money yet"
            : `It bears on a risk that costs ${formatMoney(expectedAnnualLoss, currency)} a year on average`}
        </h2>
      </header>
      <p className="bears-on">
        <PageLink className="name-link" to={`/risks/${risk}`}>
          {event}
        </PageLink>
        {expectedAnnualLoss === null ? null : (
          <PageLink className="text-button" to={`/curve?scope=risk:${risk}`}>
            Curve and figures
          </PageLink>
        )}
      </p>
    </section>
  );
}
