import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { actingPerson } from "../../data/acting-person.ts";
import { useObservable } from "../../data/observable.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { workshopQuery } from "../../data/workshops.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { AgreementBlock } from "./agreement-block.tsx";
import { ClosedView } from "./closed-view.tsx";
import { OpenView } from "./open-view.tsx";
import { isOvertaken } from "./refused-note.tsx";
import { RevealedView } from "./revealed-view.tsx";
import { useSteadyWorkshop } from "./use-steady-workshop.ts";
import { useWorkshopActs } from "./use-workshop-act.ts";
import { VotesOfRisk } from "./votes-of-risk.tsx";
import { workshopRoles } from "./workshop-roles.ts";
import { stateWords } from "./workshop-words.ts";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "../scenario/scenario.css";
import "./workshop.css";

/** One workshop, as whoever acts may see it in the state that it is in. */
export function WorkshopPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const person = useObservable(actingPerson);
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(workshopQuery(id, person, asOf));
  usePageTitle(detail?.workshop.name ?? "Workshop", workspace?.organization);
  if (error && !detail)
    return (
      <>
        <h1 className="head-line page-head">Workshop {id}</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
        <p>
          <PageLink className="name-link" to="/workshops">
            All workshops
          </PageLink>
        </p>
      </>
    );
  if (!detail || !workspace)
    return (
      <h1 className="head-line page-head" aria-busy="true">
        Workshop {id}
      </h1>
    );
  // What one person has typed is not left to the next one who acts.
  return <WorkshopOf key={`${id} ${person} ${asOf}`} latest={detail} workspace={workspace} person={person} />;
}

interface WorkshopOfProps {
  readonly latest: WorkshopDetail;
  readonly workspace: Workspace;
  readonly person: string | null;
}

function WorkshopOf({ latest, workspace, person }: WorkshopOfProps) {
  const closed = useReadingOnly();
  const acts = useWorkshopActs(latest.workshop.id);
  const { shown, news, accept, holdProps } = useSteadyWorkshop(latest, acts.ownVersion);
  const overtaken = acts.state === "refused" && isOvertaken(acts.error);
  // Whoever was overtaken looks at what overtook them.
  useEffect(() => {
    if (overtaken && news === "votes") accept();
  });
  const { workshop, droppedOn } = shown;
  const roles = workshopRoles(workshop, { person, closed, people: workspace.people });
  return (
    <article className="workshop-page" aria-labelledby="workshop-name" {...holdProps}>
      <WorkshopHead detail={shown} workspace={workspace} />
      {news === null ? null : (
        <p className="workshop-news" role="status">
          <span>{newsWords(news, latest)}</span>
          <button type="button" className="button" onClick={accept}>
            Show it
          </button>
        </p>
      )}
      {droppedOn !== null ? (
        <Dropped detail={shown} workspace={workspace} person={person} />
      ) : workshop.state === "open" ? (
        <OpenView detail={shown} workspace={workspace} roles={roles} acts={acts} />
      ) : workshop.state === "revealed" ? (
        <RevealedView detail={shown} workspace={workspace} roles={roles} acts={acts} />
      ) : (
        <ClosedView detail={shown} workspace={workspace} person={person} />
      )}
    </article>
  );
}

function newsWords(news: "state" | "votes", { workshop: { state }, droppedOn }: WorkshopDetail): string {
  if (news === "votes") return "A vote was revised.";
  if (droppedOn !== null) return "The workshop was dropped.";
  return state === "closed" ? "The workshop was closed." : "The votes were revealed.";
}

function WorkshopHead({ detail, workspace }: { readonly detail: WorkshopDetail; readonly workspace: Workspace }) {
  const { workshop } = detail;
  const { on: today } = useToday();
  const facilitator = workspace.people.find(({ id }) => id === workshop.facilitator)?.name ?? workshop.facilitator;
  return (
    <header className="page-head">
      <p className="hush">
        <PageLink className="name-link" to="/workshops">
          Workshops
        </PageLink>
        , {formatDate(workshop.on, today)}; {facilitator} facilitates
      </p>
      <h1 className="head-line" id="workshop-name">
        {workshop.name}
      </h1>
      <p className="lede">{stateWords(workshop, detail.droppedOn, today)}</p>
    </header>
  );
}

/** A workshop that ended without an outcome: what is left of it. */
function Dropped({
  detail,
  workspace,
  person,
}: {
  detail: WorkshopDetail;
  workspace: Workspace;
  person: string | null;
}) {
  if (detail.workshop.state === "revealed")
    return (
      <div className="revealed">
        <AgreementBlock detail={detail} />
        {detail.risks.map((risk) => (
          <VotesOfRisk key={risk.id} risk={risk} detail={detail} workspace={workspace} person={person} />
        ))}
      </div>
    );
  return (
    <section className="block" aria-labelledby="dropped">
      <header>
        <h2 className="finding" id="dropped">
          Nothing was rated
        </h2>
        <p className="measure">Its votes were blind and were destroyed unseen</p>
      </header>
      <ul className="risks-to-rate">
        {detail.risks.map(({ id, name }) => (
          <li key={id}>
            <PageLink className="name-link" to={`/risks/${id}`}>
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
