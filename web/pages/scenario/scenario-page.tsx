import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import { resolveRates } from "../../../src/contract/resolved/resolve-rates.ts";
import { modelQuery, scenariosWith } from "../../data/model.ts";
import {
  dependenciesQuery,
  quantificationQuery,
  riskQuery,
  settingsQuery,
  workspaceQuery,
} from "../../data/queries.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { ScenarioEditor } from "./scenario-editor.tsx";
import { draftQuestion, type ScenarioSurroundings } from "./scenario-surroundings.ts";
import "../risk/risk.css";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "./scenario.css";

/** The scenario of one risk: the FAIR tree, every leaf an estimate, and what follows from it. */
export function ScenarioPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(riskQuery(id, asOf));
  const surroundings = useSurroundings(detail, workspace);
  usePageTitle(detail ? `Scenario of ${detail.figures.name}` : "Scenario", workspace?.organization);
  if (error && !detail)
    return (
      <>
        <h1 className="head-line scenario-head">Scenario of {id}</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
      </>
    );
  if (!detail || !workspace || !surroundings.ready)
    return (
      <h1 className="head-line scenario-head" aria-busy="true">
        Scenario of {detail?.figures.name ?? id}
      </h1>
    );
  return (
    <article aria-labelledby="scenario-name">
      <header className="scenario-head">
        <p className="hush">
          <PageLink className="name-link" to={`/risks/${detail.record.id}`}>
            {detail.figures.name}
          </PageLink>
          , {detail.figures.systemName}
        </p>
        <h1 className="head-line" id="scenario-name">
          Scenario of {detail.figures.name}
        </h1>
        <p className="lede">
          {detail.record.scenario === undefined
            ? "Nobody has put it in numbers yet. Two leaves are enough to begin with: how often, and how much."
            : detail.record.event}
        </p>
      </header>
      <ScenarioEditor key={`${id} ${asOf}`} detail={detail} workspace={workspace} surroundings={surroundings} />
    </article>
  );
}

function useSurroundings(
  detail: RiskDetail | undefined,
  workspace: Workspace | undefined,
): ScenarioSurroundings & { readonly ready: boolean } {
  const [asOf] = useAsOf();
  const { data: settings } = useQuery(settingsQuery);
  const { data: dependencies } = useQuery(dependenciesQuery);
  const { data: whole } = useQuery(quantificationQuery("portfolio", asOf));
  const { data: model } = useQuery(modelQuery("portfolio", asOf));
  return useMemo(() => {
    const byId = new Map((dependencies ?? []).map((each) => [each.id, each]));
    const residual = model === undefined ? undefined : scenariosWith(model, new Set(model.working));
    const before = residual?.find(({ id }) => id === detail?.record.id) ?? null;
    return {
      ready: settings !== undefined && dependencies !== undefined,
      held: residual && { others: residual.filter((scenario) => scenario !== before), before },
      portfolioBefore: whole?.residual,
      nameOfCause: (cause) => byId.get(cause)?.name ?? cause,
      question: (read) =>
        detail === undefined || workspace === undefined
          ? { leaves: {}, scenario: null }
          : draftQuestion(read, {
              risk: detail.record.id,
              system: detail.record.system,
              controls: before?.controls ?? [],
              context: {
                scale: workspace.scale,
                dependencies: byId,
                rateOf: resolveRates(settings?.record.rates, workspace.currency),
                annualTurnover: settings?.record.annualTurnover,
              },
            }),
    };
  }, [settings, dependencies, whole, model, detail, workspace]);
}
