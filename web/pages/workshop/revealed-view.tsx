import { useState } from "react";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { LeaveDialog } from "../scenario/leave-dialog.tsx";
import { useLeaveGuard } from "../scenario/use-leave-guard.ts";
import { AgreedFields } from "./agreed-fields.tsx";
import { AgreementBlock } from "./agreement-block.tsx";
import { type ClosingDraft, readClosing } from "./closing-draft.ts";
import { DropWorkshop } from "./drop-workshop.tsx";
import { RefusedNote } from "./refused-note.tsx";
import { ReviseForm } from "./revise-form.tsx";
import type { WorkshopActs } from "./use-workshop-act.ts";
import { VotesOfRisk } from "./votes-of-risk.tsx";
import type { WorkshopRoles } from "./workshop-roles.ts";

interface RevealedViewProps {
  readonly detail: WorkshopDetail;
  readonly workspace: Workspace;
  readonly roles: WorkshopRoles;
  readonly acts: WorkshopActs;
}

const risksAtOnce = 20;

/** A workshop whose votes are seen by all: reasons are asked for, votes revised, and the facilitator closes. */
export function RevealedView({ detail, workspace, roles, acts }: RevealedViewProps) {
  const { risks, workshop } = detail;
  const [draft, setDraft] = useState<ClosingDraft>({});
  const [typed, setTyped] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const mayClose = roles.notFacilitator === null;
  const guard = useLeaveGuard(typed.size > 0 || Object.keys(draft).length > 0);
  // Whoever closes sees every risk before: nothing is rated out of sight.
  const { shown, more } = useShownRows(risks.length, mayClose ? risks.length : risksAtOnce);
  const { body, missing } = readClosing(detail, draft);
  const close = async () => {
    setTried("tried");
    if (missing.length > 0 || acts.state === "sending") return;
    if (await acts.run({ kind: "close", version: detail.version, body })) setDraft({});
  };
  return (
    <div className="revealed">
      <AgreementBlock detail={detail} />
      {risks.slice(0, shown).map((risk) => {
        const own = detail.votes.find((vote) => vote.risk === risk.id && vote.by === roles.voter);
        const spread = detail.spread.find((each) => each.risk === risk.id);
        return (
          <VotesOfRisk key={risk.id} risk={risk} detail={detail} workspace={workspace} person={roles.voter}>
            {own === undefined || spread === undefined ? null : (
              <ReviseForm
                vote={own}
                riskName={risk.name}
                isOutlier={spread.outliers.includes(own.by)}
                scale={workspace.scale}
                acts={acts}
                onTyped={(id, state) =>
                  setTyped((before) => {
                    const after = new Set(before);
                    if (state === "typed") after.add(id);
                    else after.delete(id);
                    return after;
                  })
                }
              />
            )}
            {mayClose && risk.retiredOn === null ? (
              <AgreedFields
                riskName={risk.name}
                spread={spread}
                chosen={draft[risk.id]}
                scale={workspace.scale}
                tried={tried}
                onChange={(part) => setDraft({ ...draft, [risk.id]: { ...draft[risk.id], ...part } })}
              />
            ) : null}
          </VotesOfRisk>
        );
      })}
      <ShowMore shown={shown} total={risks.length} atOnce={risksAtOnce} of="risks" more={more} />
      {mayClose ? (
        <section className="closing-actions" aria-label="Close the workshop">
          {roles.inPlaceOf === null ? null : (
            <p className="measure">As an administrator you act in place of {roles.inPlaceOf}.</p>
          )}
          <p className="actions">
            <button
              type="button"
              className="button first"
              aria-disabled={acts.state === "sending"}
              onClick={() => void close()}
            >
              Close with these ratings
            </button>
            <DropWorkshop workshop={workshop} acts={acts} />
            <small className="hush">
              {formatCount(body.ratings.length, "start")} {plural("risk", body.ratings.length)}{" "}
              {body.ratings.length === 1 ? "gets its" : "get their"} inherent rating anew, each as an assessment.
            </small>
          </p>
          {tried === "tried" && missing.length > 0 ? (
            <p className="missing" role="alert">
              <b>Not closed:</b> choose both levels for {missing.join(", ")}.
            </p>
          ) : null}
          <RefusedNote acts={acts} of={["close", "drop"]} />
        </section>
      ) : (
        <p className="measure">{roles.notFacilitator}</p>
      )}
      {guard.isAsking ? (
        <LeaveDialog what="workshop" name={workshop.name} leave={guard.leave} stay={guard.stay} />
      ) : null}
    </div>
  );
}
