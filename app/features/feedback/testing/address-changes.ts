import { expect } from "vitest";
import {
  agreeToChange,
  appointOfficial,
  waitingChanges,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import type { LetterWay } from "~/features/letters/domain/letter-way.ts";
import { tellOfAddresses } from "~/features/letters/index.server.ts";
import { withLink } from "~/features/letters/with-link.server.ts";
import { directory } from "~/features/people/index.server.ts";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { sendHeldLetters } from "~/features/rounds/letters/send-held-letters.server.ts";
import { remindNow } from "~/features/rounds/reminders/remind-now.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { openTestAuth } from "../../../../test/database/test-auth.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { type CollectingCycle, collectingCycle, required } from "./cycle.ts";
import { createHouse, type House } from "./house.ts";

/** The peer's other address. */
export const NEW = "peer1@hr.test";

/** A cycle that collects, two administrators in office for long, and what becomes of an address that one changes. */
export function addressChanges(
  db: () => TestDatabase,
  auth: () => ReturnType<typeof openTestAuth>,
) {
  let house: House;
  let cycle: CollectingCycle;
  let hera: Actor;
  let zoe: Actor;

  async function begin() {
    at("2026-01-05T12:00:00Z");
    house = await createHouse(db().platform);
    await db().owner.query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
      house.organisationId,
    ]);
    hera = await administrator("hera");
    zoe = await administrator("zoe");
    at("2026-03-02T12:00:00Z");
    cycle = await collectingCycle(db().platform, house);
    // Reminders leave once a day: nobody was asked only just now.
    at("2026-03-04T12:00:00Z");
    return { house, cycle, hera, zoe };
  }

  const at = (moment: string) => db().platform.clock.set(new Date(moment));
  const parts = () => ({ ...db().platform, directory });
  const administrator = (name: string, personId?: string) =>
    createMember(db().platform, auth().auth, house.organisationId, {
      name,
      role: "admin",
      owner: true,
      personId,
    });
  const refused = (reason: string) => ({ ok: false, reason });

  /** People by name get other addresses, all at once. */
  async function change(addresses: Record<string, string | null>, by: Actor = hera): Promise<void> {
    const rows = Object.entries(addresses).filter(([, address]) => address !== null);
    if (rows.length > 0) {
      const lines = rows.map(([name, address]) => `${name},${name},${address}`);
      const imported = await importPeopleFile(db().platform, by, {
        content: Buffer.from(["Name,Employee ID,Email", ...lines].join("\n")),
        dateOrder: null,
        emptyCells: "keep",
        store: true,
      });
      required(imported);
      expect(imported.value.plan.rejected).toEqual([]);
    }
    // The directory's pages write to those whose address was changed as soon as the transaction is over.
    await tellOfAddresses(db().platform, house);
  }

  type Letter = { kind: string; to_address: string; links: string[]; plain: string };
  type Stored = Omit<Letter, "links"> & { to_name: string; html: string; way: LetterWay | null };

  /** What was queued since the test began, with every link that it would leave with now. */
  async function letters(to?: string): Promise<Letter[]> {
    const { rows } = await db().owner.query<Stored>(
      `SELECT kind, to_address, to_name, html, plain, way FROM message
        WHERE organisation_id = $1 AND created_at > '2026-03-03' ORDER BY id`,
      [house.organisationId],
    );
    const wanted = rows.filter((row) => to === undefined || row.to_address === to);
    return inOrganisation(db().platform, house, async (tx) => {
      const all: Letter[] = [];
      for (const { kind, to_address, to_name: toName, ...text } of wanted) {
        const letter = { ...text, toName, toAddress: to_address };
        const leaving = await withLink(db().platform, tx, house, letter, letterWays);
        const plain = leaving?.plain ?? "";
        const links = plain.match(/http:\/\/twohats\.test\/\S+/g) ?? [];
        all.push({ kind, to_address, plain, links });
      }
      return all;
    });
  }
  const kinds = async (to: string) => (await letters(to)).map(({ kind }) => kind);
  const opening = (all: Letter[]) =>
    all.filter(({ links }) => links.some((link) => /\/(r|join)\//.test(link)));
  const remind = (whom: readonly string[] | "all-with-work-left" = "all-with-work-left") =>
    remindNow(db().platform, hera, cycle.cycleId, whom);
  const follow = () => sendHeldLetters(db().platform, house);
  const waiting = async (actor = zoe) =>
    inOrganisation(db().platform, house, (tx) => waitingChanges(parts(), tx, actor));
  const onlyChange = async (actor = zoe) => {
    const [only, ...others] = (await waiting(actor)).changes;
    if (!only || others.length > 0) throw new Error("not one change");
    return only;
  };
  const agree = async (actor: Actor) => agreeToChange(parts(), actor, (await onlyChange(actor)).id);
  /** The token in the last letter to an old address. */
  const tokenTo = async (address: string) =>
    (await letters(address)).at(-1)?.links[0]?.split("/address/")[1] ?? "";

  const member = (name: string, personId: string) =>
    createMember(db().platform, auth().auth, house.organisationId, {
      name,
      role: "member",
      personId,
    });

  async function appointed(actor: Actor, by: Actor): Promise<Actor> {
    const wanted = { personId: actor.personId ?? "", office: "owner", units: null } as const;
    required(await appointOfficial(parts(), by, wanted, async () => {}));
    return { ...actor, role: "admin", owner: true };
  }

  async function actorOf(personId: string): Promise<Actor> {
    const { rows } = await db().owner.query<{ account_id: string }>(
      "SELECT account_id FROM membership WHERE person_id = $1",
      [personId],
    );
    return { ...hera, accountId: rows[0]?.account_id ?? "", personId };
  }

  async function membershipOf({ accountId }: Actor): Promise<string> {
    const { rows } = await db().owner.query<{ id: string }>(
      "SELECT id FROM membership WHERE account_id = $1 AND organisation_id = $2",
      [accountId, house.organisationId],
    );
    return rows[0]?.id ?? "";
  }

  return {
    begin,
    at,
    parts,
    administrator,
    refused,
    change,
    letters,
    kinds,
    opening,
    remind,
    follow,
    waiting,
    onlyChange,
    agree,
    tokenTo,
    member,
    appointed,
    actorOf,
    membershipOf,
  };
}
