import { seeded } from "~/features/reports/testing/seeded.ts";
import { answerInNoOrder, type Given, manyLists } from "~/features/rounds/testing/large-round.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CollectingCycle, collectingCycle } from "./cycle.ts";
import type { House } from "./house.ts";

export type LargeCycle = CollectingCycle & { given: Given[] };

/** A collecting cycle of many participants, answered in an order that has nothing to do with anything else. */
export async function largeCycle(
  platform: Platform,
  house: House,
  seed: number,
): Promise<LargeCycle> {
  const random = seeded(seed);
  const lists = await manyLists(platform, house, random);
  const cycle = await collectingCycle(platform, house, lists);
  const round = { ...cycle, subjects: cycle.participants };
  return { ...cycle, given: await answerInNoOrder(platform, round, lists, random) };
}
