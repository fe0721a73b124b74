import { type MiddlewareFunction, RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { type getSignedIn, signedInContext } from "~/features/identity/index.server.ts";
import { refuseStaleForms } from "./stale-form.server.ts";

const HERE = "here";
const membership = (organisationId: string) => ({ organisationId, organisationName: "Another" });

/** Whether a form goes on to its page; how much of it was read by then. */
async function goesOn(
  request: Request,
  { params = {}, several = true }: { params?: object; several?: boolean } = {},
): Promise<boolean | number> {
  const context = new RouterContextProvider();
  context.set(signedInContext, {
    actor: { organisationId: HERE },
    organisationName: "Here",
    memberships: [HERE, ...(several ? ["other"] : [])].map(membership),
  } as unknown as NonNullable<ReturnType<typeof getSignedIn>>);
  type Args = Parameters<MiddlewareFunction<Response>>[0];
  const args = { request, context, params } as unknown as Args;
  try {
    await refuseStaleForms(args, async () => new Response());
    return true;
  } catch (refused) {
    return (refused as { init: ResponseInit }).init.status ?? 0;
  }
}

const form = (path: string, said?: string) =>
  new Request(`http://twohats.test${path}`, {
    method: "POST",
    body: new URLSearchParams(said === undefined ? {} : { "of-organisation": said }),
  });

test("a form of another organisation's page is refused, and one that doesn't say and whose address doesn't either", async () => {
  expect(await goesOn(form("/cycles/new", HERE))).toBe(true);
  expect(await goesOn(form("/cycles/new", "other"))).toBe(409);
  expect(await goesOn(form("/cycles/new"))).toBe(409);
  expect(await goesOn(form("/cycles/7"), { params: { cycleId: "7" } })).toBe(true);
  expect(await goesOn(form("/cycles/7", "other"), { params: { cycleId: "7" } })).toBe(409);
});

test("the account's own pages are no organisation's, and whoever is in one alone says nothing", async () => {
  expect(await goesOn(form("/account/address", "other"))).toBe(true);
  expect(await goesOn(form("/cycles/new"), { several: false })).toBe(true);
});

test("of a file nothing is read: its address says it", async () => {
  const upload = (said: string) => {
    const body = new FormData();
    body.set("file", new Blob(["name"]), "people.csv");
    return new Request(`http://twohats.test/people/import${said}`, { method: "POST", body });
  };
  const right = upload("?of-organisation=here");
  expect(await goesOn(right)).toBe(true);
  expect(right.bodyUsed).toBe(false);
  expect(await goesOn(upload("?of-organisation=other"))).toBe(409);
  expect(await goesOn(upload(""))).toBe(409);
});
