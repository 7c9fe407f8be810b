import { type ReactNode, useState } from "react";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { LeaveDialog } from "../scenario/leave-dialog.tsx";
import { useLeaveGuard } from "../scenario/use-leave-guard.ts";
import { FacilitateOpen } from "./facilitate-open.tsx";
import { RefusedNote } from "./refused-note.tsx";
import { RiskWords } from "./risk-words.tsx";
import type { WorkshopActs } from "./use-workshop-act.ts";
import { VoteCard } from "./vote-card.tsx";
import { differsFrom, nextToRate, type VoteDraft, voteBody, voteDraftOf } from "./vote-draft.ts";
import { VoteOverview } from "./vote-overview.tsx";
import { WhoVoted } from "./who-voted.tsx";
import type { WorkshopRoles } from "./workshop-roles.ts";

interface OpenViewProps {
  readonly detail: WorkshopDetail;
  readonly workspace: Workspace;
  readonly roles: WorkshopRoles;
  readonly acts: WorkshopActs;
}

/** A workshop while votes are blind: a participant rates, and everybody sees how many votes there are. */
export function OpenView({ detail, workspace, roles, acts }: OpenViewProps) {
  const side = (
    <div className="workshop-side">
      <WhoVoted detail={detail} people={workspace.people} />
      <FacilitateOpen detail={detail} roles={roles} acts={acts} people={workspace.people} />
    </div>
  );
  if (roles.voter !== null) return <Voting detail={detail} workspace={workspace} acts={acts} side={side} />;
  return (
    <div className="workshop-columns">
      <section className="block" aria-labelledby="risks-to-rate">
        <header>
          <h2 className="finding" id="risks-to-rate">
            What is rated
          </h2>
          <p className="measure">{roles.notVoter}</p>
        </header>
        <ol className="risks-to-rate">
          {detail.risks.map((risk) => (
            <li key={risk.id}>
              <h3>
                <PageLink className="row-link" to={`/risks/${risk.id}`}>
                  {risk.name}
                </PageLink>
                <small className="hush"> {risk.system.name}</small>
              </h3>
              <RiskWords risk={risk} />
            </li>
          ))}
        </ol>
      </section>
      {side}
    </div>
  );
}

type VotingProps = Omit<OpenViewProps, "roles"> & { readonly side: ReactNode };

function Voting({ detail, workspace, acts, side }: VotingProps) {
  const { risks, workshop } = detail;
  const votes = new Map(detail.votes.map((vote) => [vote.risk, vote]));
  const ids = risks.map(({ id }) => id);
  const [place, setPlace] = useState(() => ({
    at: Math.max(
      0,
      ids.findIndex((id) => !votes.has(id)),
    ),
    arrival: "opened" as "opened" | "moved",
  }));
  const [drafts, setDrafts] = useState<Readonly<Record<string, VoteDraft>>>({});
  const at = Math.min(place.at, risks.length - 1);
  const open = risks.filter(({ id }) => drafts[id] !== undefined && differsFrom(drafts[id], votes.get(id)));
  const guard = useLeaveGuard(open.length > 0);
  const risk = risks[at];
  if (risk === undefined) return side;
  const draft = drafts[risk.id] ?? voteDraftOf(votes.get(risk.id));
  const go = (next: number) => setPlace({ at: (next + risks.length) % risks.length, arrival: "moved" });
  const vote = async () => {
    const body = voteBody(draft);
    if (body === null || !(await acts.run({ kind: "vote", risk: risk.id, body }))) return;
    const next = nextToRate(ids, at, new Set([...votes.keys(), risk.id]));
    if (next !== null) go(next);
  };
  return (
    <div className="workshop-columns">
      <div>
        <VoteCard
          key={risk.id}
          risk={risk}
          at={at}
          of={risks.length}
          draft={draft}
          given={votes.get(risk.id)}
          workspace={workspace}
          state={acts.state === "sending" ? "sending" : "ready"}
          arrival={place.arrival}
          onChange={(next) => setDrafts({ ...drafts, [risk.id]: next })}
          onVote={() => void vote()}
          onGo={(step) => go(at + step)}
        />
        <RefusedNote acts={acts} of={["vote"]} />
      </div>
      <div className="workshop-side">
        <VoteOverview risks={risks} votes={votes} drafts={drafts} at={at} scale={workspace.scale} onOpen={go} />
        {side}
      </div>
      {guard.isAsking ? (
        <LeaveDialog what="vote" name={open[0]?.name ?? workshop.name} leave={guard.leave} stay={guard.stay} />
      ) : null}
    </div>
  );
}
