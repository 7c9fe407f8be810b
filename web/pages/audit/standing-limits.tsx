import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { formatGap, formatGapBeside, formatInterval } from "../../../src/chart/series/fairness/format-rate.ts";
import { disparityName } from "../../../src/chart/series/fairness/metric-words.ts";
import type { JudgedLimit } from "../../../src/contract/judged-limit.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { PageLink } from "../../shell/page-link.tsx";

interface StandingLimitsProps {
  readonly limits: readonly JudgedLimit[];
  /** The audit on whose page they stand: it is not led to again. */
  readonly here?: string;
}

/** Limits on disparities of a system, and where its newest audit puts each. */
export function StandingLimits({ limits, here }: StandingLimitsProps) {
  return (
    <ScrollX label="Limits on disparities">
      <table className="figures standing-limits">
        <caption className="visually-hidden">Limits on disparities</caption>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Disparity</th>
            <th scope="col" className="number">
              Newest
            </th>
            <th scope="col" className="number">
              Appetite
            </th>
            <th scope="col" className="number">
              Tolerance
            </th>
          </tr>
        </thead>
        <tbody>
          {limits.map((limit) => {
            const { id, disparity, attributes, appetite, tolerance, status, figure, audit, limitSet } = limit;
            return (
              <tr key={id}>
                <td className="verdict">
                  <StatusMark status={status} word="nearby" />{" "}
                  {audit !== null && audit !== here ? (
                    <PageLink className="name-link" to={`/audits/${audit}`}>
                      {statusWords(limit)}
                    </PageLink>
                  ) : (
                    statusWords(limit)
                  )}
                </td>
                <th scope="row">
                  {disparityName(disparity)} <small>by {attributes.join(" and ")}</small>
                  {limitSet === "after-the-data" && audit !== null ? (
                    <small className="by-line">
                      <b>approved after the decisions were looked at</b>
                    </small>
                  ) : null}
                </th>
                <td className="number">
                  {figure === null || figure.estimate === null ? (
                    <span className="hush">–</span>
                  ) : (
                    <>
                      <b>{formatGapBeside(figure.estimate, appetite)}</b>{" "}
                      <small>{formatInterval(figure, formatGap)}</small>
                    </>
                  )}
                </td>
                <td className="number">{formatGap(appetite)}</td>
                <td className="number">{formatGap(tolerance)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
}

function statusWords({ status, audit }: Pick<JudgedLimit, "status" | "audit">): string {
  switch (status) {
    case "ok":
      return "within";
    case "warning":
      return "outside appetite";
    case "breach":
      return "outside tolerance";
    case "unknown":
      return audit === null ? "not audited" : "not enough evidence";
    default: {
      const unnamed: never = status;
      return unnamed;
    }
  }
}
