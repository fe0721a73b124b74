import type { Tx } from "~/platform/db/database.server.ts";
import { countSubmitted } from "../answering/response-store.server.ts";
import { everyoneAsked } from "../store/request-store.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import { insertClosure, type NewClosure } from "./closure-store.server.ts";

type Begun = Pick<NewClosure, "scoresAt" | "total" | "requestedBy" | "requestedAt">;

/** Begins the closing of a round; of its answers how many there are is kept with it, and nothing else is looked at. */
export async function beginClosing(
  tx: Tx,
  round: RoundKey,
  { scoresAt, total, requestedBy, requestedAt }: Begun,
): Promise<void> {
  const { organisationId, id: roundId } = round;
  const invited = (await everyoneAsked(tx, round)).filter(({ state }) => state === "invited");
  await insertClosure(tx, {
    ...{ organisationId, roundId, state: "waiting", scoresAt, total },
    ...{ invited: invited.length, answered: await countSubmitted(tx, round) },
    ...{ requestedBy, requestedAt },
  });
}
