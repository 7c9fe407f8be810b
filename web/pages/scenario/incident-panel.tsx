import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { IncidentFacts } from "../../../src/contract/facts.ts";
import { incidentsQuery } from "../../data/queries.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";

const currencies = ["EUR", "USD", "GBP"] as const;
const shownAtFirst = 6;

/** What has happened elsewhere: final amounts of public cases, to think of magnitude by. Never of how often. */
export function IncidentPanel({ currency: own }: { readonly currency: string }) {
  const [state, setState] = useState<"closed" | "open">("closed");
  const [currency, setCurrency] = useState<string>(currencies.some((each) => each === own) ? own : "EUR");
  return (
    <details
      className="incident-panel"
      onToggle={({ currentTarget }) => setState(currentTarget.open ? "open" : "closed")}
    >
      <summary>
        What has happened elsewhere
        <small>public cases, final amounts only</small>
      </summary>
      {state === "open" ? (
        <>
          <p className="measure">
            Anchors for how much, never for how often: nobody counted the systems in use, and what becomes public is
            large, legal or curious. Amounts are as published, in their own currency.
          </p>
          <div className="choices">
            {currencies.map((each) => (
              <button key={each} type="button" aria-pressed={currency === each} onClick={() => setCurrency(each)}>
                {each}
              </button>
            ))}
          </div>
          <Incidents key={currency} currency={currency} />
        </>
      ) : null}
    </details>
  );
}

function Incidents({ currency }: { readonly currency: string }) {
  const { data, error, refetch } = useQuery(incidentsQuery(currency));
  const [shown, setShown] = useState<"first" | "all">("first");
  if (error && !data) return <RefusalNote error={error} retry={() => void refetch()} />;
  if (!data) return <p className="hush">Reading the cases</p>;
  const cases = [...data.amounts].reverse();
  const listed = shown === "all" ? cases : cases.slice(0, shownAtFirst);
  const more = cases.length - listed.length;
  return (
    <>
      {cases.length === 0 ? <p className="hush">No final amount in {currency} is known.</p> : null}
      <ul className="incidents">
        {listed.map((incident) => (
          <Incident key={incident.id} incident={incident} />
        ))}
      </ul>
      {more > 0 ? (
        <button type="button" className="text-button" onClick={() => setShown("all")}>
          {formatNumber(more)} smaller
        </button>
      ) : null}
      <p className="measure">
        {leftOutWords(data)} Status as of {formatDate(data.knownOn)}.
      </p>
    </>
  );
}

function Incident({ incident }: { readonly incident: IncidentFacts["amounts"][number] }) {
  const { amount, actor, what, date, kind, caveat } = incident;
  return (
    <li>
      <b className="number">{formatMoney(amount.value, amount.currency)}</b>
      <span>
        {actor}, {date.slice(0, 4)}, {kind}. {what}
        {caveat ? <small className="hush"> {caveat}</small> : null}
        {amount.basis === "recalled" ? <small className="hush"> Recalled; check before quoting.</small> : null}
      </span>
    </li>
  );
}

function leftOutWords({ leftOut }: IncidentFacts): string {
  const count = leftOut.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return "";
  const reasons = leftOut
    .map((each) => `${formatNumber(each.count)} ${each.reason === "no amount" ? "without an amount" : each.reason}`)
    .join(", ");
  return `Left out ${plural("is", count, "are")} ${formatNumber(count)} ${plural("case", count)}: ${reasons}.`;
}
