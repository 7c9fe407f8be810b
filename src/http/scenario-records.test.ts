import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";

/** Every part of the loss model, each estimate with where it comes from. */
const scenario = {
  frequency: {
    contact: { value: 870_000, source: "conversation log", by: "ada", on: "2026-10-01" },
    action: { alpha: 42, beta: 2359, source: "41 wrong of 2,400 answers", by: "ada", on: "2026-10-02" },
    vulnerability: {
      threatCapability: { min: 0.2, mode: 0.4, max: 0.9, source: "red-team test", on: "2026-09-01" },
      resistance: { min: 0.9, max: 1 },
    },
  },
  count: { kind: "negative-binomial", size: 1.5 },
  commonCauses: [{ cause: "vendor-llm", probability: { min: 0.2, mode: 0.4, max: 0.6, source: "incident page" } }],
  loss: {
    primary: {
      pool: "linear",
      experts: [
        { by: "ada", on: "2026-11-01", weight: 2, source: "two cases", estimate: { low: 1000, high: 9000 } },
        { by: "cleo", estimate: { min: 2000, mode: 5000, max: 14_000, ends: "percentiles" } },
        {
          by: "a panel",
          estimate: {
            quantiles: [
              { p: 0.25, value: 900 },
              { p: 0.75, value: 5000 },
            ],
          },
        },
      ],
      insurance: { deductible: 500, limit: 4000 },
    },
    secondary: {
      probability: { min: 0.1, max: 0.3, source: "counsel" },
      loss: { forms: { fines: { low: 5000, high: 4e4, cap: { amount: 5e5, turnoverShare: 0.04 } }, reputation: 2000 } },
    },
  },
};

onBothDatabases(
  "the loss model over HTTP",
  (newDatabase) => {
    let api: Api;
    const path = "/v1/risks/wrong-answers";
    const versionOf = async (of = path): Promise<number> => {
      const { json } = await api.get(of);
      return json.version ?? json.figures.version;
    };
    const patch = async (json: unknown, of = path) => api.ask("PATCH", of, { json, version: await versionOf(of) });
    const mistakes = async (json: unknown, of = path) => {
      const answer = await patch(json, of);
      expect(answer.status, answer.text).toBe(400);
      return answer.json.mistakes.map((mistake: { path: string }) => mistake.path);
    };

    beforeAll(async () => {
      api = await openApi(await newDatabase());
      await api.apply({
        ...smallPortfolio,
        annualTurnover: 1e9,
        dependencies: [
          { id: "vendor-llm", kind: "vendor", strikes: { low: 0.5, high: 3 } },
          { id: "bureau", kind: "dataset" },
        ],
      });
    });
    afterAll(() => api.close());

    it("keeps a scenario whole: source, author and date of each estimate, and what every expert said", async () => {
      const changed = await patch({ scenario, residual: null });
      expect(changed.status, changed.text).toBe(200);
      const { json } = await api.get(path);
      expect(json.record.scenario).toEqual(scenario);
      expect(json.scenario.lossPerEvent.low).toBeGreaterThan(0);
      expect(json.annualLoss.residual.expectedAnnualLoss).toBeGreaterThan(0);
      const exported = await api.get("/v1/portfolio/export");
      expect(exported.text).toContain("41 wrong of 2,400 answers");
    });

    it("a PUT replaces the record, one version after another; a stale one is refused by 412", async () => {
      const { record, figures } = (await api.get(path)).json;
      const direct = {
        ...scenario,
        frequency: { low: 0.4, high: 3, source: "nine cases", by: "cleo", on: "2026-11-19" },
      };
      const put = await api.ask("PUT", path, { json: { ...record, scenario: direct }, version: figures.version });
      expect([put.status, put.json.version], put.text).toEqual([200, figures.version + 1]);
      expect((await api.get(path)).json.record.scenario).toEqual(direct);
      const stale = await api.ask("PUT", path, { json: record, version: figures.version });
      expect([stale.status, stale.json.code]).toEqual([412, "changed-since"]);
      const other = await api.ask("PUT", path, { json: { ...record, id: "another" }, version: figures.version + 1 });
      expect([other.status, other.json.mistakes[0].path]).toEqual([400, "/id"]);
      const bare = await api.ask("PUT", path, { json: { ...record, scenario: undefined } });
      expect([bare.status, bare.json.detail]).toEqual([400, "if-match: missing"]);
    });

    it.each<[string, unknown, string]>([
      ["an over-specified tree", { scenario: { frequency: { threatEvents: 3 } } }, "/scenario/frequency"],
      [
        "a low above the high",
        { scenario: { loss: { primary: { experts: null, pool: null, insurance: null, low: 9, high: 2 } } } },
        "/scenario/loss/primary/low",
      ],
      [
        "a probability above 1",
        { scenario: { loss: { secondary: { probability: { min: 0.1, max: 7 } } } } },
        "/scenario/loss/secondary/probability/max",
      ],
      [
        "a cause that is not there",
        { scenario: { commonCauses: [{ cause: "nobody", probability: 0.5 }] } },
        "/scenario/commonCauses/0/cause",
      ],
      [
        "a cause without strikes, off the system's path",
        { scenario: { commonCauses: [{ cause: "bureau", probability: 0.5 }] } },
        "/scenario/commonCauses/0/cause",
      ],
      [
        "a cause named twice",
        { scenario: { commonCauses: [scenario.commonCauses[0], { cause: "vendor-llm", probability: 1 }] } },
        "/scenario/commonCauses/1",
      ],
      [
        "a control that nobody says the effectiveness of",
        { controls: [{ control: "filter", acts: "secondary" }] },
        "/controls/0/effectiveness",
      ],
      [
        "a control twice on one node",
        { controls: [1, 2].map((n) => ({ control: "filter", acts: "loss", effectiveness: n / 10 })) },
        "/controls/1",
      ],
      [
        "quantiles that no lognormal fits",
        {
          scenario: {
            frequency: {
              low: null,
              high: null,
              source: null,
              by: null,
              on: null,
              quantiles: [
                { p: 0.1, value: 1 },
                { p: 0.5, value: 2 },
                { p: 0.9, value: 400 },
              ],
            },
          },
        },
        "/scenario/frequency",
      ],
      [
        "a rate where a probability stands",
        { scenario: { count: { kind: "zero-inflated", size: null, silent: 1 } } },
        "/scenario/count/silent",
      ],
    ])("refuses %s at its path, and changes nothing", async (_, change, at) => {
      const before = (await api.get(path)).json.record;
      expect(await mistakes(change)).toContain(at);
      expect((await api.get(path)).json.record).toEqual(before);
    });

    it("does not take from a vendor, a control or a system what a risk rests on", async () => {
      expect(await mistakes({ strikes: null }, "/v1/dependencies/vendor-llm")).toEqual(["/strikes"]);
      expect(await mistakes({ dependsOn: null }, "/v1/systems/chat")).toEqual(["/dependsOn"]);
      expect((await patch({ effectiveness: { min: 0.2, max: 0.4 } }, "/v1/controls/filter")).status).toBe(200);
      expect((await patch({ controls: [{ control: "filter", acts: "frequency" }] })).status).toBe(200);
      expect(await mistakes({ effectiveness: null }, "/v1/controls/filter")).toEqual(["/effectiveness"]);
      expect((await patch({ dependsOn: ["vendor-llm", "bureau"] }, "/v1/systems/chat")).status).toBe(200);
      const { json } = await api.get("/v1/settings");
      const put = await api.ask("PUT", "/v1/settings", {
        json: { ...json.record, annualTurnover: undefined },
        version: json.version,
      });
      expect([put.status, put.json.mistakes[0].path]).toEqual([
        400,
        "/risks/1/scenario/loss/secondary/loss/forms/fines/cap/turnoverShare",
      ]);
    });

    it("tells what a vendor's strikes and a control's shares did, and moves the risks that rest on them", async () => {
      const lossOf = async () => (await api.get(path)).json.figures.expectedAnnualLoss;
      const before = await lossOf();
      await patch({ strikes: { low: 4, high: 12 } }, "/v1/dependencies/vendor-llm");
      const struck = await lossOf();
      expect(struck.residual).toBeGreaterThan(before.residual);
      await patch({ status: "working", coverage: 0.9, reliability: { alpha: 9, beta: 1 } }, "/v1/controls/filter");
      const controlled = await lossOf();
      expect(controlled.inherent).toBe(struck.inherent);
      expect(controlled.residual / struck.residual).toBeCloseTo(1 - 0.3 * 0.9 * 0.9, 6);
      const { json } = await api.get(path);
      expect(json.changes.slice(0, 2).map(({ title }: { title: string }) => title)).toEqual([
        "Control works: Answer filter",
        "Strikes estimated anew: vendor llm",
      ]);
      const [worked, strikes] = json.changes;
      expect(strikes.shift).toMatchObject({ risk: "wrong-answers", others: 0 });
      expect(strikes.shift.after).toBeGreaterThan(strikes.shift.before);
      expect([strikes.where, worked.where]).toEqual(["Service chatbot", "Service chatbot"]);
      const step = json.explanation.steps.find(({ control }: { control: string | null }) => control === "filter");
      expect(step.detail).toBe("takes 24 % of the events: 30 % of what it sees, sees 90 %, works 90 % of the time");
    });

    it("each kind of record is read by any id it has had", async () => {
      for (const [kind, id] of [
        ["controls", "filter"],
        ["dependencies", "vendor-llm"],
        ["people", "nil"],
        ["limits", "portfolio-residual-score"],
        ["systems", "chat"],
        ["risks", "wrong-answers"],
      ] as const) {
        const [old, present] = [`/v1/${kind}/${id}`, `/v1/${kind}/renamed-${kind}`];
        const version = await versionOf(old);
        const renamed = await api.ask("POST", `${old}/rename`, { json: { to: `renamed-${kind}` }, version });
        expect(renamed.status, renamed.text).toBe(200);
        const [byFormer, byPresent] = [await api.get(old), await api.get(present)];
        expect(byFormer.status).toBe(200);
        expect(byFormer.headers.get("etag")).toBe(byPresent.headers.get("etag"));
        expect(byFormer.json.record).toEqual(byPresent.json.record);
        expect(byFormer.json.record.id).toBe(`renamed-${kind}`);
      }
      const { json } = await api.get(path);
      expect(json.record.scenario.commonCauses[0].cause).toBe("renamed-dependencies");
      expect(json.record.controls[0].control).toBe("renamed-controls");
      // What the control and the vendor did under their former ids is still told, and the history still leads to now.
      expect(json.changes.map(({ title }: { title: string }) => title)).toContain("Control works: Answer filter");
      expect(json.history.at(-1).score).toBe(json.figures.residual.score);
    });
  },
  ["PGlite in memory", "Postgres"],
);
