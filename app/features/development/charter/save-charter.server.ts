import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuseInput } from "~/platform/errors/outcome.ts";
import { type CharterForm, readCharter } from "../domain/charter/charter.ts";
import { isSameCharter } from "../domain/charter/charter-difference.ts";
import { insertCharter, updateCharter } from "./charter-store.server.ts";
import {
  type CharterOutcome,
  noteOnCharter,
  type Ticking,
  workOnOwnCharter,
} from "./work-on-charter.server.ts";

/**
 * Keeps a draft of whoever asks: the first version or the next. `revision` is that of the draft the form was opened
 * with, null where there was none. Refused is what was opened before another save, what waits to be signed, and what
 * says the same as the version that is signed.
 */
export function saveCharter(
  platform: Ticking,
  actor: Actor,
  revision: number | null,
  form: CharterForm,
): Promise<CharterOutcome<{ id: string }>> {
  return workOnOwnCharter<{ id: string }>(platform, actor, async (held) => {
    const { open, signed, person, tx } = held;
    if (open?.state === "proposed") return refuseInput({ code: "waits" });
    const { facts, problems } = readCharter(form, { hasManager: person.managerId !== null });
    if (problems.length > 0) return refuseInput(...problems);
    // Pressed twice: the draft that the first press began says the same.
    const isTwice =
      revision === null && open && open.partner === facts.partner && isSameCharter(open, facts);
    if (isTwice) return accept({ id: open.id });
    if ((open?.revision ?? null) !== revision) return refuseInput({ code: "changed-meanwhile" });
    if (signed && signed.partner === facts.partner && isSameCharter(signed, facts))
      return refuseInput({ code: "same" });
    if (open) {
      await updateCharter(tx, actor, open.id, facts);
      await noteOnCharter(platform, held, "changed", open.id);
      return accept({ id: open.id });
    }
    const id = newId();
    const version = (signed?.version ?? 0) + 1;
    await insertCharter(tx, actor, { id, personId: person.id, version, ...facts });
    await noteOnCharter(platform, held, "drafted", id);
    return accept({ id });
  });
}
