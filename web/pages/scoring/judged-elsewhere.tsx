import { formatNumber, formatPercent } from "../../../src/chart/series/format-number.ts";
import type { AhpReport } from "../../../src/contract/ahp-report.ts";

/** Several people's judgements, or criteria over the items: shown with what they come to; they are edited in the file. */
export function JudgedElsewhere({ report }: { readonly report: AhpReport | undefined }) {
  const rows = [
    ...(report?.criteria ?? []).map(({ id, globalWeight, consistencyRatio, consistencyLimit }) => ({
      id,
      share: globalWeight,
      ratio: consistencyRatio,
      limit: consistencyLimit,
    })),
    ...(report?.people ?? []).map(({ id, share, consistencyRatio }) => ({
      id,
      share: share / report!.people.reduce((sum, person) => sum + person.share, 0),
      ratio: consistencyRatio,
      limit: report!.consistencyLimit,
    })),
  ];
  return (
    <section className="block" aria-labelledby="judged-elsewhere" aria-busy={report === undefined}>
      <header>
        <div>
          <h2 className="finding" id="judged-elsewhere">
            {report && report.criteria.length > 0 ? "Judged under criteria" : "Judged by several people"}
          </h2>
          <p className="measure">
            Such judgements are edited in the file and kept by PUT /v1/studies/{"{id}"}; here is what they come to
          </p>
        </div>
      </header>
      <table className="figures">
        <caption className="visually-hidden">Criteria and people</caption>
        <thead>
          <tr>
            <th scope="col">Who or what</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col" className="number">
              Consistency
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, share, ratio, limit }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td className="number">{formatPercent(share)}</td>
              <td className="number">
                {ratio === null ? "incomplete" : `${formatNumber(ratio, 3)}${ratio < limit ? "" : ", over the limit"}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
