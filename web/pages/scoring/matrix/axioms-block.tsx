import { MarkSign } from "../../../../src/chart/draw/mark-shape.tsx";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import { axiomNames, axiomStatus, axiomWords, sentenceCase } from "../../../../src/chart/series/matrix-words.ts";
import type { MatrixReport } from "../../../../src/contract/matrix-report.ts";
import { ShowMore, useShownRows } from "../../../figure/show-more.tsx";
import type { CellPlace } from "./matrix-draft.ts";
import type { ScaleReport } from "./matrix-view.ts";

interface AxiomsBlockProps {
  readonly report: ScaleReport;
  readonly onShow: (place: CellPlace) => void;
}

/** Cox's three axioms by name: whether they hold, and each cell that offends. */
export function AxiomsBlock({ report, onShow }: AxiomsBlockProps) {
  const { bandNames, breaches, departures } = report;
  const [lowest, highest] = [bandNames[0]!, bandNames.at(-1)!];
  const unused = report.findings.filter(({ code }) => code === "unused-band");
  return (
    <section className="block axioms-block" aria-labelledby="axioms-head">
      <header>
        <div>
          <h2 className="finding" id="axioms-head">
            Cox’s axioms
          </h2>
          <p className="measure">
            On the numeric bounds; {lowest} is Cox’s green, {highest} his red
          </p>
        </div>
      </header>
      <dl className="axioms">
        {axiomNames.map((axiom) => {
          const status = axiomStatus(report, axiom);
          const own = breaches.filter((breach) => breach.axiom === axiom);
          return (
            <div key={axiom}>
              <dt>
                {axiomWords[axiom].name}
                <span className="axiom-status">
                  <MarkSign kind={status === "holds" ? "ok" : "breach"} />
                  {status === "holds" ? "holds" : `broken, ${formatNumber(own.length)} found`}
                </span>
              </dt>
              <dd>
                <p className="hush">{axiomWords[axiom].asks(highest, lowest)}</p>
                <Breaches breaches={own} kind="found" onShow={onShow} />
              </dd>
            </div>
          );
        })}
        {departures.length > 0 ? (
          <div>
            <dt>
              Departures <span className="axiom-status">on purpose</span>
            </dt>
            <dd>
              <p className="hush">
                What is grave when it happens is looked at however rare it is. The severity floor raises these cells,
                and they are no finding.
              </p>
              <Breaches breaches={departures} kind="departures" onShow={onShow} />
            </dd>
          </div>
        ) : null}
        {unused.length > 0 ? (
          <div>
            <dt>
              Bands in use{" "}
              <span className="axiom-status">
                <MarkSign kind="warning" />
                not all
              </span>
            </dt>
            <dd>
              {unused.map(({ message }) => (
                <p key={message}>{sentenceCase(message)}.</p>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

const atOnce = 6;

function Breaches({
  breaches,
  kind,
  onShow,
}: {
  readonly breaches: MatrixReport["breaches"];
  readonly kind: "found" | "departures";
  readonly onShow: (place: CellPlace) => void;
}) {
  const { shown, more } = useShownRows(breaches.length, atOnce);
  if (breaches.length === 0) return null;
  return (
    <>
      <ul className={`breaches is-${kind}`}>
        {breaches.slice(0, shown).map(({ axiom, cell, beside, message }) => (
          <li key={`${axiom} ${cell.likelihood} ${cell.impact} ${beside?.likelihood} ${beside?.impact}`}>
            <button
              type="button"
              className="row-link"
              onClick={() => onShow({ row: cell.likelihood - 1, column: cell.impact - 1 })}
            >
              {sentenceCase(message)}.
            </button>
          </li>
        ))}
      </ul>
      <ShowMore shown={shown} total={breaches.length} atOnce={atOnce} of="findings" more={more} />
    </>
  );
}
