import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { practiceInput } from "../domain/library/own-practice.ts";
import {
  behaviourPage,
  practicesFor,
  practicesPage,
  practiceToChange,
} from "./guide-reads.server.ts";
import { offerPractice } from "./offer-practice.server.ts";
import { savePractice } from "./save-practice.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let elsewhere: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  elsewhere = await createTestOrganisation(db.platform);
});

const BEHAVIOUR = "few-goals";
const german = {
  ...{ name: "Einmal über Deck", cue: "Wenn die Schicht beginnt", action: "Fragen Sie etwas." },
  notice: "Man erzählt Ihnen mehr.",
};
const english = {
  ...{ name: "Walk the deck", cue: "When the shift starts", action: "Ask one question." },
  notice: "People tell you more.",
};
const typed = (form: object = { de: german }) =>
  practiceInput.parse({ direction: "less", ...form });

const offered = (actor: Actor, language = "en", behaviour = BEHAVIOUR) =>
  inOrganisation(db.platform, actor, (tx) => practicesFor(tx, actor, behaviour, language));

async function added(form?: object) {
  const saved = await savePractice(db.platform, home.admin, { behaviour: BEHAVIOUR }, typed(form));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.value.id;
}

describe("an organisation's own practice", () => {
  test("is offered to everybody of the organisation in a language it has, and to nobody elsewhere", async () => {
    const id = await added();
    const own = { key: id, ...german, direction: "less", isOwn: true };
    expect((await offered(home.member(), "de"))?.[0]).toMatchObject({ ...own, inLanguage: null });
    expect((await offered(home.member(), "en"))?.[0]).toMatchObject({ ...own, inLanguage: "de" });
    expect(await offered(elsewhere.admin, "de")).toHaveLength(3);
    expect(await offered(home.member(), "de", "quick-decisions")).toHaveLength(3);
  });

  test("is said in another language later, and keeps its id", async () => {
    const id = await added();
    const target = { id, revision: 1 };
    const saved = await savePractice(
      db.platform,
      home.admin,
      target,
      typed({ de: german, en: english }),
    );
    expect(saved).toMatchObject({ ok: true, value: { id } });
    expect((await offered(home.member(), "en"))?.[0]).toMatchObject({ ...english, key: id });
  });

  test("added twice by one press is one practice", async () => {
    const [one, other] = await Promise.all([added(), added()]);
    expect(one).toBe(other);
    expect(await offered(home.admin)).toHaveLength(4);
  });

  test("of two forms that were opened at once the later is refused, and changes nothing", async () => {
    const id = await added();
    const target = { id, revision: 1 };
    const change = (name: string) =>
      savePractice(db.platform, home.admin, target, typed({ de: { ...german, name } }));
    expect((await change("Erstes")).ok).toBe(true);
    expect(await change("Zweites")).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
    expect((await offered(home.admin, "de"))?.[0]?.name).toBe("Erstes");
  });

  test("with nothing typed changes nothing, and the field is named", async () => {
    const saved = await savePractice(db.platform, home.admin, { behaviour: BEHAVIOUR }, typed({}));
    expect(saved).toMatchObject({ problems: [{ field: "en.name", code: "missing" }, {}, {}, {}] });
    expect(await offered(home.admin)).toHaveLength(3);
  });
});

describe("a practice that is hidden", () => {
  const press = (actor: Actor, practice: string, intent: "hide" | "show" = "hide") =>
    offerPractice(db.platform, actor, BEHAVIOUR, { intent, practice });

  test("is offered to nobody and shown to HR as hidden, until it is offered again", async () => {
    const id = await added();
    for (const key of [id, "one-in-one-out"]) expect((await press(home.admin, key)).ok).toBe(true);
    expect((await press(home.admin, id)).ok).toBe(true);
    expect((await offered(home.member()))?.map(({ key }) => key)).toEqual([
      ...["the-list-by-heart", "a-slot-for-requests"],
    ]);
    expect((await offered(home.admin))?.filter(({ isHidden }) => isHidden)).toHaveLength(2);
    expect(await offered(elsewhere.member())).toHaveLength(3);
    const page = await inOrganisation(db.platform, home.admin, (tx) =>
      practicesPage(tx, home.admin, "en"),
    );
    expect(page?.competencies[0]?.behaviours.find(({ key }) => key === BEHAVIOUR)).toMatchObject({
      ...{ offered: 2, own: 0, hidden: 2 },
    });
    await press(home.admin, id, "show");
    expect(await offered(home.member())).toHaveLength(3);
  });

  test("has to be one of the behaviour", async () => {
    for (const practice of ["two-minute-choice", newId(), "no-such-thing"])
      expect((await press(home.admin, practice)).ok).toBe(false);
  });
});

test("nobody but HR adds, changes, hides, or opens one to change it", async () => {
  const id = await added();
  const limited: Actor = { ...home.admin, role: "unit-admin", units: ["Fleet"], owner: false };
  const analyst: Actor = { ...home.admin, role: "analyst", owner: false };
  for (const actor of [home.member(), limited, analyst, elsewhere.admin]) {
    const change = await savePractice(db.platform, actor, { id, revision: 1 }, typed());
    expect(change).toEqual({ ok: false, reason: "unknown" });
    const opened = inOrganisation(db.platform, actor, (tx) => practiceToChange(tx, actor, id));
    expect(await opened).toBeNull();
    const hide = { intent: "hide" as const, practice: id };
    expect((await offerPractice(db.platform, actor, BEHAVIOUR, hide)).ok).toBe(false);
  }
  for (const actor of [home.member(), limited, analyst]) {
    const add = await savePractice(db.platform, actor, { behaviour: BEHAVIOUR }, typed());
    expect(add.ok).toBe(false);
  }
  expect(await offered(home.member())).toHaveLength(4);
});

test("whoever left reads nothing, and a behaviour that there is not is nothing", async () => {
  const leaver: Actor = { ...home.member(), role: "leaver" };
  const read = (actor: Actor, key: string) =>
    inOrganisation(db.platform, actor, (tx) => behaviourPage(tx, actor, key, "en"));
  expect(await read(home.member(), BEHAVIOUR)).toMatchObject({
    mayKeep: false,
    hat: { tone: "managing" },
  });
  expect(await read(leaver, BEHAVIOUR)).toBeNull();
  expect(await read(home.admin, "no-such-behaviour")).toBeNull();
  expect(await read(home.admin, "__proto__")).toBeNull();
  const page = await inOrganisation(db.platform, leaver, (tx) => practicesPage(tx, leaver, "en"));
  expect(page).toBeNull();
});
