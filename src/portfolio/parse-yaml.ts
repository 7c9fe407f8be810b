import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import type { Mistake } from "../contract/failure.ts";
import { linesOf } from "./lines.ts";
import type { Finding } from "./mistakes/finding.ts";
import { placed } from "./mistakes/placed.ts";
import { syntaxMistake, syntaxMistakes } from "./mistakes/syntax.ts";
import { plainValue } from "./plain-value.ts";
import { type Positions, positionsIn } from "./positions.ts";

/** A file that is YAML; `findings` are keys written twice and the like, which leave a value to look at. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

/** Open lists, maps and texts at one place. A portfolio needs 20; composing thousands would end the process. */
const deepest = 100;

export function parseYaml(text: string, fileName: string): ParsedYaml | { readonly mistakes: Mistake[] } {
  const lines = linesOf(text);
  const tokens = tokensOf(text);
  if ("tooDeepAt" in tokens) {
    const what = "lists and maps are nested too deeply";
    return { mistakes: [{ path: "", ...lines.at(tokens.tooDeepAt), what, remedy: "write them as the guide shows" }] };
  }
  const composer = new Composer({
    prettyErrors: false,
    logLevel: "silent",
    uniqueKeys: false, // Its search is quadratic; plainValue looks itself.
    resolveKnownTags: false,
  });
  const [document, second] = [...composer.compose(tokens.tokens, true, text.length)] as [Document, Document?];
  if (document.errors.length > 0) return { mistakes: syntaxMistakes(document, text, lines) };
  if (document.warnings.length > 0) {
    return { mistakes: document.warnings.map((each) => syntaxMistake(each, document, text, lines)) };
  }
  if (second) {
    const remedy = "keep one document, without `---` between";
    return {
      mistakes: [
        { path: "", ...lines.at(second.range?.[0] ?? text.length), what: "file has a second document", remedy },
      ],
    };
  }
  const positions = positionsIn(document, lines, fileName);
  const { value, findings, broken } = plainValue(document, lines);
  return broken.length > 0 ? { mistakes: placed(broken, positions) } : { value, findings, positions };
}

function tokensOf(text: string): { tokens: CST.Token[] } | { tooDeepAt: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepest) return { tooDeepAt: parser.offset - 1 };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}
