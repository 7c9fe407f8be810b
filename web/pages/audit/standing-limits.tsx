import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { formatGap } from "../../../src/chart/series/fairness/format-rate.ts";
import { disparityName } from "../../../src/chart/series/fairness/metric-words.ts";
import type { JudgedLimit } from "../../../src/contract/judged-limit.ts";

interface StandingLimitsProps {
  readonly limits: readonly JudgedLimit[];
  readonly title: string;
}

const statusWords: Readonly<Record<JudgedLimit["status"], string>> = {
  ok: "within",
  warning: "outside appetite",
  breach: "outside tolerance",
  unknown: "not enough evidence",
};

/** Limits on disparities of a system, and where its newest audit puts each. */
export function StandingLimits({ limits, title }: StandingLimitsProps) {
  return (
    <section className="block" aria-labelledby="standing-limits">
      <header>
        <h2 className="finding" id="standing-limits">
          {title}
        </h2>
      </header>
      <LimitTable limits={limits} />
    </section>
  );
}

export function LimitTable({ limits }: Pick<StandingLimitsProps, "limits">) {
  return (
    <table className="figures standing-limits">
      <caption className="visually-hidden">Limits on disparities</caption>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Disparity</th>
          <th scope="col" className="number">
            Appetite
          </th>
          <th scope="col" className="number">
            Tolerance
          </th>
        </tr>
      </thead>
      <tbody>
        {limits.map(({ id, disparity, attributes, appetite, tolerance, status }) => (
          <tr key={id}>
            <td className="verdict">
              <StatusMark status={status} word="nearby" /> {statusWords[status]}
            </td>
            <th scope="row">
              {disparityName(disparity)}
              {attributes.length > 0 ? (
                <small> by {attributes.join(" and ")}</small>
              ) : (
                <small> by every attribute</small>
              )}
            </th>
            <td className="number">{formatGap(appetite)}</td>
            <td className="number">{formatGap(tolerance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
