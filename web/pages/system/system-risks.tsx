import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { formatDate, formatDay } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { PageLink } from "../../shell/page-link.tsx";

interface SystemRisksProps {
  readonly risks: readonly RiskFigures[];
  readonly workspace: Workspace;
  readonly today: string;
}

/** The risks of one system, each leading to its page. */
export function SystemRisks({ risks, workspace, today }: SystemRisksProps) {
  const categories = new Map(workspace.categories.map(({ id, name }) => [id, name]));
  if (risks.length === 0)
    return (
      <p className="lede">
        No risk is written down for it. That is not the same as none: what could go wrong has not been asked.
      </p>
    );
  return (
    <table className="figures system-risks">
      <caption className="visually-hidden">Risks of this system</caption>
      <thead>
        <tr>
          <th scope="col">Risk</th>
          <th scope="col" className="roomy">
            Category
          </th>
          <th scope="col" className="number">
            Inherent
          </th>
          <th scope="col" className="number">
            Residual
          </th>
          <th scope="col" className="number roomy">
            Target
          </th>
          <th scope="col" className="number">
            Loss a year
          </th>
          <th scope="col" className="number roomy">
            Assessed
          </th>
          <th scope="col" className="number roomy">
            Deadline
          </th>
        </tr>
      </thead>
      <tbody>
        {risks.map((risk) => (
          <tr key={risk.id}>
            <th scope="row">
              <StatusMark {...risk} />{" "}
              <PageLink className="row-link" to={`/risks/${risk.id}`}>
                {risk.name}
              </PageLink>
            </th>
            <td className="roomy">{categories.get(risk.category) ?? risk.category}</td>
            <td className="number">{risk.inherent?.score ?? "–"}</td>
            <td className="number">
              {risk.residual === null ? <small>not rated</small> : <b>{risk.residual.score}</b>}
            </td>
            <td className="number roomy">{risk.target?.score ?? "–"}</td>
            <td className="number">
              {risk.expectedAnnualLoss.residual === null ? (
                <small>no scenario</small>
              ) : (
                formatMoney(risk.expectedAnnualLoss.residual, workspace.currency, "table")
              )}
            </td>
            <td className="number roomy">
              {risk.assessed === null ? "never" : formatDate(risk.assessed, today)}
              {risk.freshness === "stale" ? <b>, stale</b> : null}
            </td>
            <td className="number roomy">
              {risk.nextDeadline === null ? (
                <span className="hush">none</span>
              ) : risk.nextDeadline.on < today ? (
                <b>{formatDay(risk.nextDeadline.on, today)}, passed</b>
              ) : (
                formatDay(risk.nextDeadline.on, today)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
