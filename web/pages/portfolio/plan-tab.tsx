import { useQuery } from "@tanstack/react-query";
import { formatDay } from "../../../src/chart/series/format-date.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import { workspaceQuery } from "../../data/queries.ts";

export function PlanTab({ detail, today }: { readonly detail: RiskDetail; readonly today: string }) {
  const { data: workspace } = useQuery(workspaceQuery);
  const people = new Map(workspace?.people.map(({ id, name }) => [id, name]));
  const treatment = detail.record.treatment;
  const tasks = treatment?.plan ?? [];
  return (
    <>
      <h3>{treatment ? strategyWords[treatment.strategy] : "No treatment is decided"}</h3>
      <p className="measure">
        {treatment?.reason ?? "Avoid, mitigate, transfer or accept: a treatment says which, and why"}
      </p>
      {tasks.length === 0 ? null : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">Owner</th>
              <th scope="col" className="number">
                Due
              </th>
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ task, owner, due, done }) => (
              <tr key={`${task} ${due}`}>
                <th scope="row">{task}</th>
                <td>{people.get(owner) ?? owner}</td>
                <td className="number">
                  {done ? (
                    `done ${formatDay(done, today)}`
                  ) : due < today ? (
                    <b>{formatDay(due, today)}, passed</b>
                  ) : (
                    formatDay(due, today)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const strategyWords = {
  avoid: "The risk is to be avoided",
  mitigate: "The risk is to be mitigated",
  transfer: "The risk is to be transferred",
  accept: "The risk is accepted",
} as const;
