import type { ReactNode } from "react";
import { formatDay } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import type { Control } from "../../../src/contract/record.ts";

interface ControlsTabProps {
  readonly detail: RiskDetail;
  readonly currency: string | undefined;
  readonly today: string;
  /** The status of a control as a field, where it can be changed; else its word. */
  readonly status?: (control: Control) => ReactNode;
}

export function ControlsTab({ detail, currency, today, status }: ControlsTabProps) {
  const uses = detail.record.controls ?? [];
  const controls = new Map(detail.controls.map((control) => [control.id, control]));
  const effect = new Map(detail.explanation.steps.map((step) => [step.control, step.meanEffectiveness]));
  const working = uses.filter(({ control }) => controls.get(control)?.status === "working").length;
  return (
    <>
      <h3>{uses.length === 0 ? "No control is written down for it" : `${working} of ${uses.length} controls work`}</h3>
      <p className="measure">Only working controls count towards the residual score, planned ones towards the target</p>
      {uses.length === 0 ? null : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">Status</th>
              <th scope="col">Acts on</th>
              <th scope="col" className="number">
                Takes away
              </th>
              <th scope="col" className="number">
                Cost a year
              </th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => {
              const control = controls.get(use.control);
              const share = effect.get(use.control) ?? null;
              return (
                <tr key={`${use.control} ${use.acts}`}>
                  <th scope="row">{control?.name ?? use.control}</th>
                  <td>
                    {control === undefined ? "unknown" : status ? status(control) : control.status}
                    {control?.status === "planned" && control.due ? (
                      <small> by {formatDay(control.due, today)}</small>
                    ) : null}
                  </td>
                  <td>{use.acts === "frequency" ? "how often" : "how much"}</td>
                  <td className="number">{share === null ? "–" : formatPercent(share)}</td>
                  <td className="number">
                    {control?.annualCost === undefined || currency === undefined
                      ? "–"
                      : formatMoney(control.annualCost, currency)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
