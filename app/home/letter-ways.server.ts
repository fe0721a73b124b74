import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { LetterWays } from "~/platform/feature/letter-ways.ts";

/** The links that every feature lends to its letters. @throws where two features lend under one name. */
export async function letterWaysOf(): Promise<LetterWays> {
  const ways = (await manifestsOf(features)).flatMap((each) =>
    Object.entries(each.letterWays ?? {}),
  );
  const byName = Object.fromEntries(ways);
  if (Object.keys(byName).length !== ways.length)
    throw new Error("two ways of letters have one name");
  return byName;
}
