import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import type { Settings } from "../contract/portfolio.ts";
import { type SettingsPlan, settingsPlan } from "../contract/settings-plan.ts";
import { defaultScale } from "../engine/scoring/default-scale.ts";

let api: Api;
let settings: Settings;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
  await api.apply(smallPortfolio);
  settings = (await api.get("/v1/settings")).json.record;
});
afterAll(() => api.close());

const plan = async (scale: Settings["scale"]): Promise<SettingsPlan> => {
  const { status, json, text } = await api.ask("POST", "/v1/settings/plan", { json: { ...settings, scale } });
  expect(status, text).toBe(200);
  return settingsPlan.strict().parse(json);
};
const everyCell = (band: string) => defaultScale.bands.map((row) => row.map(() => band));
/** Of every risk in use, what the register says it is. */
const standings = async () => {
  const { json } = await api.get("/v1/risks?limit=500");
  return new Map<string, { residual: { band: string; score: number } | null; status: string }>(
    json.items.map((each: { id: string }) => [each.id, each]),
  );
};

it("moves nothing where the scale is the one in use", async () => {
  expect(await plan(settings.scale)).toMatchObject({ risks: (await standings()).size, refusals: [], moves: [] });
});

it("names what moves, and storing the settings then moves just that", async () => {
  const before = await standings();
  const scale = { ...settings.scale, score: "sum" as const, bands: everyCell("critical") };
  const { moves } = await plan(scale);
  expect(moves.length).toBeGreaterThan(0);
  expect(await standings()).toEqual(before);
  const { json } = await api.get("/v1/settings");
  const put = await api.ask("PUT", "/v1/settings", { json: { ...settings, scale }, version: json.version });
  expect(put.status, put.text).toBe(200);
  const after = await standings();
  for (const [id, now] of after) {
    const move = moves.find(({ risk }) => risk === id);
    const was = before.get(id)!;
    if (move === undefined) expect([now.residual, now.status]).toEqual([was.residual, was.status]);
    else {
      expect(move.before).toMatchObject({ residual: scoreOf(was.residual), status: was.status });
      expect(move.after).toMatchObject({ residual: scoreOf(now.residual), status: now.status });
    }
  }
  expect((await plan(settings.scale)).moves.map(({ risk }) => risk).sort()).toEqual(
    moves.map(({ risk }) => risk).sort(),
  );
});

const scoreOf = (residual: { band: string; score: number } | null) =>
  residual && { band: residual.band, score: residual.score };

it("says which risks a shorter scale has no level for, and places the rest", async () => {
  const likelihood = defaultScale.likelihood
    .slice(0, 2)
    .map(({ name, from, to }, k) => (k === 1 ? { name, from, to } : { name, from }));
  const { refusals, moves } = await plan({ likelihood });
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.every(({ path }) => path.startsWith("/risks/"))).toBe(true);
  expect(moves.every(({ after }) => (after.inherent?.likelihood ?? 1) <= 2)).toBe(true);
});

it("refuses a scale that is none, and says what stands in the way of one that has the right shape", async () => {
  const odd = await api.ask("POST", "/v1/settings/plan", { json: { scale: 7 } });
  expect([odd.status, odd.json.mistakes[0].path]).toEqual([400, "/scale"]);
  const { refusals, moves } = await plan({ bands: [["low"]] });
  expect(refusals[0]!.path).toBe("/scale/bands");
  expect(moves).toEqual([]);
});
