import { compositeScoreText } from "../../../../src/chart/series/composite-score-text.ts";
import { formatNumber, formatPercent } from "../../../../src/chart/series/format-number.ts";
import type { WeighReport } from "../../../../src/contract/weigh-report.ts";

interface RankingTableProps {
  readonly report: WeighReport;
  readonly names: ReadonlyMap<string, string>;
  readonly dimensionNames: ReadonlyMap<string, string>;
}

/** The ranking as figures: the twin of its charts. */
export function RankingTable({ report, names, dimensionNames }: RankingTableProps) {
  const before = new Map(report.order.map(({ above, probability }) => [above, probability]));
  const weighed = report.weighting.weights.filter(({ weight }) => weight > 0);
  return (
    <table className="figures ranking-table">
      <caption className="visually-hidden">Scenarios by score, with what each dimension brings</caption>
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Scenario</th>
          <th scope="col" className="number">
            Score
          </th>
          <th scope="col" className="number">
            90 %
          </th>
          <th scope="col" className="number">
            First in
          </th>
          <th scope="col" className="number">
            Before the next
          </th>
          {weighed.map(({ dimension }) => (
            <th key={dimension} scope="col" className="number">
              {dimensionNames.get(dimension) ?? dimension}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.scenarios.map((line) => (
          <tr key={line.id}>
            <td>{line.rank === null ? "–" : formatNumber(line.rank)}</td>
            <th scope="row">
              {names.get(line.id) ?? line.id}
              {line.unrated.length === 0 ? null : (
                <small> not rated on {line.unrated.map((id) => dimensionNames.get(id) ?? id).join(", ")}</small>
              )}
            </th>
            <td className="number">{line.score === null ? "not rated" : compositeScoreText(line.score)}</td>
            <td className="number">
              {compositeScoreText(line.low)} to {compositeScoreText(line.high)}
            </td>
            <td className="number">{line.ranks === null ? "–" : formatPercent(line.ranks[0]!)}</td>
            <td className="number">{before.has(line.id) ? formatPercent(before.get(line.id)!) : "–"}</td>
            {weighed.map(({ dimension }) => {
              const part = line.contributions.find((one) => one.dimension === dimension)?.contribution ?? null;
              return (
                <td key={dimension} className="number">
                  {part === null ? "–" : compositeScoreText(part)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
