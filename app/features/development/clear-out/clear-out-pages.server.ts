import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople, peopleLedBy, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  type ClearOut,
  type ClearOutReader,
  isToCheck,
  type Needless,
  type StoppedAnswer,
  verdictOn,
} from "../domain/clear-out/clear-out.ts";
import { timeOf } from "../time/time-store.server.ts";
import {
  clearOutsToRead,
  clearOutToRead,
  type ReadClearOut,
  type Ticking,
} from "./work-on-clear-out.server.ts";

export type ListedClearOut = Pick<ClearOut, "id" | "begunOn" | "closedOn"> & {
  reader: ClearOutReader;
  leader: string;
  named: number;
  stopped: number;
  isAlone: boolean;
};

export type ClearOutsPage = {
  clearOuts: ListedClearOut[];
  /** The one of whoever asks that is open. */
  openId: string | null;
  /** Whom they lead, and would ask. */
  team: string[];
};

/** The clear-outs that whoever asks leads or was asked in. */
export function clearOutsPage(platform: Ticking, actor: Actor): Promise<ClearOutsPage> {
  return inOrganisation(platform, actor, async (tx) => {
    const all = await clearOutsToRead(tx, actor);
    const names = await namesOfPeople(
      tx,
      actor,
      all.map(({ clearOut }) => clearOut.leaderId),
    );
    const open = all.find(
      ({ reader, clearOut }) => reader === "leader" && clearOut.closedOn === null,
    );
    const team = actor.personId ? await peopleLedBy(tx, actor, actor.personId) : [];
    return {
      clearOuts: all.map(({ reader, clearOut: { id, begunOn, closedOn, ...clearOut } }) => ({
        ...{ id, begunOn, closedOn, reader, leader: names.get(clearOut.leaderId) ?? "" },
        ...{ named: clearOut.items.length, isAlone: clearOut.members.length === 0 },
        stopped: clearOut.items.filter(({ state }) => state === "stopped").length,
      })),
      openId: open?.clearOut.id ?? null,
      team: team.map(({ name }) => name),
    };
  });
}

export type ShownNeedless = Pick<
  Needless,
  "id" | "kind" | "words" | "why" | "state" | "decidedOn" | "checkOn"
> & {
  /** Null once they were erased. */
  author: string | null;
  isOwn: boolean;
  isToCheck: boolean;
  answers: { name: string; answer: StoppedAnswer }[];
  ownAnswer: StoppedAnswer | null;
  verdict: ReturnType<typeof verdictOn>;
};

export type ClearOutPage = Pick<ClearOut, "id" | "begunOn" | "closedOn"> & {
  reader: ClearOutReader;
  leader: string;
  /** Who was asked, and whether they have named something or said that they know of nothing. */
  members: { name: string; hasAnswered: boolean }[];
  /** Whether it is the member's own turn still. */
  isAwaited: boolean;
  toCheck: ShownNeedless[];
  named: ShownNeedless[];
  stopped: ShownNeedless[];
  stays: ShownNeedless[];
  /** What a kind of meeting of theirs is called, to be named. */
  suggested: string | null;
};

/** One clear-out as whoever asks may read it; null where they may not, or there is none. */
export function clearOutPage(
  platform: Ticking,
  actor: Actor,
  id: string,
  kindId: string | null,
): Promise<ClearOutPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const read = await clearOutToRead(tx, actor, id);
    if (!read) return null;
    return shownClearOut(tx, actor, read, {
      today: await todayWhere(platform, tx, actor),
      suggested: await titleOf(tx, actor, kindId),
    });
  });
}

async function shownClearOut(
  tx: Tx,
  actor: Actor,
  { clearOut, reader }: ReadClearOut,
  { today, suggested }: { today: string; suggested: string | null },
): Promise<ClearOutPage> {
  const { id, leaderId, begunOn, closedOn, members, items } = clearOut;
  const names = await namesOfPeople(tx, actor, [
    leaderId,
    ...members.map(({ personId }) => personId),
    ...items.flatMap(({ authorId, answers }) => [
      ...(authorId ? [authorId] : []),
      ...answers.map(({ personId }) => personId),
    ]),
  ]);
  const nameOf = (personId: string) => names.get(personId) ?? "";
  const shown = items.map(({ authorId, answers, ...item }) => ({
    ...item,
    author: authorId && nameOf(authorId),
    isOwn: authorId === actor.personId,
    isToCheck: isToCheck(item, today),
    answers: answers.map(({ personId, answer }) => ({ name: nameOf(personId), answer })),
    ownAnswer: answers.find(({ personId }) => personId === actor.personId)?.answer ?? null,
    verdict: verdictOn(answers),
  }));
  const hasNamed = new Set(items.map(({ authorId }) => authorId));
  const own = members.find(({ personId }) => personId === actor.personId);
  return {
    ...{ id, begunOn, closedOn, reader, leader: nameOf(leaderId), suggested },
    members: members.map(({ personId, nothingOn }) => ({
      name: nameOf(personId),
      hasAnswered: nothingOn !== null || hasNamed.has(personId),
    })),
    isAwaited: own !== undefined && own.nothingOn === null && !hasNamed.has(own.personId),
    toCheck: shown.filter((each) => each.isToCheck),
    named: shown.filter(({ state }) => state === "named"),
    stopped: shown.filter((each) => each.state === "stopped" && !each.isToCheck),
    stays: shown.filter(({ state }) => state === "stays"),
  };
}

/** What a kind of meeting of whoever asks is called: their own alone, whatever id an address holds. */
async function titleOf(tx: Tx, actor: Actor, kindId: string | null): Promise<string | null> {
  if (actor.personId === null || kindId === null) return null;
  const { kinds } = await timeOf(tx, actor, actor.personId);
  return kinds.find(({ id }) => id === kindId)?.title || null;
}
