import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { costChangeWords } from "../../../src/chart/series/control-sentences.ts";
import type { CurveWords } from "../../../src/chart/series/curve-labels.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, formatPercent, plural } from "../../../src/chart/series/format-number.ts";
import { changeSentence } from "../../../src/chart/series/quote-sentences.ts";
import { statusWord } from "../../../src/chart/series/status-word.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import { limitStatus } from "../../../src/engine/scoring/limit-status.ts";
import { ComputingNote } from "../../compute/computing-note.tsx";
import type { Computed } from "../../compute/use-computed.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { CurveFigure } from "../curve/curve-figure.tsx";

interface WhatIfBlockProps {
  readonly model: ScenarioModel;
  readonly chosen: ReadonlySet<string>;
  /** The year as the register has it. */
  readonly now: Quantification["residual"];
  readonly limits: Quantification["limits"];
  readonly year: Computed<"changed-year">;
  readonly exceedance: Computed<"exceedance">;
  readonly reset: () => void;
}

const words: Partial<CurveWords> = {
  residual: ["Now", "controls that work"],
  target: ["Tried", "with this set"],
};

/** The year as it is and under the set that is tried, against the line; never saved, and marked so. */
export function WhatIfBlock({ model, chosen, now, limits, year, exceedance, reset }: WhatIfBlockProps) {
  const { currency, controls } = model;
  const working = new Set(model.working);
  const tried = controls.filter(({ id }) => chosen.has(id) !== working.has(id));
  const triedYear = tried.length > 0 && year.answers === "this-question" ? year.answer : undefined;
  const larger = tried.length > 0 && exceedance.answers === "this-question" ? exceedance.answer : undefined;
  const costOf = (set: ReadonlySet<string>) =>
    controls.reduce((sum, { id, annualCost }) => (set.has(id) ? sum + (annualCost ?? 0) : sum), 0);
  const change = costOf(chosen) - costOf(working);
  return (
    <section
      className="block what-if"
      aria-labelledby="what-if-finding"
      aria-busy={tried.length > 0 && (year.state === "computing" || exceedance.state === "computing")}
    >
      <header>
        <div>
          <h2 className="finding" id="what-if-finding">
            {tried.length === 0
              ? "The year as it is"
              : `Tried, not saved: ${formatNumber(tried.length)} ${plural("control", tried.length)} switched`}
          </h2>
          <p className="measure">Annual loss of everything with a scenario, in {currency}</p>
        </div>
        {tried.length === 0 ? null : (
          <div className="choices">
            <button type="button" className="pill" onClick={reset}>
              Back to what works
            </button>
          </div>
        )}
      </header>
      <CurveFigure
        curves={{ residual: now, ...(triedYear ? { target: triedYear } : {}) }}
        limits={limits}
        currency={currency}
        words={words}
        height={300}
        label="Annual loss now and with the set tried"
      />
      {tried.length === 0 ? (
        <p className="lede">Switch a control to see the year without or with it, beside the year as it is.</p>
      ) : triedYear ? (
        <CopySentence
          sentence={`${setWords(tried, chosen)}, ${costChangeWords(change, currency)}: ${lowerFirst(changeSentence(now, triedYear, currency))}`}
        />
      ) : (
        <p className="lede">Computing the year with this set.</p>
      )}
      {limits.length > 0 ? (
        <ScrollX label="Points of the load line, now and with the set tried">
          <LimitRows limits={limits} larger={larger ?? null} currency={currency} />
        </ScrollX>
      ) : null}
      {tried.length > 0 && year.state === "refused" ? (
        <ComputingNote what="the year with this set" computed={year} />
      ) : null}
    </section>
  );
}

function LimitRows(props: {
  limits: Quantification["limits"];
  /** How likely a year loses more than each limit with the set tried; null without one. */
  larger: readonly number[] | null;
  currency: string;
}) {
  const { limits, larger, currency } = props;
  return (
    <table className="figures limits-table">
      <caption className="visually-hidden">Points of the load line, now and with the set tried</caption>
      <thead>
        <tr>
          <th scope="col">a year’s loss over</th>
          <th scope="col" className="number">
            line
          </th>
          <th scope="col" className="number">
            now
          </th>
          {larger ? (
            <th scope="col" className="number">
              tried
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {limits.map((limit, index) => (
          <tr key={limit.id}>
            <th scope="row">{formatMoney(limit.exceeds, currency)}</th>
            <td className="number">{formatPercent(limit.appetite)}</td>
            <Standing probability={limit.probability} limit={limit} />
            {larger ? <Standing probability={larger[index] ?? null} limit={limit} /> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing(props: { probability: number | null; limit: Quantification["limits"][number] }) {
  const { probability, limit } = props;
  const status = limitStatus(probability, limit);
  return (
    <td className="number">
      {probability === null ? "unknown" : formatPercent(probability)} <small>{statusWord({ status })}</small>{" "}
      <StatusMark status={status} word="nearby" />
    </td>
  );
}

function setWords(tried: ScenarioModel["controls"], chosen: ReadonlySet<string>): string {
  const list = (of: ScenarioModel["controls"]) => {
    const names = of.map(({ name }) => name);
    return names.length > 3
      ? `${names.slice(0, 2).join(", ")} and ${formatNumber(names.length - 2)} more`
      : names.join(names.length === 2 ? " and " : ", ");
  };
  const on = tried.filter(({ id }) => chosen.has(id));
  const off = tried.filter(({ id }) => !chosen.has(id));
  if (off.length === 0) return `With ${list(on)}`;
  return on.length === 0 ? `Without ${list(off)}` : `With ${list(on)} and without ${list(off)}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
