import { Visitor } from "oxc-parser";
import { partOf } from "./import-walls.ts";
import type { SourceFile, SourceTree, Violation } from "./source-tree.ts";

/** The globals the engine may use: those that only compute. Time, chance, I/O, locale and `eval` are not among them. */
const allowed = new Set(
  `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Error Float32Array Float64Array Infinity
  Int16Array Int32Array Int8Array JSON Map Math NaN Number Object RangeError RegExp Set String Symbol TypeError Uint16Array
  Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet isFinite isNaN parseFloat parseInt undefined`.split(/\s+/),
);

/** Methods whose answer depends on the machine's language or on the version of its tables. */
const localeMethods = /^(localeCompare|toLocale\w+)$/;

/** The engine computes: its code names no global beyond the allowed ones, no `Math.random`, no locale, no `import()`. */
export function enginePurity(tree: SourceTree): Violation[] {
  return [...tree.files.values()].filter((file) => partOf(file.path) === "engine" && !file.isTest).flatMap(impurities);
}

function impurities(file: SourceFile): Violation[] {
  const violations: Violation[] = [];
  const say = (offset: number, what: string) => violations.push(`${file.path}:${file.lineOf(offset)}: ${what}`);
  const declared = new Set<string>();
  const used: { name: string; start: number }[] = [];
  const mathMembers = new Set<number>();

  const walk = (node: unknown, role: "reference" | "binding" | "name"): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item, role);
      return;
    }
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const current = node as { type: string; start: number } & Record<string, unknown>;
    // Types vanish before anything runs.
    if (/^TS/.test(current.type) && !/^TS(As|Satisfies|NonNull|Instantiation)Expression$/.test(current.type)) return;
    if (current.type === "Identifier") {
      const name = String(current.name);
      if (role === "binding") declared.add(name);
      else if (role === "reference") used.push({ name, start: current.start });
      return;
    }
    for (const [key, value] of Object.entries(current)) walk(value, roleOf(current, key, role));
  };
  walk(file.program, "reference");

  new Visitor({
    MemberExpression: ({ object, property, computed, start }) => {
      if (!computed && property.type === "Identifier" && localeMethods.test(property.name))
        say(start, `engine calls ${property.name}; its answer depends on the machine`);
      if (object.type !== "Identifier" || object.name !== "Math") return;
      if (!computed) mathMembers.add(object.start);
      if (!computed && property.type === "Identifier" && property.name === "random")
        say(start, "engine uses Math.random; take a seed as an argument");
    },
    ImportExpression: ({ start }) => say(start, "engine uses import(); import at the top"),
    MetaProperty: ({ start }) => say(start, "engine uses import.meta; it does not know where it runs"),
  }).visit(file.program);

  for (const { name, start } of used) {
    if (declared.has(name)) continue;
    if (!allowed.has(name)) say(start, `engine uses ${name}; time, chance and I/O are arguments`);
    else if (name === "Math" && !mathMembers.has(start))
      say(start, "engine hands Math around; call Math.f(x) by its name");
  }
  return violations;
}

/** Whether the identifiers under `node[key]` are declared there, used there, or mere names of properties. */
function roleOf(
  node: { type: string } & Record<string, unknown>,
  key: string,
  role: "reference" | "binding" | "name",
): "reference" | "binding" | "name" {
  const plain = node.computed !== true;
  switch (node.type) {
    case "VariableDeclarator":
      return key === "id" ? "binding" : "reference";
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return key === "id" || key === "params" ? "binding" : "reference";
    case "ClassDeclaration":
    case "ClassExpression":
      return key === "id" ? "binding" : "reference";
    case "CatchClause":
      return key === "param" ? "binding" : "reference";
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return key === "local" ? "binding" : "name";
    case "ExportSpecifier":
      return key === "local" ? "reference" : "name";
    case "AssignmentPattern":
      return key === "left" ? role : "reference";
    case "MemberExpression":
      return key === "property" && plain ? "name" : "reference";
    case "Property":
      return key === "key" ? (plain ? "name" : "reference") : role;
    case "MethodDefinition":
    case "PropertyDefinition":
      return key === "key" && plain ? "name" : "reference";
    case "MetaProperty":
      return "name";
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return key === "label" ? "name" : "reference";
    case "ObjectPattern":
    case "ArrayPattern":
    case "RestElement":
      return role;
    default:
      return "reference";
  }
}
