import { useId, useMemo, useState } from "react";
import { FrontierChart } from "../../../src/chart/draw/frontier-chart.tsx";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import { chosenStep, layoutFrontier } from "../../../src/chart/series/frontier-layout.ts";
import { frontierFinding, frontierQuote } from "../../../src/chart/series/frontier-sentences.ts";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import { ComputingNote } from "../../compute/computing-note.tsx";
import { useComputed } from "../../compute/use-computed.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { numberText, parseNumber } from "../scenario/number-text.ts";
import type { ChangeControlsSearch, ControlsSearch } from "./controls-search.ts";
import { fundable } from "./fundable.ts";

interface FrontierBlockProps {
  readonly model: ScenarioModel;
  readonly search: ControlsSearch;
  readonly onChange: ChangeControlsSearch;
  readonly choose: (set: ReadonlySet<string>) => void;
}

const height = 250;

/** What a budget buys: the frontier of cost against loss, and the set that the budget chooses. */
export function FrontierBlock({ model, search, onChange, choose }: FrontierBlockProps) {
  const { currency } = model;
  const from = search.from ?? "what-works";
  const measure = search.measure ?? "expectedAnnualLoss";
  const choice = useMemo(() => fundable(model, from), [model, from]);
  const total = choice.candidates.reduce((sum, { annualCost }) => sum + (annualCost ?? 0), 0);
  const budget = search.budget === undefined ? roundCost(total / 2) : Number(search.budget);
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const scenarios = useMemo(() => model.scenarios.map(({ scenario }) => scenario), [model]);
  const computed = useComputed(
    "frontier",
    choice.candidates.length > 0
      ? { scenarios, candidates: choice.candidates, alwaysOn: choice.alwaysOn, budget: total, measure }
      : undefined,
    { key: `${model.revision} ${model.asOf} ${from} ${measure}`, when: "in-turn" },
  );
  const answer = computed.answers === "this-question" ? computed.answer : undefined;
  const steps = useMemo(
    () => (answer?.frontier ?? []).map(({ annualCost, loss }) => ({ cost: annualCost, loss })),
    [answer],
  );
  const at = chosenStep(steps, budget);
  const set = answer?.frontier[at];
  const nameOf = (id: string) => model.controls.find((control) => control.id === id)?.name ?? id;
  const layout = useMemo(
    () => (width === null || steps.length === 0 ? null : layoutFrontier({ steps, budget, currency, width, height })),
    [steps, budget, currency, width],
  );
  if (choice.candidates.length === 0)
    return (
      <section className="block" aria-labelledby="frontier-finding">
        <header>
          <h2 className="finding" id="frontier-finding">
            Nothing more to fund
          </h2>
        </header>
        <p className="lede">
          {choice.uncosted.length > 0
            ? `No control that is not yet working has a cost: write annualCost for ${choice.uncosted.slice(0, 3).join(", ")}.`
            : "Every control that is written down works already."}
        </p>
        <p className="choices">
          <button type="button" onClick={() => onChange({ from: "nothing" })}>
            Choose among all of them, from nothing
          </button>
        </p>
      </section>
    );
  return (
    <section className="block frontier" aria-labelledby="frontier-finding">
      <header>
        <div>
          <h2 className="finding" id="frontier-finding">
            {set ? frontierFinding({ names: set.controls.map(nameOf), budget, currency }) : "What a budget buys"}
          </h2>
          <p className="measure">
            {measure === "expectedAnnualLoss" ? "Expected loss a year" : "Mean of the worst years, 1 in 20,"} that is
            left, by what the controls cost a year
          </p>
        </div>
        <div className="choices">
          <button
            type="button"
            aria-pressed={measure === "expectedAnnualLoss"}
            onClick={() => onChange({ measure: undefined })}
          >
            Expected
          </button>
          <button
            type="button"
            aria-pressed={measure === "expectedShortfall"}
            onClick={() => onChange({ measure: "expectedShortfall" })}
          >
            Worst 1 in 20
          </button>
          <span className="parting" />
          <button type="button" aria-pressed={from === "what-works"} onClick={() => onChange({ from: undefined })}>
            On top of what works
          </button>
          <button type="button" aria-pressed={from === "nothing"} onClick={() => onChange({ from: "nothing" })}>
            From nothing
          </button>
        </div>
      </header>
      <BudgetField
        key={from}
        budget={budget}
        total={total}
        currency={currency}
        onBudget={(next) => onChange({ budget: String(next) })}
      />
      <div ref={frame} className="frontier-figure" style={{ minHeight: height }}>
        {layout ? <FrontierChart layout={layout} currency={currency} /> : null}
      </div>
      <ComputingNote what="what a budget buys" computed={computed} />
      {answer && set ? (
        <>
          <CopySentence
            sentence={frontierQuote({
              names: set.controls.map(nameOf),
              cost: set.annualCost,
              budget,
              before: steps[0]!.loss,
              after: set.loss,
              measure,
              method: answer.method,
              currency,
            })}
          />
          <p className="actions">
            <button
              type="button"
              className="button"
              onClick={() => choose(new Set([...choice.alwaysOn, ...set.controls]))}
            >
              Try this set
            </button>
            <small className="hush">
              {answer.method === "every-set"
                ? `Every set of ${formatNumber(choice.candidates.length)} ${plural("control", choice.candidates.length)} was compared.`
                : `Searched, not every set: what is missed is at most ${formatMoney(answer.gap, currency, "table")}.`}
              {choice.uncosted.length > 0
                ? ` Left out for want of a cost: ${choice.uncosted.slice(0, 3).join(", ")}${choice.uncosted.length > 3 ? ` and ${formatNumber(choice.uncosted.length - 3)} more` : ""}.`
                : ""}
            </small>
          </p>
        </>
      ) : null}
    </section>
  );
}

function BudgetField(props: { budget: number; total: number; currency: string; onBudget: (budget: number) => void }) {
  const { budget, total, currency, onBudget } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const value = typed === null ? budget : parseNumber(typed);
  const isWrong = value === null || value < 0;
  const type = (text: string) => {
    setTyped(text);
    const next = parseNumber(text);
    if (next !== null && next >= 0) onBudget(Math.round(next));
  };
  return (
    <div className="budget-field">
      <label htmlFor={id}>Budget a year, {currency}</label>
      <input
        id={id}
        className="number-input"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-mistake` : undefined}
        value={typed ?? numberText(budget, "money")}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(null)}
      />
      <input
        type="range"
        aria-label="Budget a year"
        aria-valuetext={formatMoney(budget, currency)}
        min={0}
        max={Math.max(total, 1)}
        step={stepOf(total)}
        value={Math.min(budget, total)}
        onChange={({ target }) => {
          setTyped(null);
          onBudget(Number(target.value));
        }}
      />
      {isWrong ? (
        <small className="field-mistake" id={`${id}-mistake`}>
          Write an amount such as 250000, 250k or 0.25m
        </small>
      ) : null}
    </div>
  );
}

/** A hundred steps or so, on round amounts. */
function stepOf(total: number): number {
  return Math.max(1, 10 ** Math.floor(Math.log10(Math.max(total, 1) / 50)));
}

function roundCost(cost: number): number {
  const step = stepOf(cost * 2);
  return Math.round(cost / step) * step;
}
