import type { ReactNode } from "react";
import { spreadSentence } from "../../../src/chart/series/vote-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { VoteStrips } from "./vote-strips.tsx";
import { VoteTable } from "./vote-table.tsx";

interface VotesOfRiskProps {
  readonly risk: WorkshopDetail["risks"][number];
  readonly detail: WorkshopDetail;
  readonly workspace: Workspace;
  readonly person: string | null;
  readonly children?: ReactNode;
}

/** The votes on one risk: how they lie, who voted how, and what is to be done about it. */
export function VotesOfRisk({ risk, detail, workspace, person, children }: VotesOfRiskProps) {
  const votes = detail.votes.filter((vote) => vote.risk === risk.id);
  const spread = detail.spread.find((each) => each.risk === risk.id);
  return (
    <section className="block votes-of-risk" aria-labelledby={`risk-${risk.id}`}>
      <header>
        <div>
          <h3 className="finding" id={`risk-${risk.id}`}>
            <PageLink className="row-link" to={`/risks/${risk.id}`}>
              {risk.name}
            </PageLink>
          </h3>
          <p className="measure">
            {risk.system.name}
            {risk.retiredOn === null ? "" : "; taken out of use, and gets no rating"}
          </p>
        </div>
      </header>
      <p className="quotable">{spreadSentence(spread, votes.length)}</p>
      {spread === undefined ? null : (
        <div className="vote-evidence">
          <VoteStrips
            spread={spread}
            votes={votes}
            participants={detail.workshop.participants}
            person={person}
            workspace={workspace}
          />
          <VoteTable risk={risk.name} votes={votes} outliers={spread.outliers} person={person} workspace={workspace} />
        </div>
      )}
      {children}
    </section>
  );
}
