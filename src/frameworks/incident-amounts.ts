import type { IncidentHarm, IncidentKind, IncidentStatus, PublicIncident } from "./incident/public-incident.ts";
import { publicIncidents } from "./public-incidents.ts";

/** Which cases to take; what is left out of the filter does not narrow. */
export interface IncidentFilter {
  readonly kinds?: readonly IncidentKind[] | undefined;
  readonly harms?: readonly IncidentHarm[] | undefined;
  /** Amounts of different currencies are never put together without a dated rate, which facts do not have. */
  readonly currency?: string | undefined;
}

/** Why a case that matches gives no amount. */
type LeftOutReason = Exclude<IncidentStatus, "final" | "closed"> | "no amount";

/** Amounts that were final, and what was left out. */
export interface IncidentAmounts {
  readonly amounts: readonly (PublicIncident & { readonly amount: NonNullable<PublicIncident["amount"]> })[];
  readonly leftOut: readonly {
    readonly reason: LeftOutReason;
    readonly count: number;
    readonly ids: readonly string[];
  }[];
}

/**
 * The final amounts of public cases, smallest first: anchors for the magnitude of a loss, above all for fines and
 * judgments. Never those that are annulled, appealed, in litigation, disputed or not known to be final; these, and cases
 * without money, are counted by their reason.
 *
 * Magnitude only. These cases cannot inform how often a loss occurs: nobody counted the systems that were in use
 * (no exposure), and a case becomes public because it is large, legal or curious (biased reporting), which pulls the
 * amounts upwards too. A recalled amount is to be checked before it is published; each carries its basis.
 *
 * @example
 * amountsFor({ harms: ["copyright"] }).leftOut // => [{ reason: "approved in part", count: 1, ids: ["inc-023"] }]
 */
export function amountsFor({ kinds, harms, currency }: IncidentFilter): IncidentAmounts {
  const matching = publicIncidents.filter(
    ({ kind, harm, amount }) =>
      (kinds === undefined || kinds.includes(kind)) &&
      (harms === undefined || harms.includes(harm)) &&
      (currency === undefined || amount === null || amount.currency === currency),
  );
  const amounts: IncidentAmounts["amounts"][number][] = [];
  const leftOut = new Map<LeftOutReason, string[]>();
  for (const incident of matching) {
    const { id, amount, status } = incident;
    const reason = reasonAgainst(incident);
    if (reason === null && amount !== null) amounts.push({ ...incident, amount });
    else if (reason !== null) leftOut.set(reason, [...(leftOut.get(reason) ?? []), id]);
    else throw new Error(`${id} is ${status} and has no amount`);
  }
  return {
    amounts: amounts.sort((a, b) => a.amount.value - b.amount.value),
    leftOut: [...leftOut].map(([reason, ids]) => ({ reason, count: ids.length, ids })),
  };
}

function reasonAgainst({ amount, status }: PublicIncident): LeftOutReason | null {
  if (amount === null || amount.value === 0) return "no amount";
  return status === "final" || status === "closed" ? null : status;
}
