import type { CurveWords } from "../../../src/chart/series/curve-labels.ts";
import { distributionRange } from "../../../src/chart/series/distribution-words.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import { changeSentence, scenarioSentence } from "../../../src/chart/series/quote-sentences.ts";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import type { AnnualLoss } from "../../../src/engine/quantification/annual-loss.ts";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { CurveFigure } from "../curve/curve-figure.tsx";
import type { ScenarioFigures } from "./scenario-figures.ts";

interface ScenarioOutcomeProps {
  readonly name: string;
  readonly figures: ScenarioFigures | undefined;
  /** As the register has it; null where the risk had no scenario. */
  readonly saved: RiskDetail["annualLoss"];
  /** Controls that the risk names: they count from when the scenario is saved for the first time. */
  readonly namedControls: number;
  /** The whole register as it is saved; undefined while it is read. */
  readonly portfolioBefore: AnnualLoss | undefined;
  readonly workspace: Workspace;
  readonly isChanged: boolean;
  /** Whether every leaf of the tree is given. */
  readonly isWhole: boolean;
}

const noLimits: never[] = [];
const besideSaved: Partial<CurveWords> = { target: ["As saved", "before this change"] };
const besideBefore: Partial<CurveWords> = {
  residual: ["With it", "as typed"],
  target: ["As saved", "before this change"],
};

/** What the scenario costs as it is typed: its own curve, and that of everything with it. */
export function ScenarioOutcome(props: ScenarioOutcomeProps) {
  const { name, figures, saved, namedControls, portfolioBefore, workspace, isChanged, isWhole } = props;
  const { currency } = workspace;
  const own = figures?.own ?? null;
  const whole = figures?.portfolio ?? null;
  return (
    <>
      <section className="block" aria-labelledby="own-year">
        <header>
          <div>
            <h2 className="finding" id="own-year">
              {own ? yearFinding(own.residual, currency) : "What it costs in a year"}
            </h2>
            <p className="measure">
              {saved === null && namedControls > 0
                ? `Its own annual loss in ${currency}, before controls: they count once it is saved`
                : `Its own annual loss in ${currency}, with the controls that work`}
            </p>
          </div>
        </header>
        {own ? (
          <>
            <CurveFigure
              curves={{
                residual: own.residual,
                inherent: own.inherent,
                ...(isChanged && saved ? { target: saved.residual } : {}),
              }}
              limits={noLimits}
              currency={currency}
              words={besideSaved}
              height={262}
              label={`Annual loss of ${name}`}
            />
            <CopySentence sentence={scenarioSentence(name, own.residual, currency)} />
            <Figures own={own} figures={figures} currency={currency} />
          </>
        ) : (
          <p className="hush">
            {figures?.mistake ?? (isWhole ? "Computing." : "Drawn when every leaf of the tree is given.")}
          </p>
        )}
      </section>
      <section className="block" aria-labelledby="whole-year">
        <header>
          <div>
            <h2 className="finding" id="whole-year">
              Everything, with it
            </h2>
            <p className="measure">Annual loss of every risk with a scenario, as if this were saved</p>
          </div>
        </header>
        {whole && portfolioBefore ? (
          <>
            <CurveFigure
              curves={{ residual: whole, ...(isChanged ? { target: portfolioBefore } : {}) }}
              limits={noLimits}
              currency={currency}
              words={besideBefore}
              height={220}
              label="Annual loss of the whole register"
            />
            <CopySentence sentence={changeSentence(portfolioBefore, whole, currency)} />
          </>
        ) : (
          <p className="hush">
            {isWhole && figures?.mistake == null ? "Computing." : "Drawn when the scenario is whole."}
          </p>
        )}
      </section>
    </>
  );
}

function yearFinding(year: AnnualLoss, currency: string): string {
  const bad = year.valueAtRisk["0.95"];
  return bad === 0
    ? `A year brings a loss with ${formatPercent(year.probabilityOfLoss)}`
    : `1 year in 20 it costs more than ${formatMoney(bad, currency)}`;
}

function Figures(props: {
  own: NonNullable<ScenarioFigures["own"]>;
  figures: ScenarioFigures | undefined;
  currency: string;
}) {
  const { own, figures, currency } = props;
  const { residual, inherent } = own;
  const money = (amount: number) => formatMoney(amount, currency, "table");
  const rows: [string, number, number][] = [
    ["Expected in a year", residual.expectedAnnualLoss, inherent.expectedAnnualLoss],
    ["1 year in 20 more than", residual.valueAtRisk["0.95"], inherent.valueAtRisk["0.95"]],
    ["Mean of the worst 1 in 20", residual.expectedShortfall["0.95"], inherent.expectedShortfall["0.95"]],
  ];
  return (
    <table className="figures scenario-figures">
      <caption className="visually-hidden">The scenario’s year in figures</caption>
      <thead>
        <tr>
          <th scope="col">
            {figures?.lossPerEvent
              ? `An event costs ${distributionRange(figures.lossPerEvent, { of: "money", currency })}`
              : ""}
          </th>
          <th scope="col" className="number">
            residual
          </th>
          <th scope="col" className="number">
            inherent
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, now, before]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td className="number">{money(now)}</td>
            <td className="number hush">{money(before)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Chance of any loss</th>
          <td className="number">{formatPercent(residual.probabilityOfLoss)}</td>
          <td className="number hush">{formatPercent(inherent.probabilityOfLoss)}</td>
        </tr>
      </tbody>
    </table>
  );
}
