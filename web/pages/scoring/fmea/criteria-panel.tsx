import { formatNumber, formatPercent } from "../../../../src/chart/series/format-number.ts";
import { detectionCriteria, occurrenceCriteria, severityCriteria } from "../../../../src/contract/fmea-criteria.ts";
import type { FmeaReport } from "../../../../src/contract/fmea-report.ts";
import { type ModeDraft, type RatingField, readRating } from "./fmea-draft.ts";

const criteria = { severity: severityCriteria, occurrence: occurrenceCriteria, detection: detectionCriteria };
const questions: Readonly<Record<RatingField, string>> = {
  severity: "How bad is the worst effect?",
  occurrence: "How often does the cause lead to the failure?",
  detection: "How likely does it get past what is to notice it?",
};

interface CriteriaPanelProps {
  readonly mode: ModeDraft;
  readonly edits: { readonly when: "now" | "after"; readonly field: RatingField };
  readonly figures: FmeaReport["modes"][number] | undefined;
  readonly closed: string | null;
  readonly onRate: (when: "now" | "after", field: RatingField, rating: number) => void;
}

/** The written criteria of the rating that the sheet stands on; a press on one rates by it. */
export function CriteriaPanel({ mode, edits: { when, field }, figures, closed, onRate }: CriteriaPanelProps) {
  const typed = readRating(field, mode[when][field]);
  const rated = when === "now" ? figures : figures?.after;
  const rating = typed.kind === "rating" && typeof typed.value === "number" ? typed.value : null;
  const counted = typed.kind === "rating" && typeof typed.value !== "number" ? rated?.[field] : undefined;
  return (
    <section className="block criteria-panel" aria-labelledby="criteria-question">
      <header>
        <div>
          <h2 className="finding" id="criteria-question">
            {questions[field]}
          </h2>
          <p className="measure">
            {field} of {mode.id || "a new failure mode"}
            {when === "after" ? ", with its actions done" : ""}
          </p>
        </div>
      </header>
      {rated && counted !== undefined && field !== "severity" ? (
        <p className="quotable counted-rating">{countedWords(field, mode[when][field], counted, rated)}</p>
      ) : null}
      <ol className="criteria">
        {criteria[field].map((each) => (
          <li key={each.rating}>
            <button
              type="button"
              aria-pressed={(rating ?? counted) === each.rating}
              disabled={closed !== null}
              onClick={() => onRate(when, field, each.rating)}
            >
              <b>{each.rating}</b> <span>{each.criterion}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** "31/4200 counted: 0.75 %, and 90 % between 0.55 % and 1 %. Rated 6." */
function countedWords(
  field: "occurrence" | "detection",
  typed: string,
  rating: number,
  { occurs, missed }: Pick<FmeaReport["modes"][number], "occurs" | "missed">,
): string {
  const share = field === "occurrence" ? occurs : missed;
  if (share === null) return `Rated ${formatNumber(rating)}.`;
  const what = field === "occurrence" ? "occurs in" : "lets past";
  return (
    `${typed} counted: it ${what} ${formatPercent(share.estimate)}, ` +
    `with 90 % probability ${formatPercent(share.low)} to ${formatPercent(share.high)}. Rated ${formatNumber(rating)}.`
  );
}
