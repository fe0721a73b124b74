import { buildWhenNeeded } from "./program.ts";
import { preparedSample, roomForSample } from "./sample.ts";

/** Builds, and has the sample organisation ready; every worker begins with a copy of it. */
export default async function setup(): Promise<() => void> {
  await buildWhenNeeded();
  const giveBack = roomForSample();
  await preparedSample().catch((error) => {
    giveBack();
    throw error;
  });
  return giveBack;
}
