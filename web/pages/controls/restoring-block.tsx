import { useMemo } from "react";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import { restoringWords } from "../../../src/chart/series/frontier-sentences.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import { ComputingNote } from "../../compute/computing-note.tsx";
import { useComputed } from "../../compute/use-computed.ts";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { fundable } from "./fundable.ts";

interface RestoringBlockProps {
  readonly model: ScenarioModel;
  readonly limits: Quantification["limits"];
  readonly choose: (set: ReadonlySet<string>) => void;
}

/** For each line that is crossed, the cheapest controls that bring it back under its appetite. */
export function RestoringBlock({ model, limits, choose }: RestoringBlockProps) {
  const { currency } = model;
  const crossed = limits.filter(
    ({ status, appetite }) => (status === "warning" || status === "breach") && appetite > 0,
  );
  const choice = useMemo(() => fundable(model, "what-works"), [model]);
  const scenarios = useMemo(() => model.scenarios.map(({ scenario }) => scenario), [model]);
  const computed = useComputed(
    "restoring",
    crossed.length > 0 && choice.candidates.length > 0
      ? {
          scenarios,
          candidates: choice.candidates,
          alwaysOn: choice.alwaysOn,
          limits: crossed.map(({ exceeds, appetite }) => ({ exceeds, probability: appetite })),
        }
      : undefined,
    {
      key: `${model.revision} ${model.asOf} ${crossed.map(({ id, appetite }) => `${id} ${appetite}`).join()}`,
      when: "in-turn",
    },
  );
  const nameOf = (id: string) => model.controls.find((control) => control.id === id)?.name ?? id;
  if (limits.length === 0) return null;
  return (
    <section className="block" aria-labelledby="restoring-finding">
      <header>
        <div>
          <h2 className="finding" id="restoring-finding">
            {crossed.length === 0 ? "No line has to be brought back" : "What brings the line back"}
          </h2>
          <p className="measure">
            {crossed.length === 0
              ? "Every limit on the year’s loss is within its appetite"
              : "The cheapest controls on top of what works, until the line is within its appetite"}
          </p>
        </div>
      </header>
      {crossed.length > 0 && choice.candidates.length === 0 ? (
        <p className="lede">No control that is not yet working has a cost.</p>
      ) : null}
      {computed.answers === "this-question" ? (
        <ul className="restoring">
          {crossed.map(({ id, exceeds, appetite, probability }, index) => {
            const found = computed.answer?.[index] ?? null;
            return (
              <li key={id}>
                <p className="measure">
                  More than {formatMoney(exceeds, currency)} in a year: {formatPercent(probability ?? 0)} now,{" "}
                  {formatPercent(appetite)} allowed
                  {found ? `, ${formatPercent(found.probability)} with them` : ""}
                </p>
                <CopySentence
                  sentence={restoringWords(
                    found && { names: found.controls.map(nameOf), cost: found.annualCost, method: found.method },
                    { exceeds, currency },
                  )}
                />
                {found && found.controls.length > 0 ? (
                  <p>
                    <button
                      type="button"
                      className="button"
                      onClick={() => choose(new Set([...choice.alwaysOn, ...found.controls]))}
                    >
                      Try this set<span className="visually-hidden"> for {formatMoney(exceeds, currency)}</span>
                    </button>
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : crossed.length > 0 && choice.candidates.length > 0 ? (
        <ComputingNote what="what brings the line back" computed={computed} />
      ) : null}
    </section>
  );
}
