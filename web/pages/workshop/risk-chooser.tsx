import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { mostRisks, type RiskQuestion, risksToRateQuery } from "../../data/workshops.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import type { WorkshopDraft } from "./workshop-draft.ts";

interface RiskChooserProps {
  readonly chosen: WorkshopDraft["risks"];
  readonly first: RiskQuestion;
  readonly workspace: Workspace;
  readonly today: string;
  readonly mistake: string | undefined;
  readonly onChange: (risks: WorkshopDraft["risks"]) => void;
}

const typedFor = 180;
const freshness = [
  { id: "stale", name: "too long ago" },
  { id: "never-assessed", name: "never" },
  { id: "fresh", name: "within its interval" },
];

/** Finds risks by words, system, category and when they were last assessed, and takes them into the workshop. */
export function RiskChooser({ chosen, first, workspace, today, mistake, onChange }: RiskChooserProps) {
  const [question, setQuestion] = useState(first);
  const [asked, setAsked] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(question), typedFor);
    return () => clearTimeout(timer);
  }, [question]);
  const { data: found, error, refetch, isPlaceholderData } = useQuery(risksToRateQuery(asked));
  const taken = new Set(chosen.map(({ id }) => id));
  const left = (found?.items ?? []).filter(({ id }) => !taken.has(id));
  const room = mostRisks - chosen.length;
  const ask = (part: Partial<RiskQuestion>) => setQuestion({ ...question, ...part });
  const take = (risks: readonly RiskFigures[]) =>
    onChange([...chosen, ...risks.slice(0, room).map(({ id, name }) => ({ id, name }))]);
  return (
    <section className="block risk-chooser" aria-labelledby="choose-risks">
      <header>
        <div>
          <h2 className="finding" id="choose-risks">
            {chosen.length === 0
              ? "Which risks are rated"
              : `${formatNumber(chosen.length)} ${plural("risk", chosen.length)} to be rated`}
          </h2>
          <p className="measure">In this order; at most {mostRisks}</p>
        </div>
      </header>
      {mistake ? (
        <p className="missing" role="alert">
          {mistake}
        </p>
      ) : null}
      {chosen.length === 0 ? null : (
        <ol className="chosen-risks">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                className="text-button"
                aria-label={`Leave out ${name}`}
                onClick={() => onChange(chosen.filter((risk) => risk.id !== id))}
              >
                Leave out
              </button>
            </li>
          ))}
        </ol>
      )}
      <search className="risk-question" aria-label="Risks to choose from">
        <DraftField title="Search" hint="Words of cause, event, consequence or name">
          {(field) => (
            <input
              {...field}
              type="search"
              autoComplete="off"
              value={question.q}
              onChange={({ target }) => ask({ q: target.value })}
            />
          )}
        </DraftField>
        <Choice
          title="System"
          all="every system"
          of={workspace.systems}
          value={question.system}
          onChange={(system) => ask({ system })}
        />
        <Choice
          title="Category"
          all="every category"
          of={workspace.categories}
          value={question.category}
          onChange={(category) => ask({ category })}
        />
        <Choice
          title="Assessed"
          all="at any time"
          of={freshness}
          value={question.freshness}
          onChange={(when) => ask({ freshness: when })}
        />
      </search>
      {error && !found ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {found ? (
        <div aria-busy={isPlaceholderData}>
          <p className="actions found-risks-head">
            <b role="status">{foundWords(found.total, left.length)}</b>
            {left.length > 0 ? (
              <button type="button" className="button" disabled={room <= 0} onClick={() => take(left)}>
                {left.length <= room
                  ? `Take all ${formatNumber(left.length)}`
                  : `Take the first ${formatNumber(Math.max(0, room))}`}
              </button>
            ) : null}
          </p>
          <ul className="found-risks">
            {left.map((risk) => (
              <li key={risk.id}>
                <span>
                  {risk.name}{" "}
                  <small className="hush">
                    {risk.systemName};{" "}
                    {risk.assessed === null ? "never assessed" : `assessed ${formatDate(risk.assessed, today)}`}
                    {risk.freshness === "stale" ? ", too long ago" : ""}
                  </small>
                </span>
                <button
                  type="button"
                  className="text-button"
                  aria-label={`Take ${risk.name}`}
                  disabled={room <= 0}
                  onClick={() => take([risk])}
                >
                  Take
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function foundWords(total: number, left: number): string {
  if (total === 0) return "No risk answers that.";
  if (left === 0) return "Every risk that answers that is taken.";
  const most = total > mostRisks ? `; the ${mostRisks} highest residual scores are offered` : "";
  return `${formatNumber(total)} ${plural("risk", total)} found${most}`;
}

function Choice(props: {
  title: string;
  all: string;
  of: readonly { readonly id: string; readonly name: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { title, all, of, value, onChange } = props;
  return (
    <DraftField title={title}>
      {(field) => (
        <select {...field} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{all}</option>
          {of.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}
