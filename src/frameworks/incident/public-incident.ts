/** What kind of event the amount, if any, belongs to. */
export type IncidentKind =
  | "fine"
  | "penalty"
  | "sanction"
  | "settlement"
  | "judgment"
  | "verdict"
  | "write-down"
  | "trading loss"
  | "refund"
  | "order"
  | "investigation"
  | "litigation"
  | "accident"
  | "breach"
  | "abandonment"
  | "rollback"
  | "study"
  | "audit";

/** Where the matter stood on the day of {@link knownOn}. */
export type IncidentStatus =
  | "final"
  | "imposed"
  | "collection disputed"
  | "approved in part"
  | "in litigation"
  | "appealed"
  | "annulled"
  | "pending"
  | "closed";

/** What went wrong, coarsely enough to choose comparable cases. */
export type IncidentHarm =
  | "discrimination"
  | "privacy"
  | "false statement"
  | "safety"
  | "welfare"
  | "copyright"
  | "consumer"
  | "model or release error"
  | "governance";

/**
 * How a fact is known: "stored" where it was read in a copy of a source, "recalled" where it is general knowledge that
 * was not read again. Check a recalled one before publishing it.
 */
type FactBasis = "stored" | "recalled";

/** A public case in which an automated system was the subject of a loss, a ruling or a study. */
export interface PublicIncident {
  readonly id: string;
  /** Calendar date of the event or ruling. */
  readonly date: string;
  readonly actor: string;
  readonly system: string;
  readonly what: string;
  /** Null where no money was at stake or none is known; 0 where the ruling names none. */
  readonly amount: { readonly value: number; readonly currency: string; readonly basis: FactBasis } | null;
  readonly kind: IncidentKind;
  readonly status: IncidentStatus;
  readonly harm: IncidentHarm;
  /** Why the amount may not compare with others. */
  readonly caveat?: string;
  readonly sources: readonly string[];
  readonly confidence: "high" | "medium";
  readonly basis: FactBasis;
}
