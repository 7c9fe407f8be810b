import type { Workspace } from "../../../src/contract/detail.ts";
import type { Vote, WorkshopDetail } from "../../../src/contract/workshop.ts";
import { placeOf } from "../risk/rating-draft.ts";
import { differsFrom, type VoteDraft } from "./vote-draft.ts";

interface VoteOverviewProps {
  readonly risks: WorkshopDetail["risks"];
  readonly votes: ReadonlyMap<string, Vote>;
  readonly drafts: Readonly<Record<string, VoteDraft>>;
  readonly at: number;
  readonly scale: Workspace["scale"];
  readonly onOpen: (at: number) => void;
}

/** Every risk of the workshop with one's own vote; a press opens it. */
export function VoteOverview({ risks, votes, drafts, at, scale, onOpen }: VoteOverviewProps) {
  return (
    <section className="block" aria-labelledby="own-votes">
      <header>
        <h2 className="finding" id="own-votes">
          {votes.size === risks.length
            ? "You have rated every risk"
            : `You have rated ${votes.size} of ${risks.length}`}
        </h2>
      </header>
      <ol className="vote-overview">
        {risks.map((risk, index) => {
          const vote = votes.get(risk.id);
          const draft = drafts[risk.id];
          const isOpen = draft !== undefined && differsFrom(draft, vote);
          return (
            <li key={risk.id}>
              <button
                type="button"
                aria-current={index === at ? "true" : undefined}
                data-voted={vote === undefined ? "not-yet" : "voted"}
                onClick={() => onOpen(index)}
              >
                <span>{risk.name}</span>
                <span className="hush">
                  {risk.retiredOn !== null
                    ? "taken out of use"
                    : isOpen
                      ? "chosen, not given"
                      : vote === undefined
                        ? "not rated yet"
                        : ratingWords(vote, scale)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** "4 × 3 = 12, high" */
export function ratingWords(
  rating: { readonly likelihood: number; readonly impact: number },
  scale: Workspace["scale"],
): string {
  const score = placeOf(rating, scale)!;
  return `${score.likelihood} ${scale.score === "product" ? "×" : "+"} ${score.impact} = ${score.score}, ${score.band}`;
}
