import { Link } from "@tanstack/react-router";
import { outcomeSentence } from "../../../src/chart/series/vote-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { AgreementBlock } from "./agreement-block.tsx";
import { ratingWords } from "./vote-overview.tsx";
import { VotesOfRisk } from "./votes-of-risk.tsx";

interface ClosedViewProps {
  readonly detail: WorkshopDetail;
  readonly workspace: Workspace;
  readonly person: string | null;
}

/** What a closed workshop agreed on, each rating with the assessment that it became, and every vote. */
export function ClosedView({ detail, workspace, person }: ClosedViewProps) {
  const { workshop, risks } = detail;
  const { scale } = workspace;
  const nameOf = (risk: string) => risks.find(({ id }) => id === risk)?.name ?? risk;
  return (
    <div className="revealed">
      <CopySentence sentence={outcomeSentence(detail, scale.score)} />
      <section className="block" aria-labelledby="outcome">
        <header>
          <h2 className="finding" id="outcome">
            What was agreed
          </h2>
        </header>
        <ScrollX label="Agreed ratings">
          <table className="figures outcome-table">
            <caption className="visually-hidden">Agreed ratings before controls</caption>
            <thead>
              <tr>
                <th scope="col">Risk</th>
                <th scope="col">Likelihood</th>
                <th scope="col">Impact</th>
                <th scope="col">Inherent</th>
                <th scope="col">Note</th>
                <th scope="col">Kept as</th>
              </tr>
            </thead>
            <tbody>
              {(workshop.outcome ?? []).map((agreed) => (
                <tr key={agreed.risk}>
                  <th scope="row">{nameOf(agreed.risk)}</th>
                  <td>
                    {agreed.likelihood} {scale.likelihood[agreed.likelihood - 1]?.name}
                  </td>
                  <td>
                    {agreed.impact} {scale.impact[agreed.impact - 1]?.name}
                  </td>
                  <td className="nowrap">{ratingWords(agreed, scale)}</td>
                  <td>{agreed.note}</td>
                  <td>
                    {risks.some(({ id, retiredOn }) => id === agreed.risk && retiredOn === null) ? (
                      <Link
                        className="name-link"
                        to="/risks/$id"
                        params={{ id: agreed.risk }}
                        hash="assessments"
                        aria-label={`its assessment: ${nameOf(agreed.risk)}`}
                      >
                        its assessment
                      </Link>
                    ) : (
                      "an assessment; taken out of use since"
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      </section>
      <AgreementBlock detail={detail} />
      {risks.map((risk) => (
        <VotesOfRisk key={risk.id} risk={risk} detail={detail} workspace={workspace} person={person} />
      ))}
    </div>
  );
}
