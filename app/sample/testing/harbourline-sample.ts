import { readFileSync } from "node:fs";
import { planCycles } from "../cycles.ts";
import { generateOrganisation, sampleSeed } from "../organisation.ts";
import type { RatedInstrument } from "../ratings.ts";
import { generateTruth, type TruthCompetency } from "../truth.ts";

function readContent(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../content/${path}`, import.meta.url), "utf8"));
}

export const framework = (
  readContent("frameworks/both-hats.v1.json") as { competencies: TruthCompetency[] }
).competencies;

export const instrument = readContent("instruments/both-hats-360.v1.json") as RatedInstrument;

/** The sample that the demo loads, with the built-in framework. */
export const organisation = generateOrganisation(sampleSeed);
export const truth = generateTruth(sampleSeed, organisation, framework);
export const plan = planCycles(sampleSeed, organisation);
