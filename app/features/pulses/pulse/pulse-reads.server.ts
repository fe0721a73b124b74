import type { Actor } from "~/features/identity/index.ts";
import { isRoundState, type RoundState } from "~/features/rounds/domain/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import {
  lentRounds,
  lentRoundsOf,
  lentSubjects,
  withinReach,
} from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type AskedKind, askedKinds } from "../asking/asked-kind.ts";
import { type PulseDay, type PulseState, pulseDays, stateShown } from "../domain/pulse.ts";
import type { PulseResult } from "../domain/pulse-result.ts";
import { storedResult } from "./pulse-store.server.ts";

function pulses(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("pulse")
    .innerJoin(lentRoundsOf(scope, "pulse"), (join) => join.onRef("round.id", "=", "pulse.roundId"))
    .where("pulse.organisationId", "=", scope.organisationId);
}

/** A pulse of somebody, as they see it. */
export type OwnPulse = {
  id: string;
  reportId: string;
  ofRoundId: string;
  instrumentId: string;
  day: PulseDay;
  state: PulseState;
  items: string[];
  directions: string[];
  opensOn: string | null;
  closesOn: string | null;
  paused: boolean;
  calledOffReason: string | null;
  result: PulseResult | null;
};

function ownRows(tx: Tx, scope: OrganisationScope, personId: string) {
  return pulses(tx, scope)
    .where("pulse.personId", "=", personId)
    .select(["round.id", "pulse.reportId", "pulse.ofRoundId", "pulse.day", "pulse.items"])
    .select(["pulse.directions", "pulse.result", "round.state", "round.opensOn", "round.closesOn"])
    .select(["round.paused", "round.calledOffReason", "round.instrumentId"])
    .$narrowType<{ instrumentId: string }>()
    .orderBy("round.id", "desc");
}

/** The pulses of whoever asks, the newest first. */
export async function ownPulses(tx: Tx, actor: Actor): Promise<OwnPulse[]> {
  if (!actor.personId || actor.role === "leaver") return [];
  return (await ownRows(tx, actor, actor.personId).execute()).map(ownPulse);
}

/** One of them; null for anybody else's. */
export async function ownPulseById(tx: Tx, actor: Actor, id: string): Promise<OwnPulse | null> {
  if (!actor.personId || actor.role === "leaver" || !isId(id)) return null;
  const row = await ownRows(tx, actor, actor.personId)
    .where("round.id", "=", id)
    .executeTakeFirst();
  return row ? ownPulse(row) : null;
}

/** What was told to somebody by earlier pulses of a report, by round. For scoring alone. */
export async function toldBefore(
  tx: Tx,
  scope: OrganisationScope,
  which: { personId: string; reportId: string; except: string },
): Promise<{ id: string; result: PulseResult }[]> {
  const rows = await ownRows(tx, scope, which.personId)
    .where("pulse.reportId", "=", which.reportId)
    .where("round.id", "!=", which.except)
    .execute();
  return rows.map(ownPulse).flatMap(({ id, result }) => (result ? [{ id, result }] : []));
}

type OwnRow = Awaited<ReturnType<ReturnType<typeof ownRows>["execute"]>>[number];

function ownPulse({ day, state, result, ...row }: OwnRow): OwnPulse {
  const known = pulseDays.find((each) => each === day);
  if (known === undefined || !isRoundState(state)) throw new Error("a pulse nobody could ask for");
  return { ...row, day: known, state: stateShown(state), result: storedResult(result) };
}

/** Whether anything is being answered. */
export async function openPulse(tx: Tx, scope: OrganisationScope): Promise<boolean> {
  const row = await tx
    .selectFrom(lentRounds(scope))
    .where("round.kind", "in", askedKinds)
    .where("round.state", "=", "collecting")
    .select("round.id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A round that somebody asked for, as HR sees it: whose it is and how it runs, and never what is told. */
export type PulseToRun = {
  id: string;
  kind: AskedKind;
  name: string;
  person: string;
  state: RoundState;
  paused: boolean;
  opensOn: string | null;
  closesOn: string | null;
  closesItself: boolean;
  calledOffReason: string | null;
  revision: number;
};

/** All pulses that whoever asks runs, the newest first. */
export async function pulsesToRun(tx: Tx, actor: Actor): Promise<PulseToRun[]> {
  if (!mayRunSomeRounds(actor)) return [];
  return (await toRun(tx, actor).execute()).map(withState);
}

/** One of them, for whoever was let into it. */
export async function pulseToRun(tx: Tx, actor: Actor, id: string): Promise<PulseToRun | null> {
  if (!mayRunSomeRounds(actor) || !isId(id)) return null;
  const row = await toRun(tx, actor).where("round.id", "=", id).executeTakeFirst();
  return row ? withState(row) : null;
}

function toRun(tx: Tx, actor: Actor) {
  return tx
    .selectFrom(lentRounds(actor))
    .innerJoin(lentSubjects(actor), (join) => join.onRef("subject.roundId", "=", "round.id"))
    .where("round.kind", "in", askedKinds)
    .where(withinReach(actor))
    .select([
      "round.id",
      "round.kind",
      "round.name",
      "round.state",
      "round.paused",
      "round.opensOn",
    ])
    .select(["round.closesOn", "round.closesItself", "round.calledOffReason", "round.revision"])
    .select("subject.name as person")
    .orderBy("round.id", "desc");
}

type ToRunRow = Awaited<ReturnType<ReturnType<typeof toRun>["execute"]>>[number];

function withState({ state, kind, ...row }: ToRunRow): PulseToRun {
  const known = askedKinds.find((each) => each === kind);
  if (!isRoundState(state) || !known) throw new Error(`an unknown round ${kind} ${state}`);
  return { ...row, kind: known, state };
}
