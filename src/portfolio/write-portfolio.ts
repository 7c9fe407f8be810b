import { Document, isCollection, isMap, isScalar, isSeq, type Node, Scalar } from "yaml";
import { type Portfolio, portfolio as portfolioSchema } from "../contract/portfolio.ts";

/** Texts longer than this are folded over lines of their own. */
const longestOnLine = 90;
/** Maps and lists of plain values that are shorter than this are written on one line. */
const longestInline = 100;

/**
 * The portfolio as canonical YAML: keys in the order of the schema, long texts as blocks, short maps on one line.
 *
 * It says what the portfolio says: a default that is left out stays out. `readPortfolio` gives the same portfolio back.
 *
 * @throws ZodError if the portfolio is not one.
 */
export function writePortfolio(portfolio: Portfolio): string {
  const document = new Document(portfolioSchema.parse(portfolio), { aliasDuplicateObjects: false });
  if (isMap(document.contents)) {
    // A section has an entry a line, so that a change of one is a change of one line.
    for (const { value } of document.contents.items) layBelow(value);
  }
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}

/** Decides how each node is written, from the outside in. */
function lay(node: unknown): void {
  if (isScalar(node)) {
    if (typeof node.value === "string") layText(node as Scalar<string>);
  } else if (isCollection(node)) {
    if (isShort(node)) node.flow = true;
    else layBelow(node);
  }
}

function layBelow(node: unknown): void {
  if (isScalar(node)) lay(node);
  else if (isMap(node)) for (const { value } of node.items) lay(value);
  else if (isSeq(node)) for (const item of node.items) lay(item);
}

function layText(scalar: Scalar<string>): void {
  if (scalar.value.length > longestOnLine) scalar.type = Scalar.BLOCK_FOLDED;
  if (scalar.value.includes("\n")) scalar.type = Scalar.BLOCK_LITERAL;
}

/** Whether it fits on one line and reads well there: a list of several records does not. */
function isShort(node: Node): boolean {
  const isTable = isSeq(node) && node.items.length > 1 && node.items.some(isCollection);
  return !isTable && inlineLength(node) <= longestInline;
}

function inlineLength(node: unknown): number {
  if (isScalar(node)) {
    const text = String(node.value);
    return text.includes("\n") ? Number.POSITIVE_INFINITY : text.length;
  }
  if (isSeq(node)) return node.items.reduce<number>((sum, item) => sum + inlineLength(item) + 2, 2);
  if (!isMap(node)) return 0;
  return node.items.reduce((sum, { key, value }) => sum + inlineLength(key) + inlineLength(value) + 4, 2);
}
