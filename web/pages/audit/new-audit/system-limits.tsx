import { formatGap } from "../../../../src/chart/series/fairness/format-rate.ts";
import { disparityName } from "../../../../src/chart/series/fairness/metric-words.ts";
import { formatDate } from "../../../../src/chart/series/format-date.ts";
import type { Workspace } from "../../../../src/contract/detail.ts";

/** The limits on disparities that a system has in the register: they are applied by themselves when its audit is saved. */
export function SystemLimits({ workspace, system }: { readonly workspace: Workspace; readonly system: string }) {
  const chosen = workspace.systems.find(({ id }) => id === system);
  if (!chosen) return null;
  const limits = workspace.limits.flatMap((limit) =>
    limit.measure === "disparity" && limit.scope.system === system ? [limit] : [],
  );
  if (limits.length === 0)
    return (
      <p className="measure">
        {chosen.name} has no limit on a disparity in the register: without one, no verdict is given.
      </p>
    );
  return (
    <div className="system-limits">
      <p className="measure">Limits of {chosen.name}, applied when the audit is saved:</p>
      <ul>
        {limits.map((limit) => (
          <li key={limit.id}>
            <b>{disparityName(limit.disparity)}</b> by {limit.attributes.join(" and ")}: appetite{" "}
            {formatGap(limit.appetite)}, tolerance {formatGap(limit.tolerance)};{" "}
            <span className="hush">
              {workspace.people.find(({ id }) => id === limit.approvedBy)?.name ?? limit.approvedBy},{" "}
              {formatDate(limit.approvedOn)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
