import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import type { RoundState } from "../domain/round.ts";
import { changeAnyRound } from "../store/change-round.server.ts";
import { deleteRound } from "../store/round-store.server.ts";

/** The round as whoever deletes it saw it; nothing is done when it has changed since. */
export const deleteDraftInput = z.object({ revision: z.int() });

/** Deletes a round nobody was told of, with all that belongs to it: lists, letters, files, and its kind's own half. */
export function deleteDraft(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { revision }: z.output<typeof deleteDraftInput>,
) {
  const change = {
    may: mayRunRound,
    from: (state: RoundState) => state === "draft",
    late: "not-a-draft",
    revision,
    did: "deleted",
  } as const;
  return changeAnyRound(platform, actor, roundId, change, async (tx, round) => {
    await deleteRound(tx, round);
    return { ok: true, value: undefined, detail: { name: round.name } };
  });
}
