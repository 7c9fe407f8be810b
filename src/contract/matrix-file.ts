import { z } from "zod";
import { line } from "./primitive.ts";
import { scale } from "./scale.ts";

/** A scale alone, for `plimsoll matrix check`; a portfolio file will do as well. */
export const matrixFile = z.strictObject({ title: line.optional(), scale });
