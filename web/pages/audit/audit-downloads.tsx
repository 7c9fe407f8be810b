const formats = [
  ["html", "HTML, to print"],
  ["markdown", "Markdown"],
  ["json", "JSON"],
  ["csv-fairlearn", "CSV, as Fairlearn"],
  ["csv-aequitas", "CSV, as Aequitas"],
  ["model-card", "Model card"],
  ["cyclonedx", "CycloneDX ML-BOM"],
] as const;

/** The report to take along; small cells are suppressed in what is shared. */
export function AuditDownloads({ id }: { readonly id: string }) {
  return (
    <section className="block" aria-labelledby="audit-downloads">
      <header>
        <div>
          <h2 className="finding" id="audit-downloads">
            The report, to take along
          </h2>
          <p className="measure">In what is shared, small cells are suppressed; the JSON has every count</p>
        </div>
      </header>
      <ul className="downloads">
        {formats.map(([format, title]) => (
          <li key={format}>
            <a className="name-link" href={`/v1/audits/${encodeURIComponent(id)}/report?format=${format}`} download>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
