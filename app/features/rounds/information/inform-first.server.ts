import { type MiddlewareFunction, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { raterOf } from "../answering/resolve-rater.server.ts";
import { readOnDevice } from "../pseudonyms/read-on-device.server.ts";
import { isAskedAbout } from "../reads/asked-about-reads.server.ts";
import { raterInformationContext } from "./rater-information.server.ts";

/**
 * Leads whoever answers by link to what they are to be told first, and from there back. Pages alone: what somebody
 * typed on a page that was open already is taken. Comes after `knowDevice`.
 */
export const informFirst: MiddlewareFunction<Response> = async (args, next) => {
  const { context, request, params } = args;
  const { token } = params;
  if (token === undefined || request.method !== "GET") return next();
  // A link that opens nothing is told by the page itself.
  const rater = await raterOf({ context, request, params: { token } }).catch(() => null);
  if (rater === null) return next();
  const platform = getPlatform(context);
  const read = await readOnDevice(platform.secret, request.headers.get("cookie"), rater);
  const waits = await inOrganisation(platform, rater, async (tx) =>
    context
      .get(raterInformationContext)
      .waits(tx, rater, { isAbout: await isAskedAbout(tx, rater), read }),
  );
  if (waits === null) return next();
  const { requestId = "", part } = params;
  const wanted = part === undefined ? requestId : `${requestId}/${part}`;
  throw redirect(`/r/${token}/information?${new URLSearchParams({ next: wanted })}`);
};
