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
  /** A rating, or a count such as "31/4200"; what is typed one after another is taken back as one. */
  readonly onRate: (text: string, how: "pressed" | "typed") => void;
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
      {field === "severity" ? null : (
        <CountFields field={field} text={mode[when][field]} closed={closed} onType={(text) => onRate(text, "typed")} />
      )}
      <ol className="criteria">
        {criteria[field].map((each) => (
          <li key={each.rating}>
            <button
              type="button"
              aria-pressed={(rating ?? counted) === each.rating}
              disabled={closed !== null}
              onClick={() => onRate(String(each.rating), "pressed")}
            >
              <b>{each.rating}</b> <span>{each.criterion}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A count instead of a judgement: the rating follows from the data, and is as sure as they are many. */
function CountFields(props: {
  field: "occurrence" | "detection";
  text: string;
  closed: string | null;
  onType: (text: string) => void;
}) {
  const { field, text, closed, onType } = props;
  const [some = "", of = ""] = /\/|of/.test(text) ? text.split(/\s*(?:\/|of)\s*/) : [];
  const write = (first: string, second: string) =>
    onType(first.trim() === "" && second.trim() === "" ? "" : `${first.trim()}/${second.trim()}`);
  return (
    <fieldset className="count-fields">
      <legend>Or counted</legend>
      <label>
        <span>{field === "occurrence" ? "Failures in the log" : "Caught in a test"}</span>
        <input
          className="number-input"
          inputMode="numeric"
          value={some}
          maxLength={16}
          disabled={closed !== null}
          onChange={({ target }) => write(target.value, of)}
        />
      </label>
      <label>
        <span>of how many</span>
        <input
          className="number-input"
          inputMode="numeric"
          value={of}
          maxLength={16}
          disabled={closed !== null}
          onChange={({ target }) => write(some, target.value)}
        />
      </label>
    </fieldset>
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
