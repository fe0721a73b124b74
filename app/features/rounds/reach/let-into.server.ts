import type { RouterContextProvider } from "react-router";
import { requireAble, requireActor, requireRecentAble } from "~/features/identity/index.server.ts";
import { type Actor, isLimited } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import {
  mayReadFiguresOf,
  mayReadSomeFigures,
  mayRunRound,
  mayRunSomeRounds,
} from "../domain/may-run-rounds.ts";
import type { RoundKind } from "../domain/round.ts";
import { isInReach, isOfKind, roundOfSubject } from "./reach-reads.server.ts";

type Context = Readonly<RouterContextProvider>;

/**
 * An actor as they are to one round: whose office is limited to units is let into it, if it asks about nobody but
 * people of those units, and out of any other. Everybody else stays who they are.
 */
export async function letInto(tx: Tx, actor: Actor, roundId: string): Promise<Actor> {
  if (!isLimited(actor)) return actor;
  const { letInto: _, ...outside } = actor;
  return (await isInReach(tx, actor, roundId)) ? { ...outside, letInto: roundId } : outside;
}

/**
 * Whoever may run this round. To everyone else its pages do not exist, nor those of some kinds for a round of another.
 */
export async function requireRunner(
  context: Context,
  request: Request,
  roundId: string,
  ...kinds: readonly RoundKind[]
): Promise<Actor> {
  const actor = requireAble(context, request, mayRunSomeRounds);
  return admitted(context, actor, roundId, mayRunRound, kinds);
}

/** The same, who showed lately who they are. */
export async function requireRecentRunner(
  context: Context,
  request: Request,
  roundId: string,
): Promise<Actor> {
  await requireRunner(context, request, roundId);
  const actor = await requireRecentAble(context, request, mayRunSomeRounds);
  return admitted(context, actor, roundId, mayRunRound);
}

/** Whoever may read the figures on this round. To everyone else they do not exist. */
export async function requireFiguresReader(
  context: Context,
  request: Request,
  roundId: string,
): Promise<Actor> {
  const actor = requireAble(context, request, mayReadSomeFigures);
  return admitted(context, actor, roundId, mayReadFiguresOf);
}

/** The same, who showed lately who they are. */
export async function requireRecentFiguresReader(
  context: Context,
  request: Request,
  roundId: string,
): Promise<Actor> {
  await requireFiguresReader(context, request, roundId);
  const actor = await requireRecentAble(context, request, mayReadSomeFigures);
  return admitted(context, actor, roundId, mayReadFiguresOf);
}

/** Anybody who is in, as they are to the round that asks about a subject: to be asked by a policy of that. */
export async function requireActorAbout(
  context: Context,
  request: Request,
  subjectId: string,
): Promise<Actor> {
  const actor = requireActor(context, request);
  if (!isLimited(actor)) return actor;
  return inOrganisation(getPlatform(context), actor, async (tx) => {
    const roundId = await roundOfSubject(tx, actor, subjectId);
    return roundId === null ? actor : letInto(tx, actor, roundId);
  });
}

async function admitted(
  context: Context,
  actor: Actor,
  roundId: string,
  may: (actor: Actor, roundId: string) => boolean,
  kinds: readonly RoundKind[] = [],
): Promise<Actor> {
  const wanted = kinds.length > 0 ? kinds : (["feedback"] as const);
  const asked = await inOrganisation(getPlatform(context), actor, async (tx) =>
    (await isOfKind(tx, actor, roundId, wanted)) ? letInto(tx, actor, roundId) : null,
  );
  if (asked === null || !may(asked, roundId)) throw notFound();
  return asked;
}
