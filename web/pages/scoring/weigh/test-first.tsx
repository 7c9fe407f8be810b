import { useState } from "react";
import { compositeMarkdown } from "../../../../src/chart/series/composite-markdown.ts";
import { compositePage } from "../../../../src/chart/series/composite-page.ts";
import { formatDate } from "../../../../src/chart/series/format-date.ts";
import type { WeighFile } from "../../../../src/contract/weigh-file.ts";
import type { WeighReport } from "../../../../src/contract/weigh-report.ts";
import { useToday } from "../../../shell/use-today.ts";
import "./test-first.css";

interface TestFirstProps {
  readonly report: WeighReport | undefined;
  /** The file that the report is of; null while there is none. */
  readonly file: WeighFile | null;
  readonly reason: string | null;
  readonly state: "current" | "behind";
  /** What is typed and not saved may be printed, and says so. */
  readonly basis: "saved" | "typed";
  readonly closed: string | null;
  /** Marks a scenario as tested on a day; null takes that back. */
  readonly onTested: (id: string, on: string | null) => void;
}

/** One page for the product team: what to test before launch, why, and who does. It prints by itself. */
export function TestFirst({ report, file, reason, state, basis, closed, onTested }: TestFirstProps) {
  const { on: today } = useToday();
  const [copied, setCopied] = useState<"ready" | "copied" | "closed">("ready");
  if (report === undefined || file === null)
    return (
      <section className="test-first" aria-busy={reason === null && file !== null}>
        <p className="lede">{reason ?? "There is nothing to test yet: rate a scenario first."}</p>
      </section>
    );
  const known = new Set(file.scenarios.map(({ id }) => id));
  const current = { ...report, scenarios: report.scenarios.filter(({ id }) => known.has(id)) };
  const page = compositePage(current, file);
  const tested = file.scenarios.filter(({ id, tested: on }) => on !== undefined && report.gate?.tested.includes(id));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(compositeMarkdown(page));
      setCopied("copied");
    } catch {
      setCopied("closed");
    }
    setTimeout(() => setCopied("ready"), 2000);
  };
  return (
    <section className={state === "behind" ? "test-first is-behind" : "test-first"} aria-labelledby="test-first-title">
      <header className="test-first-head">
        <h2 className="head-line" id="test-first-title">
          {page.title}
        </h2>
        <p className="quotable">{page.headline}</p>
      </header>
      <p className="actions test-first-tools">
        <button type="button" className="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {copied === "ready" ? "Copy as Markdown" : copied === "copied" ? "Copied" : "The clipboard is closed"}
        </button>
      </p>
      <ol className="tests">
        {page.tests.map(({ id, name, description, why, test, owner }, place) => (
          <li key={id}>
            <article aria-labelledby={`test-${id}`}>
              <h3 className="finding" id={`test-${id}`}>
                {place + 1}. {name}
              </h3>
              {description === null ? null : <p>{description}</p>}
              <p className="test-why">{why}</p>
              <dl className="facts">
                <dt>Test</dt>
                <dd>{test}</dd>
                <dt>Owner</dt>
                <dd>{owner}</dd>
              </dl>
              {closed === null && report.gate ? (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`${name}: tested today`}
                  onClick={() => onTested(id, today)}
                >
                  Tested today
                </button>
              ) : null}
            </article>
          </li>
        ))}
      </ol>
      {page.others === null ? null : <p className="test-others">{page.others}</p>}
      {tested.length > 0 ? (
        <div className="tested">
          <h3 className="finding">Tested</h3>
          <ul>
            {tested.map(({ id, name, tested: on }) => (
              <li key={id}>
                {name ?? id}, {formatDate(on!, today)}{" "}
                {closed === null ? (
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`${name ?? id}: not tested after all`}
                    onClick={() => onTested(id, null)}
                  >
                    Take back
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="measure test-first-foot">
        {page.foot}
        {basis === "typed" ? " This is typed and not saved yet." : ""}
      </p>
    </section>
  );
}
