import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ForHome } from "~/platform/feature/for-home.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownRounds } from "../cycle/own-progress-reads.server.ts";
import { ownTasks } from "../domain/waiting.ts";
import { openNominationsOf } from "../lists/nomination-reads.server.ts";
import { nominationTasksOf } from "../nomination/approval-reads.server.ts";
import { coachees } from "../releasing/coaching-reads.server.ts";
import { firstCycle, roundPanel, taskInWords, tendedInWords } from "./home-words.ts";
import { cyclesTended, type Tended } from "./tended-cycles.server.ts";

/** What waits of 360s for whoever asks, how the rounds about them are going, and for HR the cycles it runs. */
export async function feedbackForHome(
  platform: Pick<Platform, "secret" | "clock">,
  tx: Tx,
  actor: Actor,
): Promise<ForHome> {
  const nominations = await openNominationsOf(tx, actor);
  const lists = await nominationTasksOf(tx, actor);
  const coached = (await coachees(tx, actor)).flatMap(({ name, report }) =>
    report && !report.released ? [name] : [],
  );
  const rounds = await ownRounds(tx, actor, platform.secret);
  const tended = await cyclesTended(platform, tx, actor);
  return {
    tasks: ownTasks({ nominations, lists, coached }).map(taskInWords),
    panels: rounds.map(roundPanel),
    ...(tended && { tending: tendedInWords(tended.cycles) }),
    start: tended && !tended.anyCycle && canBegin(tended) ? firstCycle(tended) : null,
  };
}

/** Where all units of an office are empty, nobody could take part. */
function canBegin({ people, whole }: Tended): boolean {
  return whole || people > 0;
}
