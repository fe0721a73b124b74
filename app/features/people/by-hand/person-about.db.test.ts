import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { createPeople } from "../testing/people.ts";
import { readPersonAbout } from "./person-about.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo" | "cy" | "guest", string>;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", email: "ana@x.org", employeeId: "1", status: "inactive" },
    bo: { name: "Bo Chen", email: "bo@x.org", employeeId: "2", manager: "ana" },
    cy: { name: "Cy Okafor", employeeId: "3", manager: "bo" },
    guest: { name: "A Guest", email: "guest@y.org", external: true },
  });
});
afterAll(() => db.close());

test("beside a change it says who somebody is, to whom they report and how many report to them", async () => {
  expect(await readPersonAbout(db.platform, house.admin, people.bo)).toMatchObject({
    ...{ id: people.bo, name: "Bo Chen", email: "bo@x.org", employeeId: "2", status: "active" },
    manager: { id: people.ana, name: "Ana Lima" },
    team: 1,
  });
  expect(await readPersonAbout(db.platform, house.admin, people.ana)).toMatchObject({
    ...{ status: "inactive", manager: null },
  });
});

test("to HR of their organisation alone, and of nobody from outside", async () => {
  expect(await readPersonAbout(db.platform, house.member(people.bo), people.bo)).toBeNull();
  const elsewhere = await createTestOrganisation(db.platform);
  expect(await readPersonAbout(db.platform, elsewhere.admin, people.bo)).toBeNull();
  expect(await readPersonAbout(db.platform, house.admin, people.guest)).toBeNull();
  expect(await readPersonAbout(db.platform, house.admin, newId())).toBeNull();
  expect(await readPersonAbout(db.platform, house.admin, "no-id")).toBeNull();
});
