import { holdersOf, peopleAbove } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { badRequest, type Read } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";
import { linkOf, personCalled } from "./user-store.server.ts";

/** `id`: who it is; `awaited`: what they were called, while nobody is there yet. */
export type SettledManager = { id: string | null; awaited: string | null };

/**
 * Who is meant as somebody's manager, with people or this name locked, of those that a provider keeps: by id, by what
 * the provider calls them, or by employee id. Whoever is not there yet is awaited. Refused is one who would stand above
 * themselves.
 */
export async function settleManager(
  tx: Tx,
  provider: Provider,
  personId: string | null,
  text: string | null,
): Promise<Read<SettledManager>> {
  if (text === null) return { ok: true, value: { id: null, awaited: null } };
  const id = await managerMeant(tx, provider, text);
  if (id === null) return { ok: true, value: { id: null, awaited: text } };
  const loop = personId === null ? null : await loopOver(tx, provider, personId, id);
  if (loop) return badRequest("invalidValue", `manager would make a circle: ${loop}.`);
  return { ok: true, value: { id, awaited: null } };
}

/**
 * Why one can't become the manager of the other: somebody would stand above themselves. Null when they can. Who stands
 * between them is not told: a provider may not know all of them.
 */
export async function loopOver(
  tx: Tx,
  provider: Provider,
  personId: string,
  managerId: string,
): Promise<string | null> {
  if (personId === managerId) return "they can't be their own manager";
  const above = await peopleAbove(tx, provider, managerId);
  return above.some(({ id }) => id === personId)
    ? "this manager already reports to them, or to somebody who does"
    : null;
}

async function managerMeant(tx: Tx, provider: Provider, text: string): Promise<string | null> {
  if (isId(text)) {
    const link = await linkOf(tx, provider, text);
    if (link) return link.personId;
  }
  const called = await personCalled(tx, provider, text);
  if (called) return called;
  const { ofEmployeeId } = await holdersOf(tx, provider, { email: null, employeeId: text }, null);
  return ofEmployeeId && (await linkOf(tx, provider, ofEmployeeId.id)) ? ofEmployeeId.id : null;
}
