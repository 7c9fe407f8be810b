import { expect, test } from "vitest";
import { SimulationStopped } from "./simulation-stopped.ts";

test("is told from other errors by its class and by its name, and says what happened", () => {
  const stopped = new SimulationStopped();
  expect(stopped).toBeInstanceOf(Error);
  expect(new Error("other")).not.toBeInstanceOf(SimulationStopped);
  expect(String(stopped)).toBe("SimulationStopped: simulation stopped before its end");
});
