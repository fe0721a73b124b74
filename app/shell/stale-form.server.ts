import { data, type MiddlewareFunction } from "react-router";
import { getSignedIn } from "~/features/identity/index.server.ts";
import { OF_ORGANISATION } from "~/ui/form.tsx";

/** Pages about the account itself, which is no organisation's: a form there means the same whichever is looked at. */
const OF_ACCOUNT = new Set([
  "/account",
  "/account/confirm",
  "/account/address",
  "/account/passkeys",
  "/account/second-factor",
]);

/**
 * Refuses a form of somebody in several organisations that comes from a tab of another one than they look at now. A
 * form whose address names what it changes needs to say nothing: elsewhere there is no such thing.
 */
export const refuseStaleForms: MiddlewareFunction<Response> = async (
  { request, context, params },
  next,
) => {
  const signedIn = getSignedIn(context);
  if (request.method !== "POST" || !signedIn || signedIn.memberships.length < 2) return next();
  const { organisationId } = signedIn.actor;
  const pathname = new URL(request.url).pathname.replace(/\.data$/, "");
  if (OF_ACCOUNT.has(pathname)) return next();
  const said = await saidOrganisation(request);
  if (said === organisationId || said === "unreadable") return next();
  if (said === null && Object.keys(params).length > 0) return next();
  const { memberships, organisationName } = signedIn;
  const other = memberships.find((each) => each.organisationId === said);
  throw data(
    {
      problem: "stale-form",
      current: organisationName,
      other: other ? { id: other.organisationId, name: other.organisationName } : null,
      path: pathname,
    },
    { status: 409 },
  );
};

/** What cannot be read is for the action, which says so better. */
async function saidOrganisation(request: Request): Promise<string | null> {
  if (/^multipart\//i.test(request.headers.get("content-type") ?? ""))
    return new URL(request.url).searchParams.get(OF_ORGANISATION);
  try {
    const said = (await request.clone().formData()).get(OF_ORGANISATION);
    return typeof said === "string" ? said : null;
  } catch {
    return "unreadable";
  }
}
