import { formatNumber, formatPercent } from "../../../../src/chart/series/format-number.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import type { PairFigures } from "./use-pair-figures.ts";

interface GroupBlockProps {
  readonly group: NonNullable<PairFigures["group"]>;
  readonly limit: number;
  /** What is compared, where that is not the items. */
  readonly where: string;
}

/** How far the people who judged here agree: each one's consistency, and the range of their weights beside the group's. */
export function GroupBlock({ group, limit, where }: GroupBlockProps) {
  const { people, weights, agreement } = group;
  const known = people.flatMap((person) => (person.weights === null ? [] : [person.weights]));
  return (
    <section className="block" aria-labelledby="group-finding">
      <header>
        <div>
          <h2 className="finding" id="group-finding">
            {agreementFinding(agreement, known.length)}
          </h2>
          <p className="measure">{where}; Kendall’s W is 0 without a common order and 1 where all order alike</p>
        </div>
      </header>
      <ScrollX label="People who judged">
        <table className="figures">
          <caption className="visually-hidden">People who judged here</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col" className="number">
                Share
              </th>
              <th scope="col">Weighs most</th>
              <th scope="col" className="number">
                Consistency
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, share, weights: own, consistencyRatio }) => {
              const first = own?.reduce((most, each) => (each.weight > most.weight ? each : most));
              return (
                <tr key={id}>
                  <th scope="row">{id}</th>
                  <td className="number">{formatNumber(share, 2)}</td>
                  <td>{first ? `${first.id}, ${formatPercent(first.weight)}` : "not linked yet"}</td>
                  <td className="number">
                    {consistencyRatio === null
                      ? "incomplete"
                      : `${formatNumber(consistencyRatio, 3)}${consistencyRatio < limit ? "" : ", over the limit"}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
      {known.length > 1 ? (
        <ScrollX label="Range of their weights">
          <table className="figures group-range">
            <caption className="visually-hidden">The group’s weights and the range of the people’s</caption>
            <thead>
              <tr>
                <th scope="col">Compared</th>
                <th scope="col" className="number">
                  Group
                </th>
                <th scope="col" className="number">
                  Lowest
                </th>
                <th scope="col" className="number">
                  Highest
                </th>
              </tr>
            </thead>
            <tbody>
              {weights.map(({ id, weight }, at) => {
                const own = known.map((list) => list[at]!.weight);
                return (
                  <tr key={id}>
                    <th scope="row">{id}</th>
                    <td className="number">{formatPercent(weight)}</td>
                    <td className="number">{formatPercent(Math.min(...own))}</td>
                    <td className="number">{formatPercent(Math.max(...own))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollX>
      ) : null}
    </section>
  );
}

function agreementFinding(agreement: GroupBlockProps["group"]["agreement"], known: number): string {
  if (agreement === null)
    return known < 2 ? "Agreement takes two people who have linked all" : "Nobody tells two of them apart";
  const { kendallW, pValue } = agreement;
  const order =
    kendallW >= 0.7 ? "much the same order" : kendallW >= 0.5 ? "a similar order" : "different orders; ask why";
  const p = pValue === null ? "" : `, p ${formatNumber(pValue, 2)}`;
  return `The people judge in ${order}: Kendall’s W ${formatNumber(kendallW, 2)}${p}`;
}
