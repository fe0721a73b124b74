import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople, peopleByIds, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Charter } from "../domain/charter/charter.ts";
import { type DutyChange, dutyChanges } from "../domain/charter/charter-difference.ts";
import { readerOfCharter } from "../domain/charter/charter-reader.ts";
import { mayHavePlan } from "../policy.ts";
import { chartersOf, chartersOfReports, chartersWithHr } from "./charter-store.server.ts";
import { charterPerson, charterToRead, type Ticking } from "./work-on-charter.server.ts";

type Facts = Pick<
  Charter,
  "id" | "version" | "partner" | "state" | "revision" | "returnedWhy" | "reviewOn"
>;

/** A version as it is shown: its duties beside those of the version that both signed before it. */
export type ShownCharter = Facts & {
  managing: DutyChange[];
  leading: DutyChange[];
  /** The version it is held against; null for the first. */
  against: { version: number; signedOn: string } | null;
  personSignedOn: string | null;
  /** Who signed for the other side, and when; without a name where they have none any more. */
  partnerSigned: { name: string | null; on: string } | null;
  isDue: boolean;
};

async function shown(
  tx: Tx,
  actor: Actor,
  charter: Charter,
  before: Charter | null,
  today: string,
): Promise<ShownCharter> {
  const { id, version, partner, state, revision, returnedWhy, reviewOn } = charter;
  const { partnerId, partnerSignedOn, personSignedOn } = charter;
  const names = partnerId ? await namesOfPeople(tx, actor, [partnerId]) : null;
  const side = (hat: "managing" | "leading") =>
    before ? dutyChanges(before[hat], charter[hat]) : dutyChanges(charter[hat], charter[hat]);
  return {
    ...{ id, version, partner, state, revision, returnedWhy, reviewOn, personSignedOn },
    ...{ managing: side("managing"), leading: side("leading") },
    against: before && { version: before.version, signedOn: before.partnerSignedOn ?? "" },
    partnerSigned:
      partnerSignedOn === null
        ? null
        : { name: (partnerId && names?.get(partnerId)) || null, on: partnerSignedOn },
    isDue: reviewOn !== null && reviewOn <= today,
  };
}

export type OwnCharterPage = {
  /** What is worked on or waits. */
  open: ShownCharter | null;
  /** What holds now. */
  signed: ShownCharter | null;
  earlier: { id: string; version: number; signedOn: string }[];
  /** Whoever leads them now. */
  manager: string | null;
};

/** The charter of whoever asks, with all that was signed before. */
export function ownCharterPage(platform: Ticking, actor: Actor): Promise<OwnCharterPage> {
  return inOrganisation(platform, actor, async (tx) => {
    const nothing = { open: null, signed: null, earlier: [], manager: null };
    if (actor.personId === null) return nothing;
    const today = await todayWhere(platform, tx, actor);
    const person = await charterPerson(tx, actor, actor.personId);
    const all = await chartersOf(tx, actor, actor.personId);
    const open = all.find(({ state }) => state !== "signed") ?? null;
    const [signed = null, ...earlier] = all.filter(({ state }) => state === "signed");
    const [manager] = person?.managerId ? await peopleByIds(tx, actor, [person.managerId]) : [];
    return {
      open: open && (await shown(tx, actor, open, signed, today)),
      signed: signed && (await shown(tx, actor, signed, earlier[0] ?? null, today)),
      earlier: earlier.map(({ id, version, partnerSignedOn }) => ({
        ...{ id, version, signedOn: partnerSignedOn ?? "" },
      })),
      manager: manager?.name ?? null,
    };
  });
}

export type CharterFormPage = {
  /** Which version is worked on. */
  version: number;
  revision: number | null;
  returnedWhy: string | null;
  manager: string | null;
  start: { managing: string; leading: string; partner: string };
};

/** The form of the draft of whoever asks; a new one begins with what is signed. Null while it waits to be signed. */
export function charterFormPage(
  platform: Ticking,
  actor: Actor,
  ready: { managing: string; leading: string } | null,
): Promise<CharterFormPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    if (actor.personId === null) return null;
    const person = await charterPerson(tx, actor, actor.personId);
    const [latest = null] = await chartersOf(tx, actor, actor.personId);
    if (!person || latest?.state === "proposed") return null;
    const [manager] = person.managerId ? await peopleByIds(tx, actor, [person.managerId]) : [];
    const isDraft = latest?.state === "draft";
    const from = latest ?? ready;
    return {
      version: isDraft ? latest.version : (latest?.version ?? 0) + 1,
      revision: isDraft ? latest.revision : null,
      returnedWhy: latest?.returnedWhy ?? null,
      manager: manager?.name ?? null,
      start: {
        ...{ managing: from?.managing ?? "", leading: from?.leading ?? "" },
        partner: latest?.partner ?? (person.managerId ? "manager" : "hr"),
      },
    };
  });
}

export type CharterPage = { person: string; reader: "own" | "partner"; charter: ShownCharter };

/** One version, for whoever may read it. */
export function charterPage(
  platform: Ticking,
  actor: Actor,
  id: string,
): Promise<CharterPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const read = await charterToRead(tx, actor, id);
    if (!read) return null;
    const today = await todayWhere(platform, tx, actor);
    return {
      ...{ person: read.person.name, reader: read.reader },
      charter: await shown(tx, actor, read.charter, read.before, today),
    };
  });
}

export type PartnerCharter = {
  id: string;
  person: string;
  version: number;
  state: "proposed" | "signed";
  reviewOn: string | null;
  isDue: boolean;
};

/** The charters that whoever asks agrees with others: what waits first, then the latest that is signed of each. */
export async function partnerCharters(
  platform: Pick<Ticking, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PartnerCharter[]> {
  const today = await todayWhere(platform, tx, actor);
  const rows = [
    ...(actor.role === "admin" ? await chartersWithHr(tx, actor) : []),
    ...(mayHavePlan(actor) ? await chartersOfReports(tx, actor, actor.personId) : []),
  ];
  const people = await peopleByIds(tx, actor, [...new Set(rows.map(({ personId }) => personId))]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const seen = new Set<string>();
  const found = rows.flatMap((charter): PartnerCharter[] => {
    const person = byId.get(charter.personId);
    const facts = person && { isHere: person.status === "active", managerId: person.managerId };
    if (!facts || readerOfCharter(actor, charter, facts) !== "partner") return [];
    const isProposed = charter.state === "proposed";
    if (!isProposed && seen.has(charter.personId)) return [];
    if (!isProposed) seen.add(charter.personId);
    const { id, version, reviewOn } = charter;
    const isDue = reviewOn !== null && reviewOn <= today;
    const state = isProposed ? "proposed" : "signed";
    return [{ id, version, reviewOn, isDue, state, person: person.name }];
  });
  const order = ({ state }: PartnerCharter) => (state === "proposed" ? 0 : 1);
  return found.sort(
    (one, other) => order(one) - order(other) || one.person.localeCompare(other.person),
  );
}
