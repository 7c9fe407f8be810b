import fc from "fast-check";

/** The seed of every property, so that a run repeats; another one looks elsewhere, PROPERTY_SEED=7 npx vitest run. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_121) });
