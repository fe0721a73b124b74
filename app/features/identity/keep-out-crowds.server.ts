import { setTimeout } from "node:timers/promises";
import type { MiddlewareFunction, RouterContextProvider } from "react-router";
import { requestContext } from "~/platform/context.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { networkOf } from "./domain/network-of.ts";
import { createGate } from "./gate.ts";
import { refusalAnswer } from "./refusal-answer.ts";

/** A few more than may wait for their password to be hashed. */
const crowd = createGate({ atOnce: 60, waiting: 0 });
/** One place must not fill it alone, and an office must find room on a Monday. */
const FROM_ONE_PLACE = 20;
/** Whoever asks again the moment they are refused would keep the server busy with refusals. */
const PAUSE_MS = 1_000;
/** The places of those inside; kept only as long. */
const inside = new Map<string, number>();

/**
 * Answers plainly when more forms with passwords come at once than can be looked at: to draw the page again for each of
 * them would keep everybody else waiting. Where the browser draws it, the action answers for itself.
 */
export const keepOutCrowds: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  if (request.method !== "POST") return next();
  if (new URL(request.url).pathname.endsWith(".data")) return holdBack(next);
  return withRoom(context, next);
};

/**
 * The same for addresses that browsers are sent to by others, whose every answer costs as much as a password: however
 * it is asked for.
 */
export const keepOutEveryCrowd: MiddlewareFunction<Response> = ({ context }, next) =>
  withRoom(context, next);

async function withRoom(
  context: Readonly<RouterContextProvider>,
  next: () => Promise<Response>,
): Promise<Response> {
  const held = () => holdBack(next);
  const { client } = context.get(requestContext);
  // Visitors who can't be told apart are no one place.
  const response = await (client === null
    ? crowd.run(held)
    : fromOnePlace(networkOf(client), held));
  if (response !== null) return response;
  await setTimeout(PAUSE_MS);
  const { status, headers } = refusalAnswer({ reason: "busy" });
  headers?.set("Content-Type", "text/plain; charset=utf-8");
  return new Response(readerTexts().t("identity:crowd"), {
    status,
    ...(headers ? { headers } : {}),
  });
}

/** Whoever has to wait hears it after a pause: answers that come at once would be asked for as fast. */
async function holdBack(next: () => Promise<Response>): Promise<Response> {
  const response = await next();
  if (response.status === 429) await setTimeout(PAUSE_MS);
  return response;
}

async function fromOnePlace(place: string, next: () => Promise<Response>) {
  const others = inside.get(place) ?? 0;
  if (others >= FROM_ONE_PLACE) return null;
  inside.set(place, others + 1);
  try {
    return await crowd.run(next);
  } finally {
    const left = (inside.get(place) ?? 1) - 1;
    if (left > 0) inside.set(place, left);
    else inside.delete(place);
  }
}
