import type { AuditDetail } from "../../contract/kept-audit.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";

/** The risk that an audit bears on, with what its residual may cost in a year; null where none was named. */
export function bearsOn(figures: RegisterFigures, id: string | undefined): AuditDetail["bearsOn"] {
  const risk = id === undefined ? undefined : figures.state.risks.get(id)?.record;
  if (risk === undefined) return null;
  return {
    risk: risk.id,
    event: risk.event,
    expectedAnnualLoss: figures.scores.get(risk.id)?.expectedAnnualLoss.residual ?? null,
    currency: figures.currency,
  };
}
