import { impactRange, likelihoodRange } from "../../../src/chart/series/level-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import { ImpactField } from "./impact-field.tsx";
import { LevelField } from "./level-field.tsx";
import { decidingKinds, placeOf, type RatingDraft } from "./rating-draft.ts";

interface RatingFieldsProps {
  readonly draft: RatingDraft;
  readonly workspace: Workspace;
  readonly onChange: (rating: RatingDraft) => void;
}

/** A likelihood and an impact, each by the words that say when it holds, and the score they make. */
export function RatingFields({ draft, workspace, onChange }: RatingFieldsProps) {
  const { scale, currency } = workspace;
  return (
    <>
      <div className="rating">
        <LevelField
          legend="Likelihood, loss events a year"
          levels={scale.likelihood.map(({ name, criterion }, index) => ({
            name,
            range: likelihoodRange(scale.likelihood, index),
            criterion,
          }))}
          value={draft.likelihood}
          onChange={(likelihood) => onChange({ ...draft, likelihood })}
        />
        <ImpactField
          scale={scale}
          currency={currency}
          value={draft.impact}
          onChange={(impact) => onChange({ ...draft, impact })}
        />
      </div>
      <output className="rating-result">{sentenceOf(draft, workspace)}</output>
    </>
  );
}

function sentenceOf(draft: RatingDraft, { scale, currency }: Workspace): string {
  const score = placeOf(draft, scale);
  if (score === null) return "Choose a likelihood and an impact; the score follows.";
  const likelihood = scale.likelihood[score.likelihood - 1]!.name;
  const impact = scale.impact[score.impact - 1]!.name;
  const deciding = decidingKinds(draft.impact);
  const because = deciding.length > 0 ? ` (${deciding.join(" and ")})` : "";
  const sign = scale.score === "product" ? "×" : "+";
  return `${score.likelihood} ${likelihood} ${sign} ${score.impact} ${impact}${because} = ${score.score}, ${score.band}; ${impactRange(scale.impact, score.impact - 1, currency)}`;
}
