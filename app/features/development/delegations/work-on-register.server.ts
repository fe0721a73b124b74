import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockRegister, type Register, registerOf } from "./delegation-store.server.ts";

type Ticking = Pick<Platform, "database" | "clock">;
export type RegisterOutcome<Value = void> = Outcome<Value, "unknown"> | Problems;

/** Somebody's register while nobody else changes it, not even they in another tab. */
export type HeldRegister = Register & { tx: Tx; personId: string; actor: Actor; today: string };

/** Does something to the register of whoever asks. There is no way to that of anybody else. */
export function workOnRegister<Value>(
  platform: Ticking,
  actor: Actor,
  work: (held: HeldRegister) => Promise<RegisterOutcome<Value>>,
): Promise<RegisterOutcome<Value>> {
  return inOrganisation(platform, actor, async (tx): Promise<RegisterOutcome<Value>> => {
    const { personId } = actor;
    if (personId === null) return refuse("unknown");
    await lockRegister(tx, actor, personId);
    const today = await todayWhere(platform, tx, actor);
    return work({ ...(await registerOf(tx, actor, personId)), tx, personId, actor, today });
  });
}

/** That somebody did something with their register, without what it was about. */
export function noteOnRegister(
  platform: Ticking,
  { tx, actor }: HeldRegister,
  act: "added" | "changed" | "removed" | "handed-over" | "taken-back" | "reviewed" | "undone",
  id: string,
): Promise<void> {
  return recordAudit(platform, tx, actor, {
    action: `delegation.${act}`,
    subjectKind: "delegation",
    subjectId: id,
  });
}
