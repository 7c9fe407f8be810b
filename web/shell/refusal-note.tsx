import { Refusal, ServerGone } from "../data/request.ts";

/** Says in the place of a block why it is not there: what the server answered, and what to do. */
export function RefusalNote({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const [what, remedy] =
    error instanceof Refusal
      ? [error.problem.detail, error.problem.remedy]
      : error instanceof ServerGone
        ? ["the server does not answer", "start it again with: plimsoll serve"]
        : [error.message, undefined];
  return (
    <div className="refusal-note" role="alert">
      <p>
        <b>Not shown:</b> {what}
        {remedy ? `; ${remedy}` : ""}.
      </p>
      <button type="button" className="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
