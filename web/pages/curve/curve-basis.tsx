import { useState } from "react";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatMoney, formatMoneyRange } from "../../../src/chart/series/format-money.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { useToday } from "../../shell/use-today.ts";

const namedAtFirst = 6;

/** What the figures rest on, and what is not in them. */
export function CurveBasis({ report }: { readonly report: Quantification }) {
  const { timeZone } = useToday();
  const at = wallClock(report.computedAt, timeZone);
  const { residual, currency, quantified, unquantified } = report;
  return (
    <dl className="facts basis">
      <dt>Engine</dt>
      <dd>
        {report.engine}, by Fourier transform of the compound loss
        {quantified > 0 ? `; 1 in 20 lies ${errorWords(residual.error.valueAtRisk["0.95"], currency)}` : ""}
      </dd>
      <dt>Inputs</dt>
      <dd>
        {quantified === 0
          ? "no scenario"
          : `${formatNumber(quantified)} ${plural("scenario", quantified)}, independent but for the causes they share`}
      </dd>
      <dt>Left out</dt>
      <dd>
        <LeftOut risks={unquantified} />
      </dd>
      <dt>Method</dt>
      <dd>
        {report.method.name}, version {report.method.version}
      </dd>
      <dt>When</dt>
      <dd>
        {formatDate(at.on)}, {at.at}, revision {formatNumber(report.revision)}
        {report.asOf === null ? "" : `; as of ${formatDate(wallClock(report.asOf, timeZone).on)}`}
      </dd>
    </dl>
  );
}

function errorWords(error: Quantification["residual"]["error"]["expectedAnnualLoss"], currency: string): string {
  if ("standardError" in error)
    return `within a standard error of ${formatMoney(error.standardError, currency, "table")}`;
  const exact = formatMoney(error.low, currency, "table") === formatMoney(error.high, currency, "table");
  const range = exact
    ? `at ${formatMoney(error.low, currency, "table")} to all digits shown`
    : `between ${formatMoneyRange(error.low, error.high, currency, "table").replace(" to ", " and ")}`;
  return error.kind === "bracket" ? `${range}, proved` : range;
}

function LeftOut({ risks }: { readonly risks: Quantification["unquantified"] }) {
  const [shown, setShown] = useState<"first" | "all">("first");
  if (risks.length === 0) return "no risk";
  const named = shown === "all" ? risks : risks.slice(0, namedAtFirst);
  const more = risks.length - named.length;
  return (
    <>
      {formatNumber(risks.length)} {plural("risk", risks.length)} without a scenario:{" "}
      {named.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <PageLink className="name-link" to={`/risks/${id}`}>
            {name}
          </PageLink>
        </span>
      ))}
      {more > 0 ? (
        <>
          {" and "}
          <button type="button" className="text-button" onClick={() => setShown("all")}>
            {formatNumber(more)} more
          </button>
        </>
      ) : null}
    </>
  );
}
