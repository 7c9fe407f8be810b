import { sentenceParts } from "./audit-head.ts";

/** What an audit says, a sentence a line, each with the figures that carry it. */
export function AuditSentences({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map((said) => {
    const { sentence, evidence } = sentenceParts(said);
    return (
      <p key={said} className="audit-sentence">
        {sentence} {evidence === null ? null : <small>{evidence}</small>}
      </p>
    );
  });
}
