import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginOwnFramework } from "~/features/frameworks/own/begin-own-framework.server.ts";
import { publishOwnFramework } from "~/features/frameworks/own/publish-own-framework.server.ts";
import { ownFramework } from "~/features/frameworks/testing/own-framework.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { personal } from "../personal.server.ts";
import { askingPanel } from "./asking-panel.server.ts";
import { letAsk } from "./let-ask.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let people: Record<"ana" | "bo", string>;
let framework: string;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, home, { ana: {}, bo: {} });
  const begun = await beginOwnFramework(db.platform, home.admin, ownFramework(), "new");
  if (!begun.ok) throw new Error(begun.reason);
  framework = begun.value.id;
  await publishOwnFramework(db.platform, home.admin, { id: framework, revision: 1 });
});

type Intent = Parameters<typeof letAsk>[2]["intent"];
const press = (actor: Actor, intent: Intent, competency = "mooring") =>
  letAsk(db.platform, actor, { intent, framework, competency });

function panel(actor: Actor, of: keyof typeof people) {
  const person = { id: people[of], name: of, email: null, jobTitle: null };
  return inOrganisation(db.platform, actor, (tx) => askingPanel(tx, actor, person));
}

test("colleagues see what somebody may be asked about, by its name and nothing else", async () => {
  const ana = home.member(people.ana);
  expect(await panel(home.member(people.bo), "ana")).toEqual([]);
  expect((await press(ana, "let-ask")).ok).toBe(true);
  expect((await press(ana, "let-ask")).ok).toBe(true);
  const [shown] = await panel(home.member(people.bo), "ana");
  expect(shown?.rows).toEqual([{ line: "Mooring" }]);
  await press(ana, "stop-asking");
  expect(await panel(home.member(people.bo), "ana")).toEqual([]);
});

test("nothing that is not in the framework, by nobody who is not in the directory or has left", async () => {
  const unknown = { ok: false, reason: "unknown" };
  expect(await press(home.member(people.ana), "let-ask", "sailing")).toEqual(unknown);
  expect(await press(home.member(), "let-ask")).toEqual(unknown);
  expect(await press({ ...home.member(people.ana), role: "leaver" }, "let-ask")).toEqual(unknown);
  expect(await panel(home.admin, "ana")).toEqual([]);
});

test("another organisation and whoever left see nothing of it", async () => {
  await press(home.member(people.ana), "let-ask");
  const elsewhere = await createTestOrganisation(db.platform);
  expect(await panel(elsewhere.admin, "ana")).toEqual([]);
  expect(await panel({ ...home.member(people.bo), role: "leaver" }, "ana")).toEqual([]);
});

test("it moves with a merged record, is exported, and goes with whoever is erased", async () => {
  await press(home.member(people.ana), "let-ask");
  await press(home.member(people.bo), "let-ask");
  await press(home.member(people.bo), "let-ask", "pumps");
  type Pair = Parameters<typeof personal.merge.carryOut>[3];
  type Whom = Parameters<typeof personal.erase.carryOut>[3];
  const exported = (of: keyof typeof people) =>
    inOrganisation(db.platform, home, (tx) => personal.export(tx, home, people[of]));
  await inOrganisation(db.platform, home, (tx) =>
    personal.merge.carryOut(db.platform, tx, home.admin, {
      ...{ goes: people.bo, stays: people.ana },
    } as Pair),
  );
  expect(await exported("bo")).toMatchObject({ askMeAbout: [] });
  expect(await exported("ana")).toMatchObject({
    askMeAbout: [{ competency: "Mooring" }, { competency: "Pumps" }],
  });
  await inOrganisation(db.platform, home, (tx) =>
    personal.erase.carryOut(db.platform, tx, home.admin, { personId: people.ana } as Whom),
  );
  expect(await exported("ana")).toMatchObject({ askMeAbout: [] });
});
