import { useState } from "react";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { DropWorkshop } from "./drop-workshop.tsx";
import { RefusedNote } from "./refused-note.tsx";
import type { WorkshopActs } from "./use-workshop-act.ts";
import type { WorkshopRoles } from "./workshop-roles.ts";

interface FacilitateOpenProps {
  readonly detail: WorkshopDetail;
  readonly roles: WorkshopRoles;
  readonly acts: WorkshopActs;
  readonly people: Workspace["people"];
}

/** What the facilitator does while votes are blind: reveal them, or drop the workshop. */
export function FacilitateOpen({ detail, roles, acts, people }: FacilitateOpenProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { workshop, voted } = detail;
  const isEmpty = (voted ?? []).length === 0;
  if (roles.notFacilitator !== null) return <p className="measure">{roles.notFacilitator}</p>;
  const late = lateWords(detail, people);
  return (
    <section className="facilitate" aria-label="Facilitate">
      {roles.inPlaceOf === null ? null : (
        <p className="measure">As an administrator you act in place of {roles.inPlaceOf}.</p>
      )}
      <p className="actions">
        <button
          type="button"
          className="button first"
          aria-haspopup="dialog"
          disabled={isEmpty || acts.state === "sending"}
          onClick={() => setIsAsking(true)}
        >
          Reveal the votes
        </button>
        <DropWorkshop workshop={workshop} acts={acts} />
        {isEmpty ? <small className="hush">Nobody has voted yet.</small> : null}
      </p>
      <RefusedNote acts={acts} of={["reveal", "drop"]} />
      {isAsking ? (
        <ConfirmDialog
          question={late.length === 0 ? "Everybody has voted. Reveal the votes?" : "Reveal before everybody has voted?"}
          confirm={late.length === 0 ? "Reveal" : "Reveal all the same"}
          keep={late.length === 0 ? "Not yet" : "Wait for them"}
          onConfirm={() => void acts.run({ kind: "reveal" })}
          onClose={() => setIsAsking(false)}
        >
          {late.length === 0 ? null : (
            <>
              <p>
                <b>
                  {formatCount(late.length, "start")} {plural("participant", late.length)}{" "}
                  {late.length === 1 ? "has" : "have"} not rated every risk:
                </b>
              </p>
              <ul>
                {late.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
              <p>What they did not rate blind they cannot rate afterwards.</p>
            </>
          )}
          <p>All see all votes from then on, and revise one only with a reason. It cannot be taken back.</p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

/** "Mara Lind, 1 of 3" for each participant who has not rated every risk. */
function lateWords({ workshop, voted }: WorkshopDetail, people: Workspace["people"]): string[] {
  const counts = new Map(voted?.map(({ by, risks }) => [by, risks]));
  return workshop.participants.flatMap((by) => {
    const count = counts.get(by) ?? 0;
    if (count >= workshop.risks.length) return [];
    return [`${people.find(({ id }) => id === by)?.name ?? by}, ${count} of ${workshop.risks.length}`];
  });
}
