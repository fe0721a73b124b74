import { rmSync } from "node:fs";
import { buildWhenNeeded } from "./program.ts";
import { makeSample } from "./server.ts";

/** Builds, and loads the sample organisation once; every worker begins with a copy of it. */
export default async function setup(): Promise<() => void> {
  await buildWhenNeeded();
  const folder = await makeSample();
  process.env.TWOHATS_SAMPLE_DATA = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
