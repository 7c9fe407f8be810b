import type { Workspace } from "../../../src/contract/detail.ts";
import type { Vote } from "../../../src/contract/workshop.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";

interface VoteTableProps {
  readonly risk: string;
  /** Of one risk. */
  readonly votes: readonly Vote[];
  readonly outliers: readonly string[];
  readonly person: string | null;
  readonly workspace: Workspace;
}

/** Who voted how on a risk, and why: the twin of the strips. */
export function VoteTable({ risk, votes, outliers, person, workspace }: VoteTableProps) {
  const { people, scale } = workspace;
  const level = (axis: "likelihood" | "impact", at: number) => `${at} ${scale[axis][at - 1]?.name ?? ""}`;
  return (
    <ScrollX label={`Votes on ${risk}`}>
      <table className="figures vote-table">
        <caption className="visually-hidden">Votes on {risk}</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Likelihood</th>
            <th scope="col">Impact</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {votes.map(({ by, likelihood, impact, reason, blind }) => {
            const isRevised = blind !== undefined && (blind.likelihood !== likelihood || blind.impact !== impact);
            return (
              <tr key={by} className={by === person ? "now" : undefined}>
                <th scope="row">
                  {people.find(({ id }) => id === by)?.name ?? by}
                  {outliers.includes(by) ? <small> apart from the others</small> : null}
                </th>
                <td>{level("likelihood", likelihood)}</td>
                <td>{level("impact", impact)}</td>
                <td>
                  {reason ?? (outliers.includes(by) ? <span className="hush">not said yet</span> : null)}
                  {isRevised ? (
                    <small>
                      {" "}
                      Blind: {blind.likelihood} and {blind.impact}.
                    </small>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
}
