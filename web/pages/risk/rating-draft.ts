import type { Workspace } from "../../../src/contract/detail.ts";
import { type ImpactKind, impactKinds } from "../../../src/contract/impact-kinds.ts";
import type { Risk } from "../../../src/contract/record.ts";
import type { ImpactRating } from "../../../src/contract/scale.ts";
import { place } from "../../../src/engine/scoring/place.ts";
import type { Score } from "../../../src/engine/scoring/risk-score.ts";
import { worstImpact } from "../../../src/engine/scoring/worst-impact.ts";

/** Levels as they are being chosen; null is not chosen yet. */
export interface RatingDraft {
  readonly likelihood: number | null;
  readonly impact: ImpactRating | null;
}

export interface AssessmentDraft {
  readonly inherent: RatingDraft;
  readonly basis: "derived" | "judged";
  readonly judged: RatingDraft;
  readonly reason: string;
  readonly reviewBy: string;
  readonly note: string;
}

/** The form as it opens: the risk's own ratings. */
export function draftOf(risk: Risk): AssessmentDraft {
  return {
    inherent: risk.inherent ?? { likelihood: null, impact: null },
    basis: risk.residual === undefined ? "derived" : "judged",
    judged: risk.residual ?? { likelihood: null, impact: null },
    reason: risk.residual?.reason ?? "",
    reviewBy: risk.residual?.reviewBy ?? "",
    note: "",
  };
}

interface Rating {
  readonly likelihood: number;
  readonly impact: ImpactRating;
}

/** A draft in which both levels are chosen; null while one is not. */
export function ratingOf({ likelihood, impact }: RatingDraft): Rating | null {
  if (likelihood === null || impact === null || worstImpact(impact) === null) return null;
  return { likelihood, impact };
}

/** Where a draft lies on the scale; null while something is not chosen. */
export function placeOf(draft: RatingDraft, scale: Workspace["scale"]): Score | null {
  const rating = ratingOf(draft);
  return rating === null ? null : place(scale, { likelihood: rating.likelihood, impact: worstImpact(rating.impact)! });
}

/** The kinds of harm that decide the impact, worst level first. */
export function decidingKinds(impact: RatingDraft["impact"]): ImpactKind[] {
  if (impact === null || typeof impact === "number") return [];
  const worst = worstImpact(impact);
  return impactKinds.filter((kind) => worst !== null && impact[kind] === worst);
}

export interface Missing {
  readonly field: "inherent" | "judged" | "reason" | "reviewBy" | "person";
  readonly what: string;
}

/** What still has to be given before the judgement can be recorded, in the order of the form. */
export function missingIn(
  draft: AssessmentDraft,
  { today, person }: { today: string; person: string | null },
): Missing[] {
  const missing: Missing[] = [];
  const isRated = draft.inherent.likelihood !== null || draft.inherent.impact !== null;
  if (isRated && ratingOf(draft.inherent) === null)
    missing.push({ field: "inherent", what: "choose both a likelihood and an impact before controls" });
  if (draft.basis === "judged") {
    if (ratingOf(draft.judged) === null)
      missing.push({ field: "judged", what: "choose both a likelihood and an impact with the controls in place" });
    if (draft.reason.trim() === "")
      missing.push({ field: "reason", what: "say why the judgement differs from what the controls derive" });
    if (draft.reviewBy === "") missing.push({ field: "reviewBy", what: "give the day by which it is reviewed" });
    else if (draft.reviewBy <= today)
      missing.push({ field: "reviewBy", what: `review date ${draft.reviewBy} is not in the future` });
  }
  if (person === null)
    missing.push({ field: "person", what: "choose a person to act as, in the bar at the top of the page" });
  return missing;
}

/** The body that the API takes: what was left alone is left out, and a lifted judgement is null. */
export function assessmentBody(draft: AssessmentDraft, { risk, person }: { risk: Risk; person: string }): unknown {
  const inherent = ratingOf(draft.inherent);
  const judged = ratingOf(draft.judged);
  const residual =
    draft.basis === "judged" && judged !== null
      ? { ...judged, basis: "judged", by: person, reason: draft.reason.trim(), reviewBy: draft.reviewBy }
      : risk.residual === undefined
        ? undefined
        : null;
  return {
    ...(inherent === null ? {} : { inherent }),
    ...(residual === undefined ? {} : { residual }),
    ...(draft.note.trim() === "" ? {} : { note: draft.note.trim() }),
  };
}
