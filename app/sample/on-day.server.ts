import { unsafeSeededChance } from "~/platform/chance/chance.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { sampleSeed } from "./organisation.ts";

/** The same platform on another day, so that a cycle of the past has its own dates. */
export function onDay(platform: Platform, days: number): Platform {
  const at = new Date(platform.clock.now().getTime() + days * 86_400_000);
  return {
    ...platform,
    clock: { now: () => new Date(at) },
    chance: unsafeSeededChance(`${sampleSeed}`),
  };
}

/** A calendar date so many days from today, below 0 in the past. */
export function dateOn(platform: Platform, days: number): string {
  return onDay(platform, days).clock.now().toISOString().slice(0, 10);
}
