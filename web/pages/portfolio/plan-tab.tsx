import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDay } from "../../../src/chart/series/format-date.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import { workspaceQuery } from "../../data/queries.ts";

type Task = NonNullable<NonNullable<RiskDetail["record"]["treatment"]>["plan"]>[number];

interface PlanTabProps {
  readonly detail: RiskDetail;
  readonly today: string;
  /** What can be done with a task, where something can. */
  readonly action?: (task: Task) => ReactNode;
}

export function PlanTab({ detail, today, action }: PlanTabProps) {
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
              {action ? (
                <th scope="col">
                  <span className="visually-hidden">Change</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {tasks.map((each) => {
              const { task, owner, due, done } = each;
              return (
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
                  {action ? <td className="number">{action(each)}</td> : null}
                </tr>
              );
            })}
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
