import { Failure } from "../contract/failure.ts";

/** What is wrong with a source, on one of its lines or as a whole. */
export function inputFailure(source: { readonly name: string }, what: string, remedy: string, line?: number): Failure {
  return new Failure("invalid-input", `${source.name} cannot be audited`, "correct what is said above", [
    { file: source.name, path: "", ...(line !== undefined && { line }), what: oneLine(what), remedy: oneLine(remedy) },
  ]);
}

/** Names of columns and the like come from the file: they may not move the cursor of whoever reads the message. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
