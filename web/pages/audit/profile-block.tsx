import { FigureTableView } from "../../../src/chart/draw/fairness/figure-table-view.tsx";
import { formatGap, formatInterval, formatShare } from "../../../src/chart/series/fairness/format-rate.ts";
import { attributesTitle, groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditProfile, AuditReport } from "../../../src/contract/audit-report.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { evidenceTables, lendingTables, ownTables, type ProfileTable } from "./profile-tables.ts";

type FourFifths = Extract<AuditProfile, { name: "four-fifths" }>;
type LocalLaw = Extract<AuditProfile, { name: "ll144" }>;

/** Tables that a rule of law asks for, as it asks for them. They are data: none of them is a finding of law. */
export function ProfileBlock({ report }: { readonly report: AuditReport }) {
  const { profile, law } = report;
  if (profile === null) return null;
  return (
    <section className="block" aria-labelledby="profile-finding">
      <header>
        <div>
          <h2 className="finding" id="profile-finding">
            {law?.name ?? (profile.name === "custom" ? profile.definition.title : profile.name)}
          </h2>
          <p className="measure">
            {law
              ? `${law.citation}; ${law.status.replaceAll("-", " ")}, as of ${formatDate(law.asOf)}. ${law.note} `
              : ""}
            {profile.name === "four-fifths"
              ? "A ratio below four fifths is an indication, no finding."
              : profile.name === "ll144"
                ? "The law sets no threshold, and this table judges nothing."
                : "Its tables judge nothing."}
          </p>
        </div>
      </header>
      {profile.name === "four-fifths" && <FourFifthsTables profile={profile} />}
      {profile.name === "ll144" && <LocalLawTables profile={profile} />}
      {profile.name === "lending" && <PlainTables tables={lendingTables(profile)} />}
      {profile.name === "art10" && <PlainTables tables={evidenceTables(profile)} />}
      {profile.name === "custom" && <PlainTables tables={ownTables(profile, report)} />}
    </section>
  );
}

function PlainTables({ tables }: { readonly tables: readonly ProfileTable[] }) {
  return tables.map(({ title, note, table }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tables keep their order, and two may have one title
    <div key={place} className="profile-part">
      <h3>
        {title} {note === null ? null : <small className="profile-note">{note}</small>}
      </h3>
      <ScrollX label={title}>
        <FigureTableView table={table} caption={title} />
      </ScrollX>
    </div>
  ));
}

const reachWords = {
  parity: "reaches parity",
  "four-fifths": "reaches four fifths",
  neither: "changes neither",
} as const;
const roleWords: Readonly<Record<FourFifths["tables"][number]["rows"][number]["role"], string>> = {
  reference: "highest rate, compared with",
  compared: "",
  "below-two-percent": "under 2 % of applicants, not compared",
  "unknown-group": "not stated, not compared",
};

function FourFifthsTables({ profile }: { readonly profile: FourFifths }) {
  return profile.tables.map(({ attributes, rows }) => (
    <ScrollX key={attributes.join()} label={`Four-fifths by ${attributes.join(" and ")}`}>
      <table className="figures profile-table">
        <caption>{attributesTitle(attributes)}</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className="number">
              Applicants
            </th>
            <th scope="col" className="number">
              Selected
            </th>
            <th scope="col" className="number">
              Rate, %
            </th>
            <th scope="col" className="number">
              Impact ratio
            </th>
            <th scope="col" className="number">
              95 % interval
            </th>
            <th scope="col">Four fifths</th>
            <th scope="col">By chance?</th>
            <th scope="col" className="number">
              Shortfall
            </th>
            <th scope="col">One more selected</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, applicants, selected, selectionRate, role, comparison }) => (
            <tr key={JSON.stringify(group)}>
              <th scope="row">{groupLabel(group)}</th>
              <td className="number">{formatNumber(applicants)}</td>
              <td className="number">{formatNumber(selected)}</td>
              <td className="number">{selectionRate === null ? "–" : formatShare(selectionRate)}</td>
              {comparison === null ? (
                <td colSpan={6}>
                  <small>{roleWords[role]}</small>
                </td>
              ) : (
                <>
                  <td className="number">
                    <b>{formatGap(comparison.impactRatio)}</b>
                  </td>
                  <td className="number">{formatInterval(comparison, formatGap)}</td>
                  <td>{comparison.fourFifths === "below" ? <b>below</b> : "not below"}</td>
                  <td>{comparison.statistics === "significant" ? <b>not explained</b> : "may be"}</td>
                  <td className="number">{formatNumber(comparison.shortfall, 1)}</td>
                  <td>{reachWords[comparison.ifOneMoved.reaches]}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  ));
}

function LocalLawTables({ profile }: { readonly profile: LocalLaw }) {
  const rate = profile.basis === "selection-rate" ? "Selection rate" : "Scoring rate";
  return (
    <>
      <p className="measure">
        {formatNumber(profile.assessed)} assessed
        {profile.medianScore === null ? "" : `; the median score of all is ${formatNumber(profile.medianScore, 3)}`}
      </p>
      {profile.tables.map(({ attributes, rows, unknown }) => (
        <ScrollX key={attributes.join()} label={`Local Law 144 by ${attributes.join(" and ")}`}>
          <table className="figures profile-table">
            <caption>
              {attributesTitle(attributes)}
              {unknown > 0 ? <small> {formatNumber(unknown)} of unknown category are not in the table</small> : null}
            </caption>
            <thead>
              <tr>
                <th scope="col">Category</th>
                <th scope="col" className="number">
                  Assessed
                </th>
                <th scope="col" className="number">
                  {profile.basis === "selection-rate" ? "Selected" : "Above the median"}
                </th>
                <th scope="col" className="number">
                  {rate}
                </th>
                <th scope="col" className="number">
                  Impact ratio
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ category, assessed, selected, rate: share, impactRatio, excluded }) => (
                <tr key={JSON.stringify(category)}>
                  <th scope="row">
                    {groupLabel(category)}
                    {excluded === null ? null : <small> under 2 % of all, may be left out</small>}
                  </th>
                  <td className="number">{formatNumber(assessed)}</td>
                  <td className="number">{formatNumber(selected)}</td>
                  <td className="number">{share === null ? "–" : share.toFixed(3)}</td>
                  <td className="number">{impactRatio === null ? "–" : impactRatio.toFixed(3)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      ))}
    </>
  );
}
