import type { RouterContextProvider } from "react-router";
import { minutesLeft } from "~/features/questionnaires/domain/index.ts";
import { instrumentById, questionsOf } from "~/features/questionnaires/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { getPlatform } from "~/platform/context.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { standingOf } from "../domain/standing.ts";
import { type OwnRequest, ownRequests } from "../reads/rater-reads.server.ts";
import { resolveRater } from "./resolve-rater.server.ts";

type Args = {
  context: Readonly<RouterContextProvider>;
  request: Request;
  params: { token?: string };
};

/** A rater's list: all that they are asked, across rounds when they are signed in. */
export async function raterListData(args: Args) {
  const { rater, base, organisation, brand, language } = await resolveRater(args);
  const platform = getPlatform(args.context);
  const requests = await inOrganisation(platform, rater, async (tx) => {
    const found = await ownRequests(tx, rater, platform.secret);
    const listed = [];
    for (const request of found) listed.push(await listedRequest(platform, tx, rater, request));
    return listed;
  });
  const { searchParams } = new URL(args.request.url);
  const sent = searchParams.get("sent");
  return {
    base,
    organisation,
    brand,
    language,
    requests,
    forgotten: searchParams.has("forgotten"),
    sent: requests.find((each) => each.id === sent && each.state === "done") ?? null,
  };
}

async function listedRequest(platform: Platform, tx: Tx, rater: RaterActor, request: OwnRequest) {
  const { id, roundId, roundName, closesOn, relationship, state, dealt } = request;
  const content = await instrumentById(tx, rater, request.instrumentId);
  const items = content ? questionsOf(content.instrument) : 0;
  return {
    id,
    roundId,
    roundName,
    closesOn,
    relationship,
    state,
    name: request.subjectName ?? roundName,
    title: request.subjectTitle,
    standing: standingOf(request, todayFor(platform, request.zone)),
    minutes: minutesLeft(content?.instrument.minutes ?? 0, items, items - dealt),
  };
}

export type ListedRequest = Awaited<ReturnType<typeof listedRequest>>;
