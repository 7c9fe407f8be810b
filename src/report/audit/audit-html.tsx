import { renderToStaticMarkup } from "react-dom/server";
import { ChartDefinitions } from "../../chart/draw/chart-definitions.tsx";
import { formatDate } from "../../chart/series/format-date.ts";
import type { AboutReport } from "./document/about-report.ts";
import { auditSections } from "./document/audit-sections.ts";
import { AuditBlock } from "./html/audit-block.tsx";
import { chartLook } from "./html/chart-look.ts";
import { drawableReport } from "./html/drawable-report.ts";
import { pageStyle } from "./html/page-style.ts";
import { paperStyle } from "./html/paper-style.ts";
import { headline } from "./section/in-short.ts";
import type { SharedAudit } from "./shared-audit.ts";

/**
 * The report as one HTML file to be read on a screen and printed: no script, nothing that is fetched. All text of the data
 * is escaped. The same report gives the same file; dates are arguments.
 *
 * @param report - whole, or with its small groups hidden by suppressSmallCells
 */
export function auditHtml(report: SharedAudit, about: AboutReport = {}): string {
  const sections = auditSections(report, about);
  const drawable = drawableReport(report);
  const name = about.system ?? report.source.name;
  const title = about.title ?? headline(report) ?? `How the decisions in ${report.source.name} treat groups`;
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content={`plimsoll ${report.program.version}`} />
        <title>{`Fairness audit: ${name}`}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style, and a hash that is nothing but hex digits */}
        <style dangerouslySetInnerHTML={{ __html: chartLook + pageStyle + paperStyle(report.source.hash ?? "") }} />
      </head>
      <body>
        <ChartDefinitions />
        <div className="sheet">
          <header>
            <div className="masthead">
              <span className="mark">
                <LoadLine />
                Plimsoll
              </span>
              <span>{mastheadText(about)}</span>
            </div>
            <h1>{title}</h1>
            <p className="subtitle">Fairness audit of {name}</p>
            <nav aria-label="Contents">
              <ol>
                {sections.map(({ id, title: heading }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{heading}</a>
                  </li>
                ))}
              </ol>
            </nav>
          </header>
          <main>
            {sections.map(({ id, title: heading, measure, blocks }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`}>{heading}</h2>
                {measure === null ? null : <p className="measure">{measure}</p>}
                {blocks.map((block, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a section have an order and no name of their own
                  <AuditBlock key={k} block={block} report={drawable} />
                ))}
              </section>
            ))}
          </main>
        </div>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${markup}\n`;
}

function mastheadText({ organization, preparedOn }: AboutReport): string {
  return [organization, preparedOn && formatDate(preparedOn)].filter(Boolean).join(" · ");
}

/** The mark: a circle cut by a line. */
function LoadLine() {
  return (
    <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
      <circle className="load-ring" cx="13" cy="9" r="7" />
      <path className="load-line" d="M0 9H26" />
    </svg>
  );
}
