import { useQuery } from "@tanstack/react-query";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import { agreementSentence } from "../../../src/chart/series/vote-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { actingPerson } from "../../data/acting-person.ts";
import { useObservable } from "../../data/observable.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { type StoredWorkshop, workshopQuery, workshopsQuery } from "../../data/workshops.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { stateWords } from "./workshop-words.ts";
import "./workshop.css";

const rowsAtOnce = 25;

/** Every workshop, the one opened last first, each with where it stands. */
export function WorkshopsPage() {
  const [asOf] = useAsOf();
  const closed = useReadingOnly();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: workshops, error, refetch, isPlaceholderData } = useQuery(workshopsQuery(asOf));
  usePageTitle("Workshops", workspace?.organization);
  const { shown, more } = useShownRows(workshops?.length ?? 0, rowsAtOnce);
  return (
    <section
      className="workshops-page"
      aria-labelledby="workshops-head"
      aria-busy={isPlaceholderData || ((!workshops || !workspace) && !error)}
    >
      <header className="page-head workshops-head">
        <div>
          <h1 className="head-line" id="workshops-head">
            {workshops ? listFinding(workshops) : "Workshops"}
          </h1>
          <p className="lede">
            Several people rate the same risks, each without seeing the others. Then all see the spread, say why, and
            close with one rating each.
          </p>
        </div>
        {closed === null ? (
          <PageLink className="button first" to="/workshops/new">
            Open a workshop
          </PageLink>
        ) : (
          <p className="hush">{closed}</p>
        )}
      </header>
      {error && !workshops ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {workshops?.length === 0 && workspace ? <NoWorkshop counts={workspace.counts} /> : null}
      {workshops && workshops.length > 0 && workspace ? (
        <ol className="workshop-list">
          {workshops.slice(0, shown).map((stored) => (
            <WorkshopEntry key={stored.record.id} stored={stored} workspace={workspace} />
          ))}
        </ol>
      ) : null}
      {workshops ? (
        <ShowMore shown={shown} total={workshops.length} atOnce={rowsAtOnce} of="workshops" more={more} />
      ) : null}
    </section>
  );
}

function listFinding(workshops: readonly StoredWorkshop[]): string {
  if (workshops.length === 0) return "No workshop was held yet.";
  const inUse = workshops.filter(({ retiredOn }) => retiredOn === null);
  const open = inUse.filter(({ record }) => record.state === "open").length;
  const total = `${formatCount(workshops.length, "start")} ${plural("workshop", workshops.length)}`;
  return open === 0 ? `${total}, none open for votes.` : `${total}, ${formatCount(open)} open for votes.`;
}

function NoWorkshop({ counts }: { readonly counts: Workspace["counts"] }) {
  if (counts.risks === 0)
    return (
      <>
        <p className="lede">A workshop rates risks, and none is in the register yet. Write down the first and apply:</p>
        <p>
          <CopyCommand command="plimsoll apply your.yaml" />
        </p>
      </>
    );
  return (
    <p className="lede">
      Choose risks that are long due for a rating, and who rates them.{" "}
      <PageLink className="name-link" to="/register?freshness=stale">
        Risks assessed too long ago
      </PageLink>{" "}
      are a good beginning. A program opens one by POST /v1/workshops.
    </p>
  );
}

function WorkshopEntry({ stored, workspace }: { readonly stored: StoredWorkshop; readonly workspace: Workspace }) {
  const [asOf] = useAsOf();
  const { on: today } = useToday();
  const person = useObservable(actingPerson);
  const { record, retiredOn } = stored;
  const { data: detail } = useQuery(workshopQuery(record.id, person, asOf));
  const facilitator = workspace.people.find(({ id }) => id === record.facilitator)?.name ?? record.facilitator;
  return (
    <li data-state={retiredOn === null ? record.state : "dropped"}>
      <article aria-labelledby={`workshop-${record.id}`}>
        <div>
          <h2 className="finding" id={`workshop-${record.id}`}>
            <PageLink className="row-link" to={`/workshops/${record.id}`}>
              {record.name}
            </PageLink>
          </h2>
          <p className="quotable">{stateWords(record, retiredOn, today)}</p>
          {detail && retiredOn === null ? <p className="measure">{standing(detail, person)}</p> : null}
        </div>
        <p className="measure">
          {formatDate(record.on, today)}; {facilitator} facilitates
        </p>
      </article>
    </li>
  );
}

/** How far it has come; of an open one also what is left to whoever reads it. */
function standing(detail: WorkshopDetail, person: string | null): string {
  const { workshop, voted } = detail;
  if (workshop.state !== "open") return agreementSentence(detail);
  if (voted === null) return "Votes were blind on that day.";
  const all = voted.filter(({ risks }) => risks === workshop.risks.length).length;
  const people = workshop.participants.length;
  const count =
    all === 0
      ? "Nobody has rated every risk yet"
      : `${formatCount(all, "start")} of ${formatCount(people)} ${plural("person", people, "people")} ${all === 1 ? "has" : "have"} rated every risk`;
  if (person === null || !workshop.participants.includes(person)) return `${count}.`;
  const left = workshop.risks.length - (voted.find(({ by }) => by === person)?.risks ?? 0);
  return left === 0 ? `${count}, you among them.` : `${count}; ${formatCount(left)} left to you.`;
}
