import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatCount } from "../../../src/chart/series/format-number.ts";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import type { Assessment } from "../../../src/contract/record.ts";
import type { ImpactRating } from "../../../src/contract/scale.ts";
import { decidingKinds, placeOf } from "./rating-draft.ts";

interface RiskAssessmentsProps {
  readonly detail: RiskDetail;
  readonly workspace: Workspace;
  readonly today: string;
}

const sources: Readonly<Record<Assessment["source"], string>> = {
  "portfolio-file": "from the file",
  form: "by form",
  workshop: "in a workshop",
};

/** Every judgement that was recorded, newest first; the newest is the rating. */
export function RiskAssessments({ detail, workspace, today }: RiskAssessmentsProps) {
  const people = new Map(workspace.people.map(({ id, name }) => [id, name]));
  const newestFirst = detail.assessments.toSorted((a, b) =>
    a.on === b.on ? (a.recordedAt < b.recordedAt ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
  const count = newestFirst.length;
  return (
    <section className="block part" aria-labelledby="assessments">
      <h3 id="assessments">{timesSentence(count)}</h3>
      <p className="measure">Each judgement is kept as it was made; the newest is the rating</p>
      {count === 0 ? null : (
        <table className="figures assessments">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Inherent</th>
              <th scope="col">Residual</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map(({ id, on, by, source, inherent, residual, note }) => (
              <tr key={id}>
                <th scope="row">{formatDate(on, today)}</th>
                <td>{inherent ? ratingWords(inherent, workspace) : "left as it was"}</td>
                <td>
                  {residual ? ratingWords(residual, workspace) : "derived"}
                  {residual ? (
                    <small>
                      {residual.reason} Review by {formatDate(residual.reviewBy, today)}.
                    </small>
                  ) : null}
                </td>
                <td>
                  {by ? (people.get(by) ?? by) : "not said"}
                  <small>{note ?? sources[source]}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ratingWords(rating: { likelihood: number; impact: ImpactRating }, { scale }: Workspace): string {
  const score = placeOf(rating, scale);
  if (score === null) return "not rated";
  const kinds = decidingKinds(rating.impact);
  const sign = scale.score === "product" ? "×" : "+";
  return `${score.likelihood} ${sign} ${score.impact} = ${score.score}${kinds.length > 0 ? `, ${kinds.join(" and ")}` : ""}`;
}

function timesSentence(count: number): string {
  if (count === 0) return "Nobody has assessed it yet";
  if (count === 1) return "Assessed once";
  return count === 2 ? "Assessed twice" : `Assessed ${formatCount(count)} times`;
}
