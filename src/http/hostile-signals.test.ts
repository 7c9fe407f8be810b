import { expect, it } from "vitest";
import { openApi } from "../../test/harness/api.ts";
import { heavyPayloads, hostilePayload } from "../../test/harness/hostile-payload.ts";
import { seededRandom } from "../../test/journey/seeded-random.ts";
import { receivedAnswer } from "../contract/received.ts";
import { problem } from "./problem.ts";

/** More of them in a run of its own: PLIMSOLL_HOSTILE=100000 npx vitest run src/http/hostile-signals */
const payloads = Number(process.env.PLIMSOLL_HOSTILE ?? 600);

it(`answers ${payloads} hostile payloads with what is wrong, and never fails itself`, {
  timeout: 7_200_000,
}, async () => {
  const api = await openApi({ kind: "pglite", dataDir: null });
  const random = seededRandom(20_261_121);
  const statuses = new Map<number, number>();
  let slowest = { ms: 0, kind: "" };
  const send = async ({ kind, path, headers, body }: ReturnType<typeof hostilePayload>) => {
    const start = performance.now();
    const answer = await api.ask("POST", path, { headers, body });
    const ms = performance.now() - start;
    if (ms > slowest.ms) slowest = { ms, kind };
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const about = `${kind} to ${path}: ${answer.text.slice(0, 500)} ${api.logged.at(-1)}`;
    expect([202, 207, 400, 404, 413, 415], about).toContain(answer.status);
    if (answer.status < 300) receivedAnswer.parse(answer.json);
    else {
      const { detail, remedy } = problem.parse(answer.json);
      expect(detail, about).not.toMatch(/^$|\[object/);
      expect(remedy, about).not.toBe("");
    }
  };
  for (const heavy of heavyPayloads()) await send(heavy);
  for (let sent = 0; sent < payloads; sent++) await send(hostilePayload(random));
  process.stdout.write(
    `${payloads} hostile payloads: ${[...statuses].map(([status, n]) => `${n} × ${status}`).join(", ")}; slowest ${Math.round(slowest.ms)} ms (${slowest.kind})\n`,
  );
  // The sample reaches past the first check.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([202, 207, 400, 404, 413, 415]));
  expect(api.logged).toEqual([]);
  // Nobody has got into what every object inherits, and what was stored can be read.
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect((await api.get("/v1/signals?limit=500")).json.items.length).toBeGreaterThan(10);
  await api.close();
});
