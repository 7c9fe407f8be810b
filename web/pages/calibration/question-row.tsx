import { useId } from "react";
import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { CalibrationQuestion } from "../../../src/contract/facts.ts";
import { type IntervalDraft, readInterval } from "./interval-draft.ts";

interface QuestionRowProps {
  readonly question: CalibrationQuestion;
  readonly draft: IntervalDraft;
  readonly state: "open" | "judged";
  readonly onChange: (draft: IntervalDraft) => void;
}

/** One question with the two ends of its interval; judged, with the truth and where it is published. */
export function QuestionRow({ question, draft, state, onChange }: QuestionRowProps) {
  const id = useId();
  const read = readInterval(draft);
  const mistake = read !== null && "mistake" in read ? read.mistake : null;
  const interval = read !== null && !("mistake" in read) ? read : null;
  const isHit = interval !== null && interval.low <= question.truth && question.truth <= interval.high;
  return (
    <li className="question">
      <p id={id}>
        {question.question}
        {question.unit && question.unit !== "year" ? <small className="hush"> in {question.unit}</small> : null}
      </p>
      <span className="interval">
        {(["low", "high"] as const).map((end) => (
          <input
            key={end}
            aria-label={end === "low" ? "At least" : "At most"}
            aria-describedby={mistake ? `${id} ${id}-mistake` : id}
            aria-invalid={mistake !== null}
            className="number-input"
            autoComplete="off"
            readOnly={state === "judged"}
            placeholder={end === "low" ? "at least" : "at most"}
            value={draft[end]}
            onChange={({ target }) => onChange({ ...draft, [end]: target.value })}
          />
        ))}
      </span>
      {mistake && state === "open" ? (
        <small className="field-mistake" id={`${id}-mistake`}>
          {mistake}
        </small>
      ) : null}
      {state === "judged" ? (
        <p className="truth">
          {interval === null ? (
            <span className="hush">left out; </span>
          ) : (
            <>
              <MarkSign kind={isHit ? "ok" : "breach"} /> <b>{isHit ? "held" : "missed"}</b>;{" "}
            </>
          )}
          it is {truthWords(question)} <small className="hush">{question.source}</small>
        </p>
      ) : null}
    </li>
  );
}

/** A year is written without groups of three, and without a unit. */
function truthWords({ truth, unit }: CalibrationQuestion): string {
  return unit === "year" ? String(truth) : `${formatNumber(truth, 6)} ${unit}`;
}
