import { type Document, type Scalar, visit, type YAMLError } from "yaml";
import type { Mistake } from "../../contract/failure.ts";
import type { Lines } from "../lines.ts";

/** Mistakes of the syntax beyond this many are the echo of the first ones. */
const most = 20;

/** What is wrong with the YAML itself, one mistake a line. */
export function syntaxMistakes(document: Document, text: string, lines: Lines): Mistake[] {
  const byLine = new Map<number, Mistake>();
  for (const error of document.errors) {
    const mistake = syntaxMistake(error, document, text, lines);
    if (!byLine.has(mistake.line!)) byLine.set(mistake.line!, mistake);
    if (byLine.size === most) break;
  }
  return [...byLine.values()].sort((a, b) => a.line! - b.line!);
}

export function syntaxMistake(error: YAMLError, document: Document, text: string, lines: Lines): Mistake {
  const at = (offset: number, what: string, remedy: string): Mistake => {
    return { path: "", ...lines.at(offset), what, remedy };
  };
  const [offset] = error.pos;
  const tab = tabInIndentation(text, offset);
  if (tab !== undefined) return at(tab, "tab in the indentation", "indent with spaces");
  if (error.message.startsWith("Missing closing") && error.message.endsWith("quote")) {
    const quote = error.message.includes('"') ? '"' : "'";
    return at(openingQuote(document, offset) ?? offset, `quote ${quote} is not closed`, `end the text with ${quote}`);
  }
  const what = `YAML: ${error.message.slice(0, 1).toLowerCase()}${error.message.slice(1)}`;
  return at(offset, what, remedyOf(error));
}

/** Offset of a tab before the first character of the line, a list's dash aside. */
function tabInIndentation(text: string, offset: number): number | undefined {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const indentation = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(start, start + 200))![0];
  const tab = indentation.indexOf("\t");
  return tab < 0 ? undefined : start + tab;
}

/** The last quoted text that starts before the place where its end was missed. */
function openingQuote(document: Document, end: number): number | undefined {
  let start: number | undefined;
  const note = (scalar: Scalar) => {
    if (!scalar.type?.startsWith("QUOTE") || !scalar.range || scalar.range[0] >= end) return;
    if (start === undefined || scalar.range[0] > start) start = scalar.range[0];
  };
  visit(document, { Scalar: (_key, scalar) => note(scalar) });
  return start;
}

function remedyOf({ code }: YAMLError): string {
  switch (code) {
    case "BAD_INDENT":
      return "align it with its neighbours";
    case "MISSING_CHAR":
      return "complete it";
    case "BLOCK_AS_IMPLICIT_KEY":
      return 'put a text that has ": " in it in quotes, or correct the indentation';
    case "MULTILINE_IMPLICIT_KEY":
      return "write `key: value` on each line, or put the text in quotes";
    case "BAD_DQ_ESCAPE":
      return "write the backslash twice, or use single quotes";
    case "BAD_SCALAR_START":
      return "put the text in quotes";
    case "TAG_RESOLVE_FAILED":
      return "remove the tag";
    default:
      return "remove it, or put the text in quotes";
  }
}
