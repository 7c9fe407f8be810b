import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { PartTurns } from "./part-turns.ts";

test("each part is taken once, in order", () => {
  const memory = PartTurns.memory(2);
  const [one, other] = [new PartTurns(memory), new PartTurns(memory)];
  expect([one.take(), other.take(), other.take(), one.take()]).toEqual([0, 1, 2, 3]);
});

test("a place is free for the next part there once the one before was added up", () => {
  const turns = new PartTurns(PartTurns.memory(2));
  expect(turns.awaitPlace(0)).toBe("free");
  expect(turns.placeOf(2)).toBe(turns.placeOf(0));
  turns.free(0);
  expect(turns.awaitPlace(2)).toBe("free");
  expect(turns.awaitPlace(1)).toBe("free");
});

/** Another thread that waits for the place of a part and says what became of it. */
function waiting(memory: Int32Array, part: number): Promise<string> {
  const url = JSON.stringify(new URL("./part-turns.ts", import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const script = `const { parentPort, workerData } = require("node:worker_threads");
    import(${tsx}).then((tsx) => { tsx.register(); return import(${url}); }).then(({ PartTurns }) =>
      parentPort.postMessage(new PartTurns(workerData).awaitPlace(${part})));`;
  const worker = new Worker(script, { eval: true, workerData: memory, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

test("a thread that waits for a place goes on when it is freed", async () => {
  const memory = PartTurns.memory(1);
  const answer = waiting(memory, 1);
  new PartTurns(memory).free(0);
  expect(await answer).toBe("free");
});

test("stopping ends who waits and who would, and nothing freed later undoes it", async () => {
  const memory = PartTurns.memory(2);
  const turns = new PartTurns(memory);
  const answer = waiting(memory, 2);
  expect(turns.isStopped()).toBe(false);
  turns.stop();
  expect(await answer).toBe("stopped");
  turns.free(0);
  expect(turns.awaitPlace(2)).toBe("stopped");
  expect(turns.isStopped()).toBe(true);
});
