import { useMemo, useState } from "react";
import { returnWords, worthWords } from "../../../src/chart/series/control-sentences.ts";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import type { ControlBenefit } from "../../../src/engine/quantification/control/control-benefits.ts";
import { ComputingNote } from "../../compute/computing-note.tsx";
import { pageSimulation } from "../../compute/tasks.ts";
import { useComputed } from "../../compute/use-computed.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { useToday } from "../../shell/use-today.ts";
import { ControlSwitch } from "./control-switch.tsx";

interface ControlTableProps {
  readonly model: ScenarioModel;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (set: ReadonlySet<string>) => void;
}

type Order = "saves" | "tail" | "cost" | "return";
const orders: Readonly<Record<Order, (control: Row) => number>> = {
  saves: ({ benefit }) => benefit?.expectedAnnualLossReduction ?? -1,
  tail: ({ benefit }) => benefit?.expectedShortfallReduction ?? -1,
  cost: ({ annualCost }) => annualCost ?? -1,
  return: ({ benefit }) => benefit?.returnOnControl?.mean ?? -2,
};

type Row = ScenarioModel["controls"][number] & {
  readonly benefit: ControlBenefit | undefined;
  readonly risks: readonly string[];
};

/** Every control: whether it is on in the trial, what it costs, and what it brings beside the others. */
export function ControlTable({ model, chosen, choose }: ControlTableProps) {
  const { currency } = model;
  const scenarios = useMemo(() => model.scenarios.map(({ scenario }) => scenario), [model]);
  const benefits = useComputed(
    "benefits",
    { scenarios, controls: model.controls },
    { key: `${model.revision} ${model.asOf}`, when: "in-turn" },
  );
  const [order, setOrder] = useState<Order>("saves");
  const today = useToday();
  const rows = useMemo(() => {
    const known = new Map((benefits.answer ?? []).map((each) => [each.id, each]));
    return model.controls
      .map(
        (control): Row => ({
          ...control,
          benefit: known.get(control.id),
          risks: model.scenarios
            .filter(({ scenario }) => scenario.controls.some((each) => each.control === control.id))
            .map(({ name }) => name),
        }),
      )
      .sort((a, b) => orders[order](b) - orders[order](a) || a.name.localeCompare(b.name, "en"));
  }, [model, benefits.answer, order]);
  const best = useMemo(
    () => [...rows].sort((a, b) => orders.return(b) - orders.return(a)).find(({ benefit }) => benefit?.returnOnControl),
    [rows],
  );
  const money = (amount: number | undefined) => (amount === undefined ? "…" : formatMoney(amount, currency, "table"));
  return (
    <section className="block" aria-labelledby="controls-finding">
      <header>
        <div>
          <h2 className="finding" id="controls-finding">
            {best?.benefit?.returnOnControl
              ? `${best.name} returns most: ${returnWords(best.benefit.returnOnControl.mean)} its cost`
              : "What each control costs and saves"}
          </h2>
          <p className="measure">
            Switch one to try the year without or with it. Nothing is saved: the trial lives in the address of this page
          </p>
        </div>
      </header>
      <ScrollX label="Controls, what they cost and what they bring">
        <table className="figures control-table">
          <caption className="visually-hidden">Controls, what they cost and what they bring</caption>
          <thead>
            <tr>
              <th scope="col">On</th>
              <th scope="col">Control</th>
              <Sorted title="cost a year" by="cost" order={order} setOrder={setOrder} />
              <Sorted title="saves a year" by="saves" order={order} setOrder={setOrder} />
              <Sorted title="off the worst 1 in 20" by="tail" order={order} setOrder={setOrder} />
              <Sorted title="return" by="return" order={order} setOrder={setOrder} />
              <th scope="col" className="number">
                worth its cost
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const isOn = chosen.has(row.id);
              const isTried = isOn !== (row.status === "working");
              return (
                <tr key={row.id} className={isTried ? "is-tried" : undefined}>
                  <td>
                    <ControlSwitch
                      name={row.name}
                      state={isOn ? "on" : "off"}
                      onSwitch={() => {
                        const next = new Set(chosen);
                        if (isOn) next.delete(row.id);
                        else next.add(row.id);
                        choose(next);
                      }}
                    />
                  </td>
                  <th scope="row">
                    {row.name}{" "}
                    <small>
                      {row.status}
                      {row.status === "planned" && row.due ? `, by ${formatDate(row.due, today.on)}` : ""}
                      {isTried ? `; tried ${isOn ? "on" : "off"}` : ""}
                    </small>
                    <small className="acts-on">{riskWords(row.risks)}</small>
                  </th>
                  <td className="number">
                    {row.annualCost === null ? "not given" : formatMoney(row.annualCost, currency, "table")}
                  </td>
                  <td className="number">{money(row.benefit?.expectedAnnualLossReduction)}</td>
                  <td className="number">{money(row.benefit?.expectedShortfallReduction)}</td>
                  <td className="number">
                    {row.benefit ? returnWords(row.benefit.returnOnControl?.mean ?? null) : "…"}
                  </td>
                  <td className="number">
                    {row.benefit ? worthWords(row.benefit.probabilityWorthItsCost?.estimate ?? null) : "…"}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
      <ComputingNote what="what each control is worth" computed={benefits} />
      <p className="measure table-note">
        Savings of a control that works are against the year without it, of any other against the year with it. Return
        is what it saves for each unit of its cost. How often it is worth its cost is simulated over{" "}
        {formatNumber(pageSimulation.years)} years, the same for both sides.
      </p>
    </section>
  );
}

function Sorted(props: { title: string; by: Order; order: Order; setOrder: (order: Order) => void }) {
  const { title, by, order, setOrder } = props;
  return (
    <th scope="col" className="number" aria-sort={order === by ? "descending" : undefined}>
      <button type="button" className="sort" onClick={() => setOrder(by)}>
        {title}
      </button>
    </th>
  );
}

function riskWords(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return "acts on no risk with a scenario";
  if (second === undefined) return `on ${first}`;
  return names.length === 2 ? `on ${first} and ${second}` : `on ${first} and ${formatNumber(names.length - 1)} more`;
}
