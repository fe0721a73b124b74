import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { changeTogether } from "../bulk/change-together.server.ts";
import { readTogether } from "../bulk/people-together.server.ts";
import { editPerson } from "../by-hand/edit-person.server.ts";
import { changePeople } from "../change-people.server.ts";
import { readSelection } from "../domain/bulk/selection.ts";
import { asOrganisationHas } from "../domain/own-choices.ts";
import { readHistory } from "../history/history-reads.server.ts";
import { readPersonPage } from "../person-reads.server.ts";
import { keptPeople } from "../store.server.ts";
import { createPeople } from "../testing/people.ts";
import { personForm } from "../testing/person-form.ts";
import { chooseForOneself, chooseForOneselfInput } from "./choose-for-oneself.server.ts";
import { giveChoiceBack } from "./give-back.server.ts";
import { readOwnProfile } from "./own-profile.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo" | "left" | "guest", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: {
      ...{ name: "Ana Lima", familyName: "Lima", email: "ana@x.org", employeeId: "1" },
      ...{ language: "en", timezone: "Europe/London", department: "Deck" },
    },
    bo: { name: "Bo Chen", familyName: "Chen", email: "bo@x.org", employeeId: "2" },
    left: { name: "Left Long", email: "left@x.org", status: "inactive" },
    guest: { name: "A Guest", email: "guest@y.org", external: true },
  });
});
afterAll(() => db.close());

const member = (personId: string | null, role: Actor["role"] = "member"): Actor => ({
  ...{ organisationId: house.organisationId, accountId: "account-of-somebody" },
  ...{ role, personId },
});
const kept = async (personId = people.ana) => {
  const found = (
    await inOrganisation(db.platform, house, (tx) => keptPeople(tx, house, [personId]))
  ).get(personId);
  if (!found) throw new Error("nobody");
  return found;
};
const profile = async (actor = member(people.ana)) => {
  const found = await readOwnProfile(db.platform, actor);
  if (!found) throw new Error("nobody");
  return found;
};
type Typed = Partial<Record<string, unknown>>;
/** What a browser sends: everything that stands in the form, and what was typed over it. */
async function choose(typed: Typed, actor = member(people.ana)) {
  const { start, revision } = await profile(actor);
  const shown = Object.fromEntries(Object.entries(start).filter(([, value]) => value !== null));
  const read = readInput(chooseForOneselfInput, { ...shown, revision, ...typed });
  return read.ok ? chooseForOneself(db.platform, actor, read.value) : read;
}
const history = async (personId = people.ana) =>
  (await inOrganisation(db.platform, house, (tx) => readHistory(tx, house.admin, personId, 1)))
    ?.items;
const says = (way: "import" | "command" | "provisioning" | "hand", facts: Typed) =>
  inOrganisation(db.platform, house, async (tx) => {
    const person = (await keptPeople(tx, house, [people.ana])).get(people.ana);
    if (!person) throw new Error("nobody");
    await changePeople(db.platform, tx, house.admin, way, [
      { ...asOrganisationHas(person), ...facts },
    ]);
  });
const problem = (field: string, code: string) => ({
  ok: false,
  problems: expect.arrayContaining([expect.objectContaining({ field, code })]),
});

describe("choosing for oneself", () => {
  test("a zone that a file called by an older name is no choice, only because something else is", async () => {
    await db.owner.query("UPDATE person SET timezone = 'Asia/Calcutta' WHERE id = $1", [
      people.ana,
    ]);
    expect(await choose({ pronouns: "she/her" })).toEqual({
      ok: true,
      value: { chosen: ["pronouns"] },
    });
    expect((await kept()).timezone).toBe("Asia/Calcutta");
  });

  test("what differs is one's own from then on, and the history says by whom", async () => {
    const typed = { preferredName: "Anya", pronunciation: "AN-ya", pronouns: "she/her" };
    expect(await choose({ ...typed, language: "de" })).toEqual({
      ok: true,
      value: { chosen: ["preferredName", "pronunciation", "pronouns", "language"] },
    });
    expect(await kept()).toMatchObject({
      ...{ ...typed, language: "de", timezone: "Europe/London", department: "Deck" },
      organisationSays: {
        ...{ preferredName: null, pronunciation: null, pronouns: null, language: "en" },
      },
    });
    const [entry] = (await history()) ?? [];
    expect(entry?.way).toBe("self");
    expect(entry?.changes).toContainEqual({ field: "language", from: "en", to: "de" });
    expect(entry?.changes).toContainEqual({
      ...{ field: "chosen", from: null, to: "preferredName pronunciation pronouns language" },
    });
    const page = await readPersonPage(db.platform, member(people.bo), people.ana);
    expect(page).toMatchObject({ name: "Anya Lima", pronunciation: "AN-ya", pronouns: "she/her" });
    const { rows } = await db.owner.query(
      "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'person.chose'",
      [house.organisationId],
    );
    expect(rows).toEqual([{ detail: { fields: 4 } }]);
  });

  test("pressed without anything typed, nothing is chosen or written down", async () => {
    const before = await kept();
    expect(await choose({})).toEqual({ ok: true, value: { chosen: [] } });
    expect(await kept()).toEqual(before);
    expect(await history()).toEqual([]);
  });

  test.each(["import", "command", "provisioning", "hand"] as const)(
    "what comes by way of %s does not replace it, and is there when it is given back",
    async (way) => {
      await choose({ language: "de" });
      await says(way, { language: "fr", timezone: "Europe/Paris", department: "Galley" });
      expect(await kept()).toMatchObject({
        ...{ language: "de", timezone: "Europe/Paris", department: "Galley" },
        organisationSays: { language: "fr" },
      });
      expect(await giveChoiceBack(db.platform, member(people.ana), { field: "language" })).toEqual({
        ok: true,
      });
      expect(await kept()).toMatchObject({ language: "fr", organisationSays: {} });
      expect((await history())?.[0]).toMatchObject({
        way: "self",
        changes: [
          { field: "language", from: "de", to: "fr" },
          { field: "chosen", from: "language", to: null },
        ],
      });
    },
  );

  test("given back twice, nothing more happens; of what was never chosen nothing is given back", async () => {
    await choose({ pronouns: "they/them" });
    const back = () => giveChoiceBack(db.platform, member(people.ana), { field: "pronouns" });
    expect([await back(), await back()]).toEqual([{ ok: true }, { ok: true }]);
    expect(await history()).toHaveLength(2);
    await giveChoiceBack(db.platform, member(people.ana), { field: "language" });
    expect(await kept()).toMatchObject({ pronouns: null, language: "en" });
  });

  test("a name that HR's files have may be left away, and stays away", async () => {
    await says("import", { preferredName: "Annie" });
    await choose({ preferredName: "" });
    await says("import", { preferredName: "Anette" });
    expect(await kept()).toMatchObject({
      ...{ preferredName: null, organisationSays: { preferredName: "Anette" } },
    });
  });
});

describe("changed by HR", () => {
  const form = (typed: Typed = {}) => ({
    ...personForm({
      ...{ name: "Ana Lima", familyName: "Lima", email: "ana@x.org", employeeId: "1" },
      ...{ language: "de", timezone: "Europe/London", department: "Deck", ...typed },
    }),
  });
  const edit = async (typed: Typed, overrule?: "yes"[]) =>
    editPerson(db.platform, house.admin, people.ana, {
      ...form(typed),
      revision: (await kept()).revision,
      ...(overrule && { overrule }),
    });
  const told = async () =>
    (
      await db.owner.query(
        "SELECT data FROM pgboss.job WHERE name = 'tell-of-choices' AND data ->> 'organisationId' = $1",
        [house.organisationId],
      )
    ).rows.map(({ data }) => data);

  test("by hand nothing chosen is replaced unless that is meant; then the person is told", async () => {
    await choose({ language: "de" });
    expect(await edit({ language: "en" })).toMatchObject(problem("language", "own-choice"));
    expect(await kept()).toMatchObject({ language: "de" });
    expect(await told()).toEqual([]);
    expect(await edit({ language: "en" }, ["yes"])).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject({ language: "en", organisationSays: {} });
    expect(await told()).toEqual([
      { organisationId: house.organisationId, personId: people.ana, fields: ["language"] },
    ]);
    expect((await history())?.[0]).toMatchObject({
      way: "hand",
      changes: expect.arrayContaining([{ field: "chosen", from: "language", to: null }]),
    });
  });

  test("what they typed beside it is stored, and the choice stays a choice", async () => {
    await choose({ language: "de" });
    expect(await edit({ department: "Galley" })).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject({
      ...{ department: "Galley", language: "de", organisationSays: { language: "en" } },
    });
    expect(await told()).toEqual([]);
  });

  test("a form opened before the person chose is refused, and says what they chose", async () => {
    const { revision } = await kept();
    await choose({ language: "de" });
    const stale = { ...form({ language: "en" }), revision, overrule: ["yes" as const] };
    expect(await editPerson(db.platform, house.admin, people.ana, stale)).toMatchObject({
      ok: false,
      problems: [{ code: "stale" }, { field: "language", code: "changed-meanwhile" }],
    });
  });

  test("many at once keep what they chose; how many is told before and after", async () => {
    await choose({ language: "de" });
    const address = new URLSearchParams([["what", "language"]]);
    for (const id of [people.ana, people.bo]) address.append("p", id);
    const selection = readSelection(address);
    const page = await readTogether(db.platform, house.admin, selection, []);
    expect(page?.chosen).toBe(1);
    const fingerprint = page?.fingerprint ?? "";
    const change = { what: "language" as const, language: "en", fingerprint };
    expect(await changeTogether(db.platform, house.admin, selection, change)).toEqual({
      ...{ ok: true, value: { changed: 1, kept: 1 } },
    });
    expect(await kept()).toMatchObject({ language: "de" });
    expect(await kept(people.bo)).toMatchObject({ language: "en" });
  });
});

describe("refused", () => {
  test("whoever is nobody in the directory, left it, or is only asked from outside", async () => {
    const typed = { pronouns: "he/him", revision: 0 };
    const read = readInput(chooseForOneselfInput, typed);
    if (!read.ok) throw new Error("unreadable");
    for (const actor of [
      member(null),
      member(people.ana, "leaver"),
      member(people.left),
      member(people.guest),
      member(newId()),
      {
        ...member(people.ana),
        organisationId: (await createTestOrganisation(db.platform)).organisationId,
      },
    ]) {
      expect(await chooseForOneself(db.platform, actor, read.value)).toEqual({
        ...{ ok: false, reason: "not-allowed" },
      });
      expect(await giveChoiceBack(db.platform, actor, { field: "pronouns" })).toEqual({
        ...{ ok: false, reason: "not-allowed" },
      });
      expect(await readOwnProfile(db.platform, actor)).toBeNull();
    }
    for (const id of Object.values(people)) expect((await kept(id)).pronouns).toBeNull();
  });

  test("nobody changes anybody else, whatever id a form carries", async () => {
    await choose({ pronouns: "he/him", id: people.bo, personId: people.bo }, member(people.ana));
    expect((await kept(people.bo)).pronouns).toBeNull();
    expect((await kept(people.ana)).pronouns).toBe("he/him");
  });

  test("texts lose what could reorder or hide them, and keep what belongs to names", async () => {
    const typed = { pronouns: "\u202Eshe\u0000/\u2066her\n", pronunciation: " AN\t ya 🦊 " };
    expect(await choose(typed)).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject({ pronouns: "she /her", pronunciation: "AN ya 🦊" });
    expect(await choose({ preferredName: "أنا" })).toMatchObject({ ok: true });
    expect((await kept()).preferredName).toBe("أنا");
  });

  test.each([
    ["pronouns", 61],
    ["pronunciation", 101],
    ["preferredName", 10_000],
  ])("%s of %i letters", async (field, length) => {
    expect(await choose({ [field]: "x".repeat(length) })).toMatchObject(problem(field, "too-long"));
    expect(await history()).toEqual([]);
  });

  test.each([
    ["timezone", "Europe/Atlantis", "unknown"],
    ["timezone", "europe/paris", "unknown"],
    ["language", "xx", "unknown"],
    ["language", "", "missing"],
    ["timezone", "", "missing"],
  ])("%s %j is %s", async (field, value, code) => {
    expect(await choose({ [field]: value, pronouns: "x" })).toMatchObject(problem(field, code));
    expect((await kept()).pronouns).toBeNull();
  });

  test.each(["Bo Chen", "bo  chen", "BO CHEN", "Bо Сhen"])(
    "a colleague's name, also as it looks: %s",
    async (preferredName) => {
      expect(await choose({ preferredName })).toMatchObject(
        problem("preferredName", "somebody-elses"),
      );
      expect((await kept()).preferredName).toBeNull();
    },
  );

  test("the name of somebody who left, and one's own as HR has it, are free", async () => {
    expect(await choose({ preferredName: "Left Long" })).toMatchObject({ ok: true });
    expect(await choose({ preferredName: "Ana Lima" })).toMatchObject({ ok: true });
  });

  test("a form opened before somebody changed this is refused and told; other changes are none of its business", async () => {
    const { revision } = await profile();
    await says("hand", { department: "Galley" });
    expect(await choose({ pronouns: "she/her", revision })).toMatchObject({ ok: true });
    await says("import", { timezone: "Europe/Paris" });
    const old = { timezone: "Europe/London", pronouns: "they/them", revision };
    expect(await choose(old)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ code: "stale" }),
        { field: "timezone", code: "changed-meanwhile", values: { now: "Europe/Paris" } },
      ]),
    });
    expect(await kept()).toMatchObject({ timezone: "Europe/Paris", pronouns: "she/her" });
  });
});
