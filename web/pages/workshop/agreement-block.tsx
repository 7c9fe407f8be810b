import { agreementNote, agreementSentence } from "../../../src/chart/series/vote-words.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";

/** How far the people put the risks in one order. */
export function AgreementBlock({ detail }: { readonly detail: WorkshopDetail }) {
  return (
    <section className="block" aria-labelledby="agreement">
      <header>
        <div>
          <h2 className="finding" id="agreement">
            {agreementSentence(detail)}
          </h2>
          <p className="measure">{agreementNote(detail)}</p>
        </div>
      </header>
      <p className="measure vote-key">
        <span>
          <i className="vote-sign is-plain" /> a person
        </span>
        <span>
          <i className="vote-sign is-own" /> you
        </span>
        <span>
          <i className="vote-sign is-apart" /> two levels or more off the median
        </span>
        <span>
          <i className="vote-sign is-blind" /> the blind vote of one that was revised
        </span>
      </p>
    </section>
  );
}
