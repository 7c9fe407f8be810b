import { formatMoney } from "../../../../src/chart/series/format-money.ts";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import {
  compressionWords,
  densityWords,
  finePercent,
  rankingSentence,
} from "../../../../src/chart/series/matrix-words.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { BandSign } from "./band-sign.tsx";
import type { ScaleReport } from "./matrix-view.ts";

interface FiguresBlockProps {
  readonly report: ScaleReport;
  readonly currency: string;
}

/** How often the bands order two risks wrong or not at all, and how different two risks of one band may be. */
export function FiguresBlock({ report, currency }: FiguresBlockProps) {
  const { ranking, proposal, compression, bandNames } = report;
  const shown = ranking.find(({ density }) => density === "log-uniform")!;
  return (
    <section className="block figures-block" aria-labelledby="ranking-head">
      <header>
        <div>
          <h2 className="finding" id="ranking-head">
            {finePercent(shown.wrong)} of pairs ranked wrong, {finePercent(shown.tied)} tied
          </h2>
          <p className="measure">{rankingSentence(shown)}</p>
        </div>
      </header>
      <div className="two-tables">
        <div>
          <ScrollX label="Pairs of risks ranked wrong or tied">
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">Two risks drawn</th>
                  <th scope="col" className="number">
                    Wrong
                  </th>
                  <th scope="col" className="number">
                    Tied
                  </th>
                  <th scope="col" className="number">
                    By score: wrong
                  </th>
                  <th scope="col" className="number">
                    Tied
                  </th>
                </tr>
              </thead>
              <tbody>
                {ranking.map(({ density, wrong, tied, scoreWrong, scoreTied }) => (
                  <tr key={density}>
                    <th scope="row">{densityWords[density]}</th>
                    <td className="number">{finePercent(wrong)}</td>
                    <td className="number">{finePercent(tied)}</td>
                    <td className="number">{finePercent(scoreWrong)}</td>
                    <td className="number">{finePercent(scoreTied)}</td>
                  </tr>
                ))}
                {proposal?.ranking.map(({ density, wrong, tied, scoreWrong, scoreTied }) => (
                  <tr key={`proposed ${density}`}>
                    <th scope="row">{densityWords[density]}, sound bands</th>
                    <td className="number">{finePercent(wrong)}</td>
                    <td className="number">{finePercent(tied)}</td>
                    <td className="number">{finePercent(scoreWrong)}</td>
                    <td className="number">{finePercent(scoreTied)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
          <p className="measure">
            Nobody knows how an organisation’s risks lie on its scale: the shares compare matrices, they describe no
            portfolio.
          </p>
        </div>
        <div>
          <h3 className="part-head">How far one band reaches</h3>
          <ScrollX label="Range of each band">
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">Band</th>
                  <th scope="col" className="number">
                    Cells
                  </th>
                  <th scope="col" className="number">
                    From, a year
                  </th>
                  <th scope="col" className="number">
                    To, a year
                  </th>
                  <th scope="col" className="number">
                    Two of it differ by
                  </th>
                </tr>
              </thead>
              <tbody>
                {compression
                  .map(({ band, cells, low, high, factor }) => (
                    <tr key={band}>
                      <th scope="row">
                        <span className="band-choice">
                          <BandSign names={bandNames} band={band} />
                          {band}
                        </span>
                      </th>
                      <td className="number">{formatNumber(cells)}</td>
                      <td className="number">{formatMoney(low, currency, "table")}</td>
                      <td className="number">{formatMoney(high, currency, "table")}</td>
                      <td className="number">
                        {factor === null ? "any factor" : `up to ${compressionWords(factor)} times`}
                      </td>
                    </tr>
                  ))
                  .toReversed()}
              </tbody>
            </table>
          </ScrollX>
        </div>
      </div>
    </section>
  );
}
