import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { controlsHead } from "../../../src/chart/series/control-sentences.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import { useComputed } from "../../compute/use-computed.ts";
import { modelQuery, scenariosWith } from "../../data/model.ts";
import { quantificationQuery, workspaceQuery } from "../../data/queries.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { FirstScenario } from "../curve/first-scenario.tsx";
import { chosenSet, searchOfSet } from "./control-set.ts";
import { ControlTable } from "./control-table.tsx";
import { type ChangeControlsSearch, type ControlsSearch, readControlsSearch } from "./controls-search.ts";
import { FrontierBlock } from "./frontier-block.tsx";
import { RestoringBlock } from "./restoring-block.tsx";
import { WhatIfBlock } from "./what-if-block.tsx";
import "../curve/curve.css";
import "./controls.css";

/** Every control with what it costs and saves; switched on and off at once, without saving anything; and what to fund. */
export function ControlsPage() {
  const search = readControlsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: model, error, refetch } = useQuery(modelQuery("portfolio", search.asOf));
  const { data: report } = useQuery(quantificationQuery("portfolio", search.asOf));
  usePageTitle("Controls", workspace?.organization);
  const change: ChangeControlsSearch = (part) =>
    void navigate({
      to: ".",
      search: ((current: Record<string, unknown>) => readControlsSearch({ ...current, ...part })) as never,
      replace: true,
    });
  if (error && !model)
    return (
      <>
        <h1 className="head-line page-head">Controls</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
      </>
    );
  if (!model || !report)
    return (
      <h1 className="head-line page-head" aria-busy="true">
        Controls
      </h1>
    );
  return <Controls model={model} report={report} search={search} onChange={change} />;
}

function Controls(props: {
  model: ScenarioModel;
  report: Quantification;
  search: ControlsSearch;
  onChange: ChangeControlsSearch;
}) {
  const { model, report, search, onChange } = props;
  const { controls, currency } = model;
  const { on, off } = search;
  const working = useMemo(() => new Set(model.working), [model]);
  const chosen = useMemo(() => chosenSet(controls, { on, off }), [controls, on, off]);
  const limits = report.limits.filter(({ scope }) => scope === "portfolio");
  const trial = useMemo(() => trialOf(model, working, chosen), [model, working, chosen]);
  const portfolio = `${model.revision} ${model.asOf}`;
  const key = `${portfolio} ${[...chosen].join()}`;
  const year = useComputed("changed-year", { portfolio, ...trial }, { key, when: "at-once" });
  const exceedance = useComputed(
    "exceedance",
    trial.changed.length > 0
      ? { scenarios: scenariosWith(model, chosen), exceeds: limits.map(({ exceeds }) => exceeds) }
      : undefined,
    { key, when: "at-once" },
  );
  const choose = (set: ReadonlySet<string>) => onChange(searchOfSet(controls, set));
  const costs = controls.filter(({ id }) => working.has(id)).map(({ annualCost }) => annualCost);
  if (controls.length === 0 || model.scenarios.length === 0) return <NoControls model={model} report={report} />;
  return (
    <div className="controls-page">
      <header className="page-head">
        <h1 className="head-line">
          {controlsHead({
            working: working.size,
            cost: costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
            uncosted: costs.filter((cost) => cost === null).length,
            saved: report.inherent.expectedAnnualLoss - report.residual.expectedAnnualLoss,
            currency,
          })}
        </h1>
        <p className="lede">
          Each row says what one control brings beside the others that work. Controls overlap, so their effects do not
          add.
        </p>
      </header>
      <div className="curve-columns">
        <div>
          <ControlTable model={model} chosen={chosen} choose={choose} />
          <FrontierBlock model={model} search={search} onChange={onChange} choose={choose} />
        </div>
        <div>
          <WhatIfBlock
            model={model}
            chosen={chosen}
            now={report.residual}
            limits={limits}
            year={year}
            exceedance={exceedance}
            reset={() => choose(working)}
          />
          <RestoringBlock model={model} limits={limits} choose={choose} />
        </div>
      </div>
    </div>
  );
}

/** The scenarios as they are, and those among them that another set of controls changes. */
function trialOf(model: ScenarioModel, working: ReadonlySet<string>, chosen: ReadonlySet<string>) {
  const scenarios = scenariosWith(model, working);
  const switched = model.controls.filter(({ id }) => working.has(id) !== chosen.has(id)).map(({ id }) => id);
  const changed = scenariosWith(model, chosen).filter((_, index) =>
    model.scenarios[index]!.scenario.controls.some(({ control }) => switched.includes(control)),
  );
  return { scenarios, changed };
}

function NoControls({ model, report }: { readonly model: ScenarioModel; readonly report: Quantification }) {
  return (
    <section className="full-page">
      <h1 className="head-line">
        {model.scenarios.length === 0 ? "Nothing here is in money yet." : "No control acts on a risk with a scenario."}
      </h1>
      <p className="lede">
        {model.scenarios.length === 0
          ? "What a control saves can be said when a risk says how often and how much it costs."
          : "A control counts when a risk names it, with where it acts and how much it takes away."}
      </p>
      <FirstScenario unquantified={model.scenarios.length === 0 ? report.unquantified : []} />
    </section>
  );
}
