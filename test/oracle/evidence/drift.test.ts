import { test } from "vitest";
import { averageRunLength } from "../../../src/engine/monitoring/average-run-length.ts";
import { agree } from "../distributions/agree.ts";
import oracle from "./drift.json" with { type: "json" };

test.each(oracle.cusum)(
  "run length of a CUSUM %j is that of a Markov chain",
  ({ allowance, interval, shift, length }) => {
    agree("run length", averageRunLength({ chart: "cusum", allowance, interval }, shift), length, 2e-5);
  },
);

test.each(oracle.ewma)("run length of an EWMA %j is that of a Markov chain", ({ lambda, width, shift, length }) => {
  agree("run length", averageRunLength({ chart: "ewma", lambda, width }, shift), length, 2e-5);
});
