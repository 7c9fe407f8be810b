import { z } from "zod";
import { type Study, study } from "../../contract/study.ts";
import { parseInput } from "../record/parse-record.ts";

const ofAKind = z.looseObject({ kind: z.enum(["ahp", "weigh", "fmea", "factors"]) });

/** A study of the right shape; where it has not, every mistake as the file of its kind would be told of it. */
export function parseStudy(input: unknown): Study {
  const { kind } = parseInput(ofAKind, input, "study");
  const ofThisKind = study.options.find((option) => option.shape.kind.value === kind)!;
  return parseInput<Study>(ofThisKind, input, "study");
}
