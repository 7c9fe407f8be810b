import { formatPercent } from "../../../../src/chart/series/format-number.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import type { ItemDraft } from "./ahp-draft.ts";

interface WeightTableProps {
  readonly items: readonly ItemDraft[];
  readonly weights: readonly number[];
  /** How often each comes first when judgements wobble; under criteria nobody knows. */
  readonly firstIn: readonly number[] | "computing" | "not-known";
  /** What they are the weights of, where that is not the items in all. */
  readonly of?: string;
}

/** Weights as bars, in the order of the items: nothing changes its place while a slider moves. */
export function WeightTable({ items, weights, firstIn, of }: WeightTableProps) {
  const most = Math.max(...weights);
  return (
    <ScrollX label={of === undefined ? "Weights" : `Weights: ${of}`}>
      <table className="figures weight-table">
        <caption className="visually-hidden">{of === undefined ? "Weights of the items" : `Weights: ${of}`}</caption>
        <thead>
          <tr>
            <th scope="col">{of === undefined ? "Item" : "Compared"}</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col">
              <span className="visually-hidden">Weight as a bar</span>
            </th>
            {firstIn === "not-known" ? null : (
              <th scope="col" className="number">
                First in
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map(({ key, name }, at) => (
            <tr key={key} className={weights[at] === most ? "now" : undefined}>
              <th scope="row">{name || "not named"}</th>
              <td className="number">{formatPercent(weights[at]!)}</td>
              <td className="weight-bar">
                <span style={{ width: `${(100 * weights[at]!) / most}%` }} />
              </td>
              {firstIn === "not-known" ? null : (
                <td className="number">
                  {firstIn === "computing" || firstIn[at] === undefined ? "…" : formatPercent(firstIn[at])}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
