import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonalTask } from "~/platform/feature/for-home.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isAsked, isToCheck } from "../domain/clear-out/clear-out.ts";
import { clearOutsToRead } from "./work-on-clear-out.server.ts";

/** What waits of clear-outs: to name something, to decide, and to look whether what was stopped stayed so. */
export async function clearOutsForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PersonalTask[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const all = await clearOutsToRead(tx, actor);
  if (all.length === 0) return [];
  const today = await todayWhere(platform, tx, actor);
  const names = await namesOfPeople(
    tx,
    actor,
    all.map(({ clearOut }) => clearOut.leaderId),
  );
  const t = readerTexts().getFixedT(null, "clear-outs", "home");
  return all.flatMap(({ clearOut, reader }) => {
    const { id, leaderId, closedOn, members, items } = clearOut;
    const task = (what: string) => ({
      ...{ id: `clear-out ${what} ${id}`, icon: "edit" as const },
      href: `/plan/clear-outs/${id}`,
    });
    const own = members.find((each) => each.personId === personId);
    const isAwaited =
      own?.nothingOn === null && !items.some(({ authorId }) => authorId === personId);
    const toCheck = items.filter(
      (item) =>
        isToCheck(item, today) &&
        isAsked(item, clearOut, personId) &&
        !item.answers.some((each) => each.personId === personId),
    );
    const open = items.filter(
      ({ state, authorId }) => state === "named" && authorId !== leaderId,
    ).length;
    return [
      ...(reader === "member" && closedOn === null && isAwaited
        ? [
            {
              ...{ ...task("name"), urgency: "others-wait" as const, action: t("name") },
              line: t("asked", { name: names.get(leaderId) ?? "" }),
            },
          ]
        : []),
      ...(toCheck.length > 0
        ? [
            {
              ...{ ...task("check"), urgency: "own" as const, action: t("look") },
              line: t("check", { count: toCheck.length, words: toCheck[0]?.words }),
            },
          ]
        : []),
      ...(reader === "leader" && open > 0
        ? [
            {
              ...{ ...task("decide"), urgency: "others-wait" as const, action: t("decide") },
              line: t("waiting", { count: open }),
            },
          ]
        : []),
    ];
  });
}
