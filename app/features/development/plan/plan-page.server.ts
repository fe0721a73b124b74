import type { Actor } from "~/features/identity/index.ts";
import {
  leadersOfLeaders,
  namesOfPeople,
  todayWhere,
  zoneOf,
} from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Hat } from "../domain/hat.ts";
import { type Balance, balanceOf } from "../domain/plan/balance.ts";
import { inOrderOfDoing } from "../domain/plan/in-order.ts";
import { advisesManagingFirst } from "../domain/plan/management-first.ts";
import {
  MANY_ACTIONS,
  MOST_AREAS,
  openAreas,
  type PlanAction,
  type PlanArea,
} from "../domain/plan/plan.ts";
import type { PlanReader } from "../domain/plan/plan-reader.ts";
import { type Check, type Letter, smartChecks } from "../domain/plan/smart.ts";
import { behaviourCalled, hatsIn } from "../library/behaviours.server.ts";
import { sourcesFor } from "./area-sources.server.ts";
import { readersOfOwnPlan } from "./plan-owners.server.ts";
import { planToRead, type ReadPlan, saidOfPlan } from "./plan-reads.server.ts";
import { publishedSince } from "./publication-store.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

export type ShownAction = Omit<PlanAction, "ownerId" | "hat"> & {
  hat: Hat | null;
  /** Who sees to it, where that is not whose plan it is, and whether they still can. */
  owner: { name: string; isYou: boolean; isStill: boolean } | null;
  isLate: boolean;
  mayTick: boolean;
};

export type ShownArea = Omit<PlanArea, "hat" | "revision"> & {
  hat: Hat | null;
  /** The behaviour it is about, where practices are offered for it. */
  guide: { key: string; label: string } | null;
  /** What may be missing to its goal; for whose plan it is. */
  checks: Record<Letter, Check> | null;
  actions: ShownAction[];
};

export type PlanPage = {
  id: string;
  isOwn: boolean;
  reader: PlanReader;
  person: { id: string; name: string };
  begunOn: string;
  endedOn: string | null;
  areas: ShownArea[];
  /** Reached or dropped. */
  closed: ShownArea[];
  mayAddArea: boolean;
  balance: Omit<Balance, "byHat" | "missing"> & {
    byHat: { hat: Hat; count: number }[];
    missing: Hat | null;
  };
  hasMany: boolean;
  managingFirst: boolean;
  comments: { id: string; by: string | null; words: string; on: string }[];
  events: { id: string; by: string | null; kind: string; about: string; on: string }[];
  /** Since when areas, goals and actions are shown to everybody, and whether they could be; for whose plan it is. */
  publishedOn: string | null;
  mayPublish: boolean;
  /** Who else reads it; for whose plan it is, and nobody else. */
  readers: { grantId: string; name: string; reader: string; endsOn: string; isStill: boolean }[];
};

/** A plan as whoever asks may read it, their own open one where no id is given; null where there is none for them. */
export function planPage(
  platform: Ticking,
  actor: Actor,
  id: string | null,
): Promise<PlanPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    if (actor.personId === null) return null;
    const today = await todayWhere(platform, tx, actor);
    const which = id === null ? { openOf: actor.personId } : { id };
    const read = await planToRead(tx, actor, which, today);
    return read && shownPlan(tx, actor, read, today);
  });
}

async function shownPlan(tx: Tx, actor: Actor, read: ReadPlan, today: string): Promise<PlanPage> {
  const { plan, reader, person } = read;
  const isOwn = reader === "own";
  const language = readerLanguage();
  const hats = hatsIn(language);
  const hatCalled = (key: string | null) => hats.find((hat) => hat.key === key) ?? null;
  const readers = isOwn ? await readersOfOwnPlan(tx, actor, read, today) : [];
  const { comments, events } = await saidOfPlan(tx, actor, read);
  const said = [...comments, ...events].flatMap(({ authorId }) => authorId ?? []);
  const owning = plan.actions.flatMap(({ ownerId }) => ownerId ?? []);
  const names = await namesOfPeople(tx, actor, [...new Set([...said, ...owning])]);
  const stillReads = new Set(readers.flatMap((each) => (each.isStill ? each.personId : [])));
  const zone = await zoneOf(tx, actor, actor.personId);
  const by = (authorId: string | null) =>
    authorId === null ? null : (names.get(authorId) ?? null);
  const shownAction = ({ ownerId, hat, ...action }: PlanAction): ShownAction => ({
    ...action,
    hat: hatCalled(hat),
    owner:
      ownerId === null
        ? null
        : {
            name: names.get(ownerId) ?? "",
            isYou: ownerId === actor.personId,
            isStill: !isOwn || stillReads.has(ownerId),
          },
    isLate: action.status === "open" && action.dueOn !== null && action.dueOn < today,
    mayTick: plan.endedOn === null && (isOwn || ownerId === actor.personId),
  });
  const shownArea = ({ hat, revision: _, ...area }: PlanArea): ShownArea => {
    const actions = inOrderOfDoing(plan.actions.filter(({ areaId }) => areaId === area.id));
    const openActions = actions.filter(({ status }) => status === "open").length;
    const behaviour = area.behaviour && behaviourCalled(area.behaviour, language)?.behaviour;
    return {
      ...area,
      hat: hatCalled(hat),
      guide: behaviour ? { key: behaviour.key, label: behaviour.label } : null,
      checks: isOwn && area.status === "open" ? smartChecks(area, { today, openActions }) : null,
      actions: actions.map(shownAction),
    };
  };
  const open = openAreas(plan);
  const balance = balanceOf(
    plan,
    hats.map(({ key }) => key),
  );
  const isMine = isOwn && plan.endedOn === null;
  return {
    ...{ id: plan.id, isOwn, reader, begunOn: plan.begunOn, endedOn: plan.endedOn },
    person: { id: person.id, name: person.name },
    areas: open.map(shownArea),
    closed: plan.areas.filter(({ status }) => status !== "open").map(shownArea),
    mayAddArea: isMine && open.length < MOST_AREAS,
    balance: {
      ...balance,
      byHat: balance.byHat.flatMap(({ hat, count }) => {
        const found = hatCalled(hat);
        return found ? [{ hat: found, count }] : [];
      }),
      missing: hatCalled(balance.missing),
    },
    hasMany: plan.actions.filter(({ status }) => status === "open").length > MANY_ACTIONS,
    managingFirst: isMine && (await isManagingAdvised(tx, actor, read, { today, language })),
    comments: comments.map(({ id, authorId, words, saidAt }) => ({
      ...{ id, by: by(authorId), words, on: dateIn(zone, saidAt) },
    })),
    events: events.map(({ id, authorId, kind, about, at }) => ({
      ...{ id, by: by(authorId), kind, about, on: dateIn(zone, at) },
    })),
    publishedOn: isMine ? await publishedSince(tx, actor, plan.id) : null,
    mayPublish: isMine && (await leadersOfLeaders(tx, actor)).has(person.id),
    readers: readers.map(({ id: grantId, name, reader: as, endsOn, isStill }) => ({
      ...{ grantId, name, reader: as, endsOn, isStill },
    })),
  };
}

async function isManagingAdvised(
  tx: Tx,
  actor: Actor,
  { plan }: ReadPlan,
  reading: { today: string; language: string },
): Promise<boolean> {
  const [first] = hatsIn(reading.language);
  const missing = await sourcesFor(tx, actor, reading);
  const short = missing.flatMap(({ because, hat }) =>
    because.kind === "role" && because.standing === "short" ? [hat] : [],
  );
  return advisesManagingFirst(plan, { short, first: first?.key ?? "" });
}
