import { createHash } from "node:crypto";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Look, Step } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** What all features say to a step, together; each reason once. */
export async function lookAt<Whom>(
  platform: Pick<Platform, "clock" | "secret">,
  tx: Tx,
  actor: Actor,
  steps: readonly Step<Actor, Whom>[],
  whom: Whom,
): Promise<Look> {
  const looks: Look[] = [];
  for (const step of steps) looks.push(await step.look(platform, tx, actor, whom));
  const hindrances = looks.flatMap((look) => look.hindrances);
  const told = new Map(hindrances.map((each) => [JSON.stringify(each), each]));
  return {
    hindrances: [...told.values()],
    counts: looks.flatMap(({ counts }) => counts),
  };
}

/** Locks what all features hold of somebody. */
export async function holdAll<Whom>(
  tx: Tx,
  actor: Actor,
  steps: readonly Step<Actor, Whom>[],
  personId: string,
): Promise<void> {
  for (const step of steps) await step.hold?.(tx, actor, personId);
}

/** From the highest feature down to the lowest. */
export async function carryOutAll<Whom>(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  steps: readonly Step<Actor, Whom>[],
  whom: Whom,
): Promise<void> {
  for (const step of steps) await step.carryOut(platform, tx, actor, whom);
}

/** Differs as soon as anything of what a page showed does. */
export function seenAs(...shown: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}
