import fc from "fast-check";
import { controlActs } from "../../src/contract/control-acts.ts";
import { disparityNames } from "../../src/contract/disparity-names.ts";
import type { FileEstimate, FrequencyEstimate, ProbabilityEstimate } from "../../src/contract/estimate.ts";
import { impactKinds } from "../../src/contract/impact-kinds.ts";
import { poolingRules } from "../../src/contract/pooling-rules.ts";
import { defaultCategories, type Portfolio, portfolio as portfolioSchema } from "../../src/contract/portfolio.ts";
import { lossForms } from "../../src/engine/quantification/loss-forms.ts";

/** Unicode text as a contract keeps it: trimmed, no control characters, no lone surrogates. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."abc ABC 019 .,:;#-?!'\"&*%@`|>{}[]()~\\/=<äßé漢字😀ה") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) },
);
const words = fc.constantFrom(
  "yes",
  "no",
  "null",
  "~",
  "true",
  "1e3",
  "0x1F",
  ".inf",
  "2026-01-01",
  "- a",
  "a: b",
  "# c",
  "<<",
  "=",
  "...",
  "---",
);
const line = fc
  .oneof(
    { weight: 5, arbitrary: fc.string({ unit: character, minLength: 1, maxLength: 60 }) },
    { weight: 1, arbitrary: words },
  )
  .map((written) => written.replace(/[\p{Cc}\p{Cs}]/gu, "").trim())
  .filter((written) => written.length > 0 && written.length <= 200);
const text = fc
  .array(fc.oneof(line, fc.constantFrom("", " ", "  indented", "\ttab", "trailing ")), { minLength: 1, maxLength: 8 })
  .chain((lines) => fc.constantFrom("\n", " ", "\n\n", "  ").map((between) => lines.join(between).trim()))
  .filter((written) => written.length > 0);
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.double({ min: 0, max: 1e15, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const positive = amount.map((value) => value + 0.001);
const shape = fc.double({ min: 0.01, max: 1000, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
/** Of no more than ten digits before the point, so that a range between two has a variance in numbers. */
const ordinary = fc.double({ min: 0.01, max: 1e7, noNaN: true });
const likely = share.map((value) => Math.max(value, 0.001));
const date = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

function idsOf(minLength: number, maxLength: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(id, { minLength, maxLength });
}

/** A record of which any key outside `needed` may be missing. */
function some<T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, needed: string[]): fc.Arbitrary<Partial<T>> {
  return fc.record(shape, { requiredKeys: needed.filter((key) => key in shape) as never[] }) as fc.Arbitrary<
    Partial<T>
  >;
}

const neededKeys = ["id", "kind", "strikes", "dependsOn", "status", "system", "category", "event", "owner"];

/** One record for each id; what every record of the kind needs is always there. */
function each(ids: readonly string[], shape: Record<string, fc.Arbitrary<unknown>>) {
  return fc.tuple(...ids.map((own) => some({ id: fc.constant(own), ...shape }, neededKeys)));
}

function level(levels: number) {
  return fc.integer({ min: 1, max: levels });
}

function impactOf(levels: number) {
  const byKind = fc
    .record(Object.fromEntries(impactKinds.map((kind) => [kind, level(levels)])), { requiredKeys: [] })
    .filter((kinds) => Object.keys(kinds).length > 0);
  return fc.oneof(level(levels), byKind);
}

function scaleOf(likelihoods: number, impacts: number) {
  const bandNames = ["green", "amber", "red"];
  const levels = (count: number) =>
    fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: count, maxLength: count }).map((steps) => {
      let from = 0;
      return steps.map((step, index) => {
        const own = { name: `level ${index + 1}`, from };
        from += step;
        return own;
      });
    });
  return fc.record({
    likelihood: levels(likelihoods),
    impact: levels(impacts),
    score: fc.constantFrom("product" as const, "sum" as const),
    bandNames: fc.constant(bandNames),
    bands: fc.constant(
      Array.from({ length: likelihoods }, (_, row) =>
        Array.from({ length: impacts }, (_, column) => bandNames[Math.min(2, Math.floor((row + column) / 3))]!),
      ),
    ),
  });
}

function distributions(
  quantity: fc.Arbitrary<number>,
  { above, mu }: { above: fc.Arbitrary<number>; mu: fc.Arbitrary<number> },
) {
  const sorted = (count: number, from: fc.Arbitrary<number>) =>
    fc.array(from, { minLength: count, maxLength: count }).map((values) => values.sort((a, b) => a - b));
  return [
    quantity,
    sorted(2, above).map(([low, high]) => ({ low: low!, high: high! })),
    sorted(3, quantity).map(([min, mode, max]) => ({ min: min!, mode: mode!, max: max! })),
    sorted(3, quantity).map(([min, mode, max]) => ({ min: min!, mode: mode!, max: max!, lambda: 6 })),
    sorted(2, quantity).map(([min, max]) => ({ min: min!, max: max! })),
    fc.record({ alpha: shape, beta: shape }),
    fc.record({ shape, rate: positive }),
    fc.record({ mu, sigma: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
    fc.array(quantity, { minLength: 1, maxLength: 40 }).map((samples) => ({ samples })),
    above.map((value) => ({
      quantiles: [
        { p: 0.05, value: value / 2 },
        { p: 0.9, value },
      ],
    })),
  ] as const;
}

const provenance = { source: line, by: line, on: date };

/** What is said of an estimate that is not a number, besides its form. The cuts are wide, so that something is left. */
function told<T extends object>(form: fc.Arbitrary<T>, cuts: Record<string, fc.Arbitrary<unknown>>) {
  return fc.tuple(form, some({ ...provenance, ...cuts }, [])).map(([own, more]) => ({ ...own, ...more }) as T);
}

function pooled<T>(estimate: fc.Arbitrary<T>) {
  const expert = some({ by: line, on: date, source: line, weight: positive, estimate }, ["by", "estimate"]);
  return fc.record({
    experts: fc.array(expert, { minLength: 1, maxLength: 3 }),
    pool: fc.constantFrom(...poolingRules),
  });
}

const shares = distributions(share, { above: likely, mu: fc.integer({ min: -5, max: -1 }) });
const probabilityEstimate: fc.Arbitrary<ProbabilityEstimate> = fc.oneof(
  share,
  told(fc.oneof(...(shares.slice(1) as fc.Arbitrary<object>[])), { cap: likely }),
  told(pooled(fc.oneof(...(shares as readonly fc.Arbitrary<unknown>[]))), {}),
  told(fc.record({ value: share }), {}),
) as fc.Arbitrary<ProbabilityEstimate>;

function amounts(levels: number, cuts: Record<string, fc.Arbitrary<unknown>>) {
  const simple = [
    ...distributions(amount, { above: ordinary, mu: fc.integer({ min: -5, max: 15 }) }),
    fc.record({ level: level(levels) }),
  ];
  return {
    certain: amount,
    told: told(
      fc.oneof(
        ...(simple.slice(1) as fc.Arbitrary<object>[]),
        pooled(fc.oneof(...(simple as readonly fc.Arbitrary<unknown>[]))),
        fc.record({ value: amount }),
      ),
      cuts,
    ),
  };
}

function eventsPerYear(levels: number): fc.Arbitrary<FrequencyEstimate> {
  const { certain, told } = amounts(levels, { cap: positive });
  return fc.oneof(certain, told) as fc.Arbitrary<FrequencyEstimate>;
}

function money(levels: number): fc.Arbitrary<FileEstimate> {
  const { certain, told } = amounts(levels, {
    cap: fc.oneof(positive, some({ amount: positive, turnoverShare: likely }, ["amount"])),
    insurance: fc.record({ deductible: amount, limit: positive }),
  });
  const inDollars = (estimate: object) =>
    "alpha" in estimate || "level" in estimate ? estimate : { ...estimate, currency: "USD" };
  return fc.oneof(certain, told, told.map(inDollars)) as fc.Arbitrary<FileEstimate>;
}

const vulnerability = fc.oneof(
  probabilityEstimate,
  fc.record({ threatCapability: probabilityEstimate, resistance: probabilityEstimate }),
);

function frequencyOf(levels: number) {
  return fc.oneof(
    eventsPerYear(levels),
    fc.record({ threatEvents: eventsPerYear(levels), vulnerability }),
    fc.record({ contact: eventsPerYear(levels), action: probabilityEstimate, vulnerability }),
  );
}

function magnitudeOf(levels: number) {
  const forms = some(Object.fromEntries(lossForms.map((form) => [form, money(levels)])), []).filter(
    (given) => Object.keys(given).length > 0,
  );
  return fc.oneof({ weight: 3, arbitrary: money(levels) }, { weight: 1, arbitrary: fc.record({ forms }) });
}

function lossOf(levels: number) {
  const secondary = fc.record({ probability: probabilityEstimate, loss: magnitudeOf(levels) });
  return some({ primary: magnitudeOf(levels), secondary }, ["primary"]);
}

/** At most one event needs a frequency that is a probability. */
function scenarioOf(likelihoods: number, impacts: number, dependencies: readonly string[]) {
  const count = fc.oneof(
    fc.constant({ kind: "poisson" }),
    positive.map((size) => ({ kind: "negative-binomial", size })),
    fc.double({ min: 0, max: 0.99, noNaN: true }).map((silent) => ({ kind: "zero-inflated", silent: silent + 0 })),
  );
  const commonCauses = fc
    .subarray([...dependencies])
    .chain((causes) =>
      fc.tuple(...causes.map((cause) => fc.record({ cause: fc.constant(cause), probability: probabilityEstimate }))),
    );
  const rest = { loss: lossOf(impacts), commonCauses };
  return fc.oneof(
    some({ frequency: frequencyOf(likelihoods), count, ...rest }, ["frequency", "loss"]),
    some({ frequency: probabilityEstimate, count: fc.constant({ kind: "at-most-one" }), ...rest }, [
      "frequency",
      "count",
      "loss",
    ]),
  );
}

function usesOf(controls: readonly string[]) {
  return fc.subarray([...controls]).chain((used) =>
    fc.tuple(
      ...used.map((control) =>
        some(
          {
            control: fc.constant(control),
            acts: fc.constantFrom(...controlActs),
            effectiveness: probabilityEstimate,
            coverage: probabilityEstimate,
            reliability: probabilityEstimate,
          },
          ["control", "acts", "effectiveness"],
        ),
      ),
    ),
  );
}

function limitsOf(systems: string[], categories: string[], risks: string[], owner: fc.Arbitrary<string>) {
  const scope = fc.oneof(
    fc.constant("portfolio"),
    fc.record({ system: fc.constantFrom(...systems) }),
    fc.record({ system: fc.constantFrom(...systems), category: fc.constantFrom(...categories) }),
    fc.record({ category: fc.constantFrom(...categories) }),
    ...(risks.length > 0 ? [fc.record({ risk: fc.constantFrom(...risks) })] : []),
  );
  const drawn = { approvedBy: owner, approvedOn: date, reviewBy: date, rationale: text };
  const ordered = (quantity: fc.Arbitrary<number>) =>
    fc.tuple(quantity, quantity).map(([a, b]) => ({ appetite: Math.min(a, b), tolerance: Math.max(a, b) }));
  const needed = ["scope", "measure", "order", "exceeds", "statement"];
  const flat = <T extends { order?: object }>({ order, ...rest }: T) => ({ ...rest, ...order });
  const limit = fc.oneof(
    some({ scope, measure: fc.constant("residualScore"), order: ordered(amount), ...drawn }, needed).map(flat),
    some({ scope, measure: fc.constant("annualLoss"), exceeds: amount, order: ordered(share), ...drawn }, needed).map(
      flat,
    ),
    disparityLimit(systems, owner),
    some({ scope, measure: fc.constant("prohibited"), statement: text, ...drawn }, needed),
  );
  return fc
    .array(limit, { maxLength: 3 })
    .map((limits) => limits.map((each, index) => ({ id: `limit-${index}`, ...each })));
}

/** A line on a disparity: a difference falls short of its appetite before its tolerance, a ratio the other way round. */
function disparityLimit(systems: string[], owner: fc.Arbitrary<string>) {
  const bounds = fc.tuple(
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  );
  return fc.tuple(fc.constantFrom(...disparityNames), bounds).chain(([disparity, [a, b]]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const isRatio = disparity.endsWith("Ratio");
    return some(
      {
        scope: fc.record({ system: fc.constantFrom(...systems) }),
        measure: fc.constant("disparity"),
        disparity: fc.constant(disparity),
        attributes: fc.uniqueArray(line, { minLength: 1, maxLength: 3 }),
        appetite: fc.constant(isRatio ? high : low),
        tolerance: fc.constant(isRatio ? low : high),
        purpose: line,
        approvedBy: owner,
        approvedOn: date,
        reviewBy: date,
        rationale: line,
      },
      ["scope", "measure", "disparity", "attributes", "appetite", "tolerance", "approvedBy", "approvedOn", "rationale"],
    );
  });
}

/** Valid portfolios with everything that a file can say, texts in any script included. */
export const arbitraryPortfolio: fc.Arbitrary<Portfolio> = fc
  .record({
    people: idsOf(1, 3),
    dependencies: idsOf(0, 3),
    systems: idsOf(1, 3),
    controls: idsOf(0, 3),
    risks: idsOf(0, 5),
    categories: fc.option(idsOf(1, 3), { nil: undefined }),
    levels: fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })),
  })
  .chain((ids) => {
    const categories = ids.categories ?? [...defaultCategories];
    const owner = fc.constantFrom(...ids.people);
    const [likelihoods, impacts] = ids.levels;
    return some(
      {
        version: fc.constant(1 as const),
        organization: line,
        currency: fc.constant("EUR"),
        annualTurnover: positive,
        timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"),
        fiscalYearStart: fc.integer({ min: 1, max: 12 }),
        rates: fc.constant([{ from: "USD", rate: 0.92, on: "2026-11-20", source: "ECB" }]),
        scale: scaleOf(likelihoods, impacts),
        ...(ids.categories && { categories: each(ids.categories, { name: line, description: text }) }),
        people: each(ids.people, {
          name: line,
          email: fc.constant("mara@northwind.example"),
          roles: fc.subarray(["viewer", "contributor", "approver", "administrator"] as const),
        }),
        dependencies: each(ids.dependencies, {
          kind: fc.constantFrom("vendor", "model", "dataset", "pipeline", "service"),
          name: line,
          description: text,
          strikes: eventsPerYear(likelihoods),
        }),
        systems: each(ids.systems, {
          name: line,
          description: text,
          owner,
          businessUnit: line,
          customerFacing: fc.boolean(),
          stage: fc.constantFrom("idea", "production", "retired"),
          autonomy: fc.constantFrom("advisory", "human-in-the-loop"),
          decisionsPerYear: amount,
          dependsOn: fc.constant(ids.dependencies),
          models: fc.uniqueArray(some({ id, version: line }, ["id"]), { selector: (model) => model.id, maxLength: 2 }),
        }),
        controls: each(ids.controls, {
          name: line,
          status: fc.constantFrom("planned", "working", "failing", "retired"),
          due: date,
          annualCost: amount,
          oneTimeCost: amount,
          effectiveness: probabilityEstimate,
          coverage: probabilityEstimate,
          reliability: probabilityEstimate,
          mechanism: id,
        }),
        limits: limitsOf(ids.systems, categories, ids.risks, owner),
        risks: each(ids.risks, {
          name: line.filter((name) => name.length <= 60),
          system: fc.constantFrom(...ids.systems),
          category: fc.constantFrom(...categories),
          cause: text,
          event: text,
          consequence: text,
          owner,
          assessed: date,
          reviewEveryDays: fc.integer({ min: 1, max: 3660 }),
          inherent: fc.record({ likelihood: level(likelihoods), impact: impactOf(impacts) }),
          residual: fc.record({
            likelihood: level(likelihoods),
            impact: impactOf(impacts),
            basis: fc.constant("judged" as const),
            by: owner,
            reason: text,
            reviewBy: date,
          }),
          controls: usesOf(ids.controls),
          scenario: scenarioOf(likelihoods, impacts, ids.dependencies),
          treatment: some(
            {
              strategy: fc.constantFrom("avoid", "mitigate", "transfer", "accept"),
              reason: text,
              plan: fc.array(some({ task: text, owner, due: date, done: date }, ["task", "owner", "due"]), {
                maxLength: 2,
              }),
            },
            ["strategy"],
          ),
        }),
      },
      [
        "version",
        "annualTurnover",
        "people",
        "systems",
        "scale",
        "dependencies",
        "controls",
        "risks",
        "rates",
        "categories",
      ],
    ).map((made) => portfolioSchema.parse(made));
  });
