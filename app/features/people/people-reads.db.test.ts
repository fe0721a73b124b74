import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { activePeople, countActivePeople, peopleByIds } from "./colleague-reads.server.ts";
import { readDirectory, readEverybody, readWholeDirectory } from "./directory-reads.server.ts";
import { recogniseHeaders } from "./domain/columns/recognise-headers.ts";
import { readDirectoryQuery } from "./domain/directory-query.ts";
import { EXPORT_FIELDS } from "./domain/export-rows.ts";
import { readOrgTree, readPersonPage } from "./person-reads.server.ts";
import { createPeople } from "./testing/people.ts";

let db: TestDatabase;
let organisation: TestOrganisation;
let ids: Record<"ana" | "ase" | "bo" | "cy" | "zoe" | "old", string>;

beforeAll(async () => {
  db = await createTestDatabase();
  organisation = await createTestOrganisation(db.platform);
  ids = await createPeople(db.platform, organisation, {
    zoe: { name: "Zoë Lima", jobTitle: "Captain", department: "Deck", country: "Norway" },
    ana: { name: "Ana 100%", employeeId: "7", department: "Engine", manager: "zoe" },
    ase: { name: "Åse Berg", familyName: "Berg", preferredName: "Ås", manager: "zoe" },
    bo: { name: "Bo Chen", email: "bo@x.org", jobTitle: "Cook", manager: "ana" },
    cy: { name: "Cy Okafor", startDate: "2020-02-29", manager: "old" },
    old: { name: "Old Hand", status: "inactive", manager: "zoe" },
  });
  const other = await createTestOrganisation(db.platform, "Other");
  await createPeople(db.platform, other, { spy: { name: "Bo Spy", department: "Secrets" } });
});
afterAll(() => db.close());

async function names(parameters: string, actor = organisation.admin): Promise<string[]> {
  const query = readDirectoryQuery(new URLSearchParams(parameters));
  const { people, total } = await readDirectory(db.platform, actor, query);
  expect(total).toBeGreaterThanOrEqual(people.length);
  expect(await readWholeDirectory(db.platform, actor, query)).toEqual(people);
  return people.map(({ name }) => name);
}

test("the directory lists active people by the name others know them by", async () => {
  expect(await names("")).toEqual(["Ana 100%", "Ås Berg", "Bo Chen", "Cy Okafor", "Zoë Lima"]);
  expect(await names("descending=yes")).toEqual((await names("")).toReversed());
});

test("by the name others know them by, as the reader's language sorts", async () => {
  const house = await createTestOrganisation(db.platform, "Nord");
  const own = await createPeople(db.platform, house, {
    a: { name: "Zacharias Berg", preferredName: "Anton", familyName: "Berg" },
    b: { name: "Åke Ö", manager: "d" },
    c: { name: "Bo", preferredName: "Bo  Zed", manager: "a" },
    d: { name: "Ärla Ny", preferredName: "", familyName: "Ny", language: "sv" },
    e: { name: "Zoë", preferredName: "Zz" },
  });
  const sorted = async (parameters: string, wishes: string[], personId: string | null = null) => {
    const query = readDirectoryQuery(new URLSearchParams(parameters));
    const { people } = await readDirectory(
      db.platform,
      { ...house.admin, personId },
      query,
      wishes,
    );
    return people.map(({ name }) => name);
  };
  const english = ["Åke Ö", "Anton Berg", "Ärla Ny", "Bo  Zed", "Zoë"];
  const swedish = ["Anton Berg", "Bo  Zed", "Zoë", "Åke Ö", "Ärla Ny"];
  expect(await sorted("", [])).toEqual(english);
  expect(await sorted("", ["nonsense-", "*", "sv-SE", "en"])).toEqual(swedish);
  expect(await sorted("", ["en"], own.d), "what their record says comes first").toEqual(swedish);
  expect((await sorted("sort=manager", ["en"])).slice(0, 2)).toEqual(["Bo  Zed", "Åke Ö"]);
  const tree = await readOrgTree(db.platform, house.admin, null, ["sv"]);
  expect(tree?.roots.map(({ person }) => person.name)).toEqual(["Anton Berg", "Zoë", "Ärla Ny"]);
});

test("everything is everybody's every field, with headings that an import knows, for HR alone", async () => {
  const all = await inOrganisation(db.platform, organisation, (tx) =>
    readEverybody(tx, organisation.admin, []),
  );
  expect(all?.map(({ name }) => name)).toEqual([
    ...["Ana 100%", "Åse Berg", "Bo Chen", "Cy Okafor", "Old Hand", "Zoë Lima"],
  ]);
  expect(all?.find(({ name }) => name === "Bo Chen")).toMatchObject({
    ...{ manager: "Ana 100%", managerId: "7", managerEmail: null, status: "active" },
  });
  expect(
    await inOrganisation(db.platform, organisation, (tx) =>
      readEverybody(tx, organisation.member(), []),
    ),
  ).toBeNull();
  const headings = EXPORT_FIELDS.map((field) => texts.t(`people:fields.${field}`));
  expect(recogniseHeaders(headings)).toEqual(EXPORT_FIELDS);
});

test("searches by every word, in any column shown, taking signs as they are", async () => {
  expect(await names("q=chen+COOK")).toEqual(["Bo Chen"]);
  expect(await names("q=bo@x")).toEqual(["Bo Chen"]);
  expect(await names("q=100%25")).toEqual(["Ana 100%"]);
  expect(await names("q=_")).toEqual([]);
  expect(await names("q=zoë")).toEqual(["Zoë Lima"]);
});

test("narrows down and sorts, with the unknown last", async () => {
  expect(await names("department=Deck")).toEqual(["Zoë Lima"]);
  expect(await names("country=Norway&department=Engine")).toEqual([]);
  expect((await names("sort=jobTitle")).slice(0, 2)).toEqual(["Zoë Lima", "Bo Chen"]);
  expect((await names("sort=manager")).at(0)).toBe("Bo Chen");
  expect((await names("sort=jobTitle&descending=yes")).slice(0, 2)).toEqual([
    "Bo Chen",
    "Zoë Lima",
  ]);
});

test("pages are counted from one and empty past the end", async () => {
  const query = readDirectoryQuery(new URLSearchParams("page=2"));
  const page = await readDirectory(db.platform, organisation.admin, query);
  expect([page.people, page.total]).toEqual([[], 5]);
  expect([page.departments, page.countries]).toEqual([["Deck", "Engine"], ["Norway"]]);
});

test("inactive people are for admins only, wherever one looks", async () => {
  const member = organisation.member(ids.bo);
  expect(await names("status=inactive")).toEqual(["Old Hand"]);
  expect(await names("status=inactive", member)).toEqual([]);
  expect(await readPersonPage(db.platform, member, ids.old)).toBeNull();
  expect((await readPersonPage(db.platform, organisation.admin, ids.old))?.status).toBe("inactive");
  expect((await readPersonPage(db.platform, member, ids.cy))?.path).toEqual([]);
  const managerOfCy = async (actor: typeof member) => {
    const query = readDirectoryQuery(new URLSearchParams("q=cy"));
    return (await readDirectory(db.platform, actor, query)).people[0]?.managerName;
  };
  expect(await managerOfCy(organisation.admin)).toBe("Old Hand");
  expect(await managerOfCy(member)).toBeNull();
});

test("a person's page shows the line above and the team below", async () => {
  const page = await readPersonPage(db.platform, organisation.member(), ids.bo);
  expect(page?.path.map(({ name }) => name)).toEqual(["Zoë Lima", "Ana 100%"]);
  const zoe = await readPersonPage(db.platform, organisation.member(), ids.zoe);
  expect(zoe?.reports.map(({ name }) => name)).toEqual(["Ana 100%", "Ås Berg"]);
  const ase = await readPersonPage(db.platform, organisation.member(), ids.ase);
  expect([ase?.name, ase?.fullName]).toEqual(["Ås Berg", "Åse Berg"]);
});

test("terms of employment are shown to admins and to the person", async () => {
  const seenBy = async (actor: typeof organisation.admin) =>
    (await readPersonPage(db.platform, actor, ids.cy))?.employment?.startDate;
  expect(await seenBy(organisation.admin)).toBe("2020-02-29");
  expect(await seenBy(organisation.member(ids.cy))).toBe("2020-02-29");
  expect(await seenBy(organisation.member(ids.bo))).toBeUndefined();
});

test("people of other organisations and ids that are none are nobody", async () => {
  const other = await createTestOrganisation(db.platform, "Third");
  expect(await readPersonPage(db.platform, other.admin, ids.ana)).toBeNull();
  expect(await readPersonPage(db.platform, organisation.admin, "1 OR 1=1")).toBeNull();
  expect(await readOrgTree(db.platform, other.admin, ids.ana)).toBeNull();
});

test("the org tree holds active people; whose manager has left stands at the top", async () => {
  const tree = await readOrgTree(db.platform, organisation.member(), null);
  expect(tree?.roots.map(({ person, below }) => [person.name, below])).toEqual([
    ["Cy Okafor", 0],
    ["Zoë Lima", 3],
  ]);
  const part = await readOrgTree(db.platform, organisation.member(), ids.bo);
  expect(part?.path.map(({ name }) => name)).toEqual(["Zoë Lima", "Ana 100%"]);
});

test("other features find active people, and anybody by id", async () => {
  const namesOf = (people: { name: string }[]) => people.map(({ name }) => name);
  await inOrganisation(db.platform, organisation, async (tx) => {
    expect(await activePeople(tx, organisation)).toHaveLength(5);
    expect(await countActivePeople(tx, organisation)).toBe(5);
    expect(namesOf(await peopleByIds(tx, organisation, [ids.old, ids.bo]))).toEqual([
      "Bo Chen",
      "Old Hand",
    ]);
    expect(await peopleByIds(tx, organisation, [])).toEqual([]);
  });
});
