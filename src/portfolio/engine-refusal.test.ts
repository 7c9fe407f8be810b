import { expect, test } from "vitest";
import { engineRefusal } from "./engine-refusal.ts";

test("what the engine refuses is the input's failure, with its remedy", async () => {
  const refused = engineRefusal(() => {
    throw new RangeError("drift: loss.primary -1 is not an estimate; give values from 0 up");
  });
  await expect(refused).rejects.toMatchObject({
    code: "invalid-input",
    message: "drift: loss.primary -1 is not an estimate",
    remedy: "give values from 0 up",
  });
});

test("other errors and answers pass", async () => {
  await expect(engineRefusal(() => Promise.reject(new TypeError("fault")))).rejects.toBeInstanceOf(TypeError);
  await expect(engineRefusal(async () => 3)).resolves.toBe(3);
});
