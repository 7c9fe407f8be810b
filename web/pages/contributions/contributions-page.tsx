import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { contributionFinding, contributionRows } from "../../../src/chart/series/contribution-rows.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import { inputQuantity, inputWords } from "../../../src/chart/series/input-words.ts";
import { quantityWords } from "../../../src/chart/series/quantity-words.ts";
import {
  contributionQuote,
  sourceHead,
  tornadoFinding,
  tornadoQuote,
} from "../../../src/chart/series/source-sentences.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import type { Tornado } from "../../../src/engine/quantification/sensitivity/tornado.ts";
import { ComputingNote } from "../../compute/computing-note.tsx";
import { useComputed } from "../../compute/use-computed.ts";
import { modelQuery, scenariosWith } from "../../data/model.ts";
import { quantificationQuery, workspaceQuery } from "../../data/queries.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { FirstScenario } from "../curve/first-scenario.tsx";
import { LossTabs } from "../curve/loss-tabs.tsx";
import { ScopeField } from "../curve/scope-field.tsx";
import { ContributionTable } from "./contribution-table.tsx";
import { type ContributionsSearch, readContributionsSearch } from "./contributions-search.ts";
import { type NamedSwing, TornadoFigure } from "./tornado-figure.tsx";
import "../curve/curve.css";
import "./contributions.css";

const mostRows = 12;
const mostSwings = 12;

/** Where the expected loss and the bad years come from, and which estimates move them most. */
export function ContributionsPage() {
  const search = readContributionsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const scope = search.scope ?? "portfolio";
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: report, error, refetch } = useQuery(quantificationQuery(scope, search.asOf));
  const { data: model } = useQuery(modelQuery(scope, search.asOf));
  usePageTitle("Where the loss comes from", workspace?.organization);
  const change = (part: { readonly [Name in keyof ContributionsSearch]?: ContributionsSearch[Name] | undefined }) =>
    void navigate({
      to: ".",
      search: ((current: Record<string, unknown>) => readContributionsSearch({ ...current, ...part })) as never,
      replace: true,
    });
  if (error && !report)
    return (
      <>
        <h1 className="head-line page-head">Where the loss comes from</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
      </>
    );
  const bad = report?.contributions;
  return (
    <div className="contributions-page" aria-busy={!report || !model}>
      <header className="page-head curve-head">
        <div>
          <h1 className="head-line">{report ? sourceHead(report) : "Where the loss comes from"}</h1>
          <p className="lede">
            {report && bad
              ? `Over all years it is ${formatMoney(report.residual.expectedAnnualLoss, report.currency)}. ${contributionFinding(bad.risks, "risk")}.`
              : ""}
          </p>
        </div>
        {workspace ? (
          <div className="loss-tools">
            <LossTabs scope={search.scope} />
            <ScopeField workspace={workspace} scope={scope} onChange={(next) => change({ scope: next })} />
          </div>
        ) : null}
      </header>
      {report && model ? (
        bad ? (
          <Sources report={report} model={model} search={search} onChange={change} />
        ) : (
          <NothingToShare report={report} />
        )
      ) : null}
    </div>
  );
}

function Sources(props: {
  report: Quantification;
  model: ScenarioModel;
  search: ContributionsSearch;
  onChange: (part: Partial<ContributionsSearch>) => void;
}) {
  const { report, model, search, onChange } = props;
  const { currency } = report;
  const { risks, systems } = report.contributions!;
  const of = search.of ?? "systems";
  const parts = of === "systems" ? systems : risks;
  const noun = of === "systems" ? "system" : "risk";
  const rows = useMemo(
    () =>
      contributionRows(parts, {
        most: mostRows,
        others: (count) => `${formatNumber(count)} other ${noun}s`,
      }),
    [parts, noun],
  );
  const scenarios = useMemo(() => scenariosWith(model, new Set(model.working)), [model]);
  const computed = useComputed(
    "tornado",
    { scenarios },
    { key: `${model.revision} ${JSON.stringify(report.scope)} ${report.asOf}`, when: "in-turn" },
  );
  const answer = computed.answers === "this-question" ? computed.answer : undefined;
  const swings = useMemo(() => (answer ? namedSwings(answer, model) : []), [answer, model]);
  const view = search.view ?? "chart";
  return (
    <div className="source-columns">
      <section className="block" aria-labelledby="contribution-finding">
        <header>
          <div>
            <h2 className="finding" id="contribution-finding">
              {contributionFinding(parts, noun)}
            </h2>
            <p className="measure">
              Mean loss in the worst years, 1 in 20, by {noun}; exact, and adding up to the whole
            </p>
          </div>
          <div className="choices">
            {(["systems", "risks"] as const).map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={of === each}
                onClick={() => onChange(each === "systems" ? { of: undefined } : { of: each })}
              >
                {each === "systems" ? "Systems" : "Risks"}
              </button>
            ))}
          </div>
        </header>
        <ScrollX label="Contributions">
          <ContributionTable rows={rows} noun={noun} currency={currency} />
        </ScrollX>
        <CopySentence sentence={contributionQuote(rows, currency)} />
      </section>
      <section className="block" aria-labelledby="tornado-finding">
        <header>
          <div>
            <h2 className="finding" id="tornado-finding">
              {swings.length > 0 ? tornadoFinding(swings) : "The estimates that matter most"}
            </h2>
            <p className="measure">
              Expected loss a year with one estimate at its lowest and at its highest 1 in 10, the others as they are
            </p>
          </div>
          <div className="choices">
            <button
              type="button"
              aria-pressed={view === "table"}
              onClick={() => onChange({ view: view === "table" ? undefined : "table" })}
            >
              Table
            </button>
          </div>
        </header>
        {swings.length > 0 ? (
          <>
            <TornadoFigure swings={swings} base={answer!.expectedAnnualLoss} currency={currency} view={view} />
            <CopySentence sentence={tornadoQuote(swings[0]!, currency)} />
          </>
        ) : computed.state === "answered" ? (
          <p className="lede">Every estimate is a certain number: nothing can move the figure.</p>
        ) : null}
        <ComputingNote what="what each estimate moves" computed={computed} />
      </section>
    </div>
  );
}

function namedSwings({ inputs }: Tornado, model: ScenarioModel): NamedSwing[] {
  const names = new Map(model.scenarios.map(({ id, name }) => [id, name]));
  const nameOf = (kind: "control" | "cause", id: string) =>
    (kind === "control" ? model.controls : model.causes).find((each) => each.id === id)?.name ?? id;
  return inputs.slice(0, mostSwings).map(({ scenario, input, uncertainty, low, high }) => {
    const quantity = inputQuantity(input, model.currency);
    return {
      key: `${scenario} ${input}`,
      name: scenario === null ? "Several risks" : (names.get(scenario) ?? scenario),
      input: inputWords(input, nameOf),
      uncertainty,
      lowValue: quantityWords(low.value, quantity),
      highValue: quantityWords(high.value, quantity),
      low: low.expectedAnnualLoss,
      high: high.expectedAnnualLoss,
      lowShortfall: low.expectedShortfall,
      highShortfall: high.expectedShortfall,
    };
  });
}

function NothingToShare({ report }: { readonly report: Quantification }) {
  return (
    <section className="block">
      <header>
        <h2 className="finding">
          {report.quantified === 0 ? "No risk has a scenario" : "Too many scenarios to share out at once"}
        </h2>
      </header>
      <p className="lede">
        {report.quantified === 0
          ? "Where a loss comes from can be said when a risk says how often and how much."
          : "Choose a system or a category above: a part of them is shared out exactly."}
      </p>
      {report.quantified === 0 ? <FirstScenario unquantified={report.unquantified} /> : null}
    </section>
  );
}
