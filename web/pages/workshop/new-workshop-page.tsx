import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { actingPerson } from "../../data/acting-person.ts";
import { useObservable } from "../../data/observable.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { Refusal, send } from "../../data/request.ts";
import { workshopsQuery } from "../../data/workshops.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { proposedId } from "../risk/risk-draft.ts";
import { refusalWords } from "../risk/save-note.tsx";
import { LeaveDialog } from "../scenario/leave-dialog.tsx";
import { useLeaveGuard } from "../scenario/use-leave-guard.ts";
import { RiskChooser } from "./risk-chooser.tsx";
import {
  mistakesInWorkshop,
  placeWorkshopRefusal,
  type WorkshopDraft,
  type WorkshopMistakes,
  workshopBody,
} from "./workshop-draft.ts";
import { readNewWorkshopSearch } from "./workshop-search.ts";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "../scenario/scenario.css";
import "./workshop.css";

/** Opens a workshop: what is rated, by whom, and who facilitates. */
export function NewWorkshopPage() {
  const { data: workspace } = useQuery(workspaceQuery);
  const closed = useReadingOnly();
  usePageTitle("New workshop", workspace?.organization);
  return (
    <article className="workshop-page" aria-labelledby="new-workshop">
      <header className="page-head">
        <p className="hush">
          <PageLink className="name-link" to="/workshops">
            Workshops
          </PageLink>
        </p>
        <h1 className="head-line" id="new-workshop">
          Open a workshop
        </h1>
        <p className="lede">
          From the moment it is open its participants rate, each on a page of their own. It cannot be changed then; it
          can be dropped, and another one opened.
        </p>
      </header>
      {closed === null ? null : <p className="lede">{closed}</p>}
      {workspace && closed === null ? <NewWorkshop workspace={workspace} /> : null}
    </article>
  );
}

function NewWorkshop({ workspace }: { readonly workspace: Workspace }) {
  const { q = "", system = "", category = "", freshness = "" } = readNewWorkshopSearch(useSearch({ strict: false }));
  const { on: today } = useToday();
  const person = useObservable(actingPerson);
  const [typed, setTyped] = useState<Partial<WorkshopDraft>>({});
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const [refusal, setRefusal] = useState<{ readonly fields: WorkshopMistakes; readonly whole: string | null } | null>(
    null,
  );
  const [state, setState] = useState<"open" | "sending" | "sent">("open");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: workshops } = useQuery(workshopsQuery(undefined));
  const guard = useLeaveGuard(state === "open" && Object.keys(typed).length > 0);
  const draft: WorkshopDraft = {
    name: "",
    on: today,
    facilitator: workspace.people.some(({ id }) => id === person) ? (person ?? "") : "",
    participants: [],
    risks: [],
    ...typed,
  };
  const mistakes = tried === "tried" ? { ...refusal?.fields, ...mistakesInWorkshop(draft) } : {};
  const change = (part: Partial<WorkshopDraft>) => {
    setRefusal(null);
    setTyped({ ...typed, ...part });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried("tried");
    if (state !== "open" || Object.keys(mistakesInWorkshop(draft)).length > 0) return;
    setState("sending");
    const id = freeId(draft.name, new Set(workshops?.map(({ record }) => record.id)));
    try {
      await send<WorkshopDetail>("POST", "/v1/workshops", workshopBody(draft, id));
      setState("sent");
      void queries.invalidateQueries();
      void navigate({ to: "/workshops/$id", params: { id } });
    } catch (error) {
      setState("open");
      setRefusal(
        error instanceof Refusal
          ? placeWorkshopRefusal(error.problem)
          : { fields: {}, whole: refusalWords(error as Error).replace(/\.$/, "") },
      );
    }
  };
  return (
    <form className="new-workshop" noValidate onSubmit={(event) => void submit(event)}>
      <div className="workshop-fields">
        <DraftField title="Name, required" mistake={mistakes.name} className="is-wide">
          {(field) => (
            <input
              {...field}
              maxLength={200}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </DraftField>
        <DraftField title="Day, required" mistake={mistakes.on}>
          {(field) => (
            <input {...field} type="date" value={draft.on} onChange={({ target }) => change({ on: target.value })} />
          )}
        </DraftField>
        <DraftField
          title="Facilitator, required"
          hint="Reveals the votes and closes; may rate too"
          mistake={mistakes.facilitator}
        >
          {(field) => (
            <select
              {...field}
              value={draft.facilitator}
              onChange={({ target }) => change({ facilitator: target.value })}
            >
              <option value="">choose</option>
              {workspace.people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </DraftField>
      </div>
      <fieldset className="people-choice" aria-describedby={mistakes.participants ? "people-mistake" : undefined}>
        <legend>Who rates, required</legend>
        <div className="people-list">
          {workspace.people.map(({ id, name }) => (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={draft.participants.includes(id)}
                onChange={({ target }) =>
                  change({
                    participants: target.checked
                      ? [...draft.participants, id]
                      : draft.participants.filter((each) => each !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
        {mistakes.participants ? (
          <small className="field-mistake" id="people-mistake">
            {mistakes.participants}
          </small>
        ) : null}
      </fieldset>
      <RiskChooser
        chosen={draft.risks}
        first={{ q, system, category, freshness }}
        workspace={workspace}
        today={today}
        mistake={mistakes.risks}
        onChange={(risks) => change({ risks })}
      />
      <div className="workshop-actions">
        {refusal?.whole == null ? null : (
          <p className="missing" role="alert">
            <b>Not opened, and nothing is lost:</b> {refusal.whole}.
          </p>
        )}
        {tried === "tried" && Object.keys(mistakes).length > 0 ? (
          <p className="missing" role="alert">
            <b>Not opened:</b> {Object.values(mistakes).join("; ")}.
          </p>
        ) : null}
        <p className="actions">
          <button type="submit" className="button first" aria-disabled={state !== "open"}>
            Open it for votes
          </button>
          <PageLink className="button" to="/workshops">
            Cancel
          </PageLink>
        </p>
      </div>
      {guard.isAsking ? (
        <LeaveDialog what="workshop" name={draft.name || "the new workshop"} leave={guard.leave} stay={guard.stay} />
      ) : null}
    </form>
  );
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const wanted = proposedId(name) || "workshop";
  let id = wanted;
  // "new" is the address of a workshop that is not open yet.
  for (let next = 2; taken.has(id) || id === "new"; next++) id = `${wanted}-${next}`;
  return id;
}
