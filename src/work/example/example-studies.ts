import { z } from "zod";

/** One study that the example keeps; the format is told in examples/northwind/studies.yaml. */
const exampleStudy = z.looseObject({ at: z.iso.datetime(), by: z.string() });

/** The studies of examples/northwind/studies.yaml. */
export const exampleStudies = z.array(exampleStudy);
