import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { type AuditDraft, type ColumnRole, columnRoles, columnsWith, withRole } from "./audit-draft.ts";

const roleWords: Readonly<Record<ColumnRole, string>> = {
  none: "not used",
  protected: "protected attribute",
  label: "label: what turned out",
  decision: "decision: what was decided",
  score: "score, from 0 to 1",
  weight: "weight of a row",
  control: "control: held fixed",
  time: "time of the decision",
  model: "model that decided",
};
const valuesShown = 4;

interface ColumnTableProps {
  readonly received: ReceivedDecisions;
  readonly draft: AuditDraft;
  readonly mistake: string | undefined;
  readonly onChange: (draft: AuditDraft) => void;
}

/** The columns of a file, what is in them, and what part each plays. */
export function ColumnTable({ received, draft, mistake, onChange }: ColumnTableProps) {
  const guesses = new Set(guessedColumns(received));
  return (
    <>
      {mistake ? (
        <p className="missing" role="alert" tabIndex={-1} id="columns-mistake">
          {capital(mistake)}
        </p>
      ) : null}
      <ScrollX label="Columns of the file">
        <table className="figures column-table">
          <caption className="visually-hidden">Columns of {received.name}</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Part it plays</th>
              <th scope="col" className="roomy">
                Kind
              </th>
              <th scope="col" className="number roomy">
                Distinct
              </th>
              <th scope="col" className="number">
                Missing
              </th>
              <th scope="col" className="most-frequent">
                Most frequent values
              </th>
            </tr>
          </thead>
          <tbody>
            {received.columns.map((column) => {
              const role = draft.roles[column.name] ?? "none";
              const isGuess = guesses.has(column.name);
              return (
                <tr key={column.name} className={role === "none" ? "is-unused" : ""}>
                  <th scope="row">{column.name}</th>
                  <td className="role-cell">
                    <select
                      aria-label={`Part of ${column.name}`}
                      aria-describedby={mistake ? "columns-mistake" : undefined}
                      value={role}
                      onChange={(event) => onChange(withRole(draft, column.name, event.target.value as ColumnRole))}
                    >
                      {columnRoles.map((each) => (
                        <option key={each} value={each}>
                          {roleWords[each]}
                        </option>
                      ))}
                    </select>
                    {isGuess && role !== "none" && role === guessedRole(received, column.name) ? (
                      <small>guessed</small>
                    ) : null}
                  </td>
                  <td className="roomy">{column.kind}</td>
                  <td className="number roomy">{formatNumber(column.distinct)}</td>
                  <td className="number">
                    {column.missing === 0 ? <span className="hush">0</span> : <b>{formatNumber(column.missing)}</b>}
                  </td>
                  <td className="most-frequent">
                    {column.values.slice(0, valuesShown).map(({ value, rows }, place) => (
                      <span key={value}>
                        {place > 0 ? ", " : ""}
                        {value === "" ? <i>empty</i> : value} <small>{formatNumber(rows)}</small>
                      </span>
                    ))}
                    {column.distinct > valuesShown ? (
                      <small> and {formatNumber(column.distinct - valuesShown)} more</small>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
      <p className="measure">
        {columnsWith(draft, "protected").length > 1
          ? "Groups are made of each protected attribute and of all their combinations. "
          : "Groups are made of the values of the protected attribute. "}
        Who has no value is a group too, never dropped. Weights, controls, time and models are never guessed.
      </p>
    </>
  );
}

function guessedColumns({ mapping, guessed }: ReceivedDecisions): string[] {
  return guessed.flatMap((part) => {
    const value = mapping[part as keyof typeof mapping];
    return typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  });
}

function guessedRole({ mapping }: ReceivedDecisions, column: string): ColumnRole {
  if (mapping.protected?.includes(column)) return "protected";
  return (["label", "decision", "score"] as const).find((role) => mapping[role] === column) ?? "none";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
