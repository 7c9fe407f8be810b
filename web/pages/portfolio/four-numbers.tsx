import { useQuery } from "@tanstack/react-query";
import { CoverageChart } from "../../../src/chart/draw/coverage-chart.tsx";
import { SparklineChart } from "../../../src/chart/draw/sparkline-chart.tsx";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import {
  annualLossChange,
  coverageSentence,
  type LeadSentence,
  nextDeadlineSentence,
  overLineChange,
} from "../../../src/chart/series/overview-sentences.ts";
import { overviewQuery } from "../../data/queries.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { useToday } from "../../shell/use-today.ts";

/** Where the organisation stands, in four numbers with their change. They are of the whole register, whatever is filtered. */
export function FourNumbers() {
  const [asOf] = useAsOf();
  const { data: overview, error, refetch } = useQuery(overviewQuery(asOf));
  const { on } = useToday();
  if (error && !overview) return <RefusalNote error={error} retry={() => void refetch()} />;
  if (!overview) return <section className="four" aria-busy="true" aria-label="Four numbers" />;
  const today = asOf ?? on;
  const { annualLoss, currency, deadlines } = overview;
  return (
    <section className="four" aria-label="Four numbers">
      <article>
        <h2>Over the line</h2>
        <p className="number">
          {formatNumber(overview.overAppetite.now)}
          <small>
            of {formatNumber(overview.rated)} rated {plural("risk", overview.rated)}
          </small>
        </p>
        <SparklineChart
          values={overview.history.map(({ overAppetite }) => overAppetite)}
          shape="step"
          width={74}
          height={34}
        />
        <Sentence {...overLineChange(overview, today)} />
      </article>
      <article>
        <h2>Annual loss, residual</h2>
        <p className="number">
          {annualLoss ? formatMoney(annualLoss.expected, currency) : "–"}
          <small>expected</small>
        </p>
        <p className="number">
          {annualLoss ? formatMoney(annualLoss.oneYearInTwenty, currency) : "–"}
          <small>1 year in 20</small>
        </p>
        <SparklineChart values={overview.history.map(({ expected }) => expected)} width={86} height={34} />
        <Sentence {...annualLossChange(overview, today)} />
      </article>
      <article>
        <h2>Plan deadlines</h2>
        <p className="number">
          {formatNumber(deadlines.overdue)}
          <small>overdue</small>
        </p>
        {deadlines.next ? (
          <p className="number">
            {formatDate(deadlines.next.on, today)}
            <small>the next</small>
          </p>
        ) : null}
        <Sentence {...nextDeadlineSentence(overview, today)} />
      </article>
      <article>
        <h2>Coverage</h2>
        <p className="number">
          {formatNumber(overview.coverage.fresh)}
          <small>
            of {formatNumber(overview.systems)} {plural("system", overview.systems)} fresh
          </small>
        </p>
        <CoverageChart fresh={overview.coverage.fresh} systems={overview.systems} />
        <Sentence {...coverageSentence(overview, today)} />
      </article>
    </section>
  );
}

function Sentence({ lead, rest }: LeadSentence) {
  return (
    <p className="change">
      {lead ? <b>{lead}</b> : null}
      {rest}
    </p>
  );
}
