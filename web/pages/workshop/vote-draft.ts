import type { Vote } from "../../../src/contract/workshop.ts";
import { worstImpact } from "../../../src/engine/scoring/worst-impact.ts";
import { type RatingDraft, ratingOf } from "../risk/rating-draft.ts";

/** A vote as it is being chosen. The impact may be judged by kind of harm: then the worst kind is what counts. */
export interface VoteDraft {
  readonly rating: RatingDraft;
  readonly reason: string;
}

/** Where choosing begins: the vote that was given, or nothing. */
export function voteDraftOf(given: Pick<Vote, "likelihood" | "impact" | "reason"> | undefined): VoteDraft {
  return {
    rating: { likelihood: given?.likelihood ?? null, impact: given?.impact ?? null },
    reason: given?.reason ?? "",
  };
}

/** The body that the API takes; null while a level is not chosen. */
export function voteBody({
  rating,
  reason,
}: VoteDraft): { likelihood: number; impact: number; reason?: string } | null {
  const chosen = ratingOf(rating);
  if (chosen === null) return null;
  const why = reason.trim();
  return { likelihood: chosen.likelihood, impact: worstImpact(chosen.impact)!, ...(why !== "" && { reason: why }) };
}

/** Whether something is chosen or typed that differs from the vote that was given. */
export function differsFrom(draft: VoteDraft, given: Vote | undefined): boolean {
  const levels = draft.rating.impact === null ? null : worstImpact(draft.rating.impact);
  return (
    draft.rating.likelihood !== (given?.likelihood ?? null) ||
    levels !== (given?.impact ?? null) ||
    draft.reason.trim() !== (given?.reason ?? "")
  );
}

/** The next risk without a vote after `at`, around the end; null where every other one has its vote. */
export function nextToRate(risks: readonly string[], at: number, rated: ReadonlySet<string>): number | null {
  const order = risks.map((_, step) => (at + 1 + step) % risks.length).filter((index) => index !== at);
  return order.find((index) => !rated.has(risks[index]!)) ?? null;
}
