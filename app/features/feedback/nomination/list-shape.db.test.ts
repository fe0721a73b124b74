import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { requestById } from "~/features/rounds/reads/rater-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { replaceRater } from "../lists/replace-rater.server.ts";
import { participantPage } from "../running/participant-page.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { copyCycle } from "../setup/copy-cycle.server.ts";
import { setupPage } from "../setup/setup-page.server.ts";
import { accepted, draftCycle, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { addExternalRater } from "./add-external-rater.server.ts";
import { approveNomination } from "./approve-nomination.server.ts";
import { approveOverdueNominations } from "./approve-overdue-nominations.server.ts";
import { removeRater, submitNomination } from "./choose-raters.server.ts";
import { nominationPage } from "./nomination-page.server.ts";
import { openNominations } from "./open-nominations.server.ts";
import { returnNomination } from "./return-nomination.server.ts";
import { reviewLookAlikes } from "./review-look-alikes.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;
let participantId: string;
let lead: Actor;
let boss: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  const ids = accepted(
    await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
  );
  participantId = ids.get(house.people.lead)!;
  lead = house.member(house.people.lead);
  boss = house.member(house.people.boss);
});
afterAll(() => db.close());

const rulesAre = (text: string) =>
  db.owner.query(`UPDATE cycle SET ${text} WHERE round_id = $1`, [cycleId]);
const open = async () => accepted(await openNominations(db.platform, house.admin, cycleId));
const choice = async (id = participantId) =>
  (await inOrganisation(db.platform, house, (tx) => raterChoice(tx, house.admin, id)))!;
const shape = async () => (await choice()).list;
const page = (actor: Actor) =>
  nominationPage(db.platform, actor, participantId, { search: "", instead: "" });
const raterId = async (personId: string) =>
  (await choice()).raters.find((each) => each.personId === personId)!.id;
const takeOff = async (actor: Actor, personId: string) =>
  required(await removeRater(db.platform, actor, participantId, await raterId(personId)));
const bring = async (actor: Actor, name: string, address: string) =>
  required(await addExternalRater(db.platform, actor, participantId, { name, address }));
const handIn = async (actor = lead) =>
  required(await submitNomination(db.platform, actor, participantId));

describe("whose a list is", () => {
  test("HR and the org tree give it; the participant shapes it by any change; a second person agrees", async () => {
    const { peer1, peer2, report4 } = house.people;
    await rulesAre("approved_by = 'manager'");
    await takeOff(house.admin, peer2);
    expect(await shape()).toBe("given");
    await open();
    await takeOff(lead, peer1);
    expect(await shape()).toBe("shaped");
    await handIn();
    expect((await page(boss))?.minimum).toEqual({ needed: 4, agreed: 3, shaped: 4 });
    required(await approveNomination(db.platform, boss, participantId));
    expect(await shape()).toBe("agreed");
    required(
      await returnNomination(db.platform, house.admin, participantId, { note: "Once more" }),
    );
    expect(await shape(), "as it is, it was agreed to").toBe("agreed");
    required(
      await addRater(db.platform, lead, participantId, {
        personId: report4,
        relationship: "direct_report",
      }),
    );
    expect(await shape()).toBe("shaped");
  });

  test("approved by the clock, nobody has agreed", async () => {
    await rulesAre("approved_by = 'manager', approve_after_days = 2");
    await open();
    await takeOff(lead, house.people.peer1);
    await handIn();
    db.platform.clock.set(new Date("2026-03-05T12:00:00Z"));
    expect(await approveOverdueNominations(db.platform, house)).toBe(1);
    db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
    expect(await choice()).toMatchObject({ nomination: "approved", list: "shaped" });
  });

  test("nobody agrees to a list of their own, whatever else they are", async () => {
    await rulesAre("approved_by = 'hr'");
    await open();
    const self: Actor = { ...house.admin, personId: house.people.lead };
    await takeOff(self, house.people.peer1);
    await handIn(self);
    expect(await approveNomination(db.platform, self, participantId)).toEqual({
      ok: false,
      reason: "not-now",
    });
    expect((await page(self))?.judging).toBeNull();
    required(await approveNomination(db.platform, house.admin, participantId));
    expect(await shape()).toBe("agreed");
  });

  test("what someone stands in for after the launch nobody has agreed to: raters are promised more from then on, never less", async () => {
    const { peer1, peer2, report4 } = house.people;
    await rulesAre("approved_by = 'manager'");
    await open();
    await takeOff(lead, house.people.peer3);
    await handIn();
    required(await approveNomination(db.platform, boss, participantId));
    accepted(await launchCycle(db.platform, house.admin, cycleId));
    const request = async (personId: string) => {
      const rater = {
        organisationId: house.organisationId,
        personId,
        roundId: cycleId,
        device: "d",
      };
      const id = await raterId(personId);
      return {
        rater,
        found: await inOrganisation(db.platform, house, (tx) => requestById(tx, rater, id)),
      };
    };
    const { rater, found } = await request(peer2);
    expect(found?.policy.minimum).toBe(3);
    required(await declineRequest(db.platform, rater, found!.id, { reason: "contact", text: "" }));
    required(await replaceRater(db.platform, lead, participantId, await raterId(peer2), report4));
    expect(await shape()).toBe("shaped");
    expect((await request(peer1)).found?.policy.minimum).toBe(4);
  });

  test("a copy keeps who brought whom and whose the lists are, as long as it asks the same people", async () => {
    await open();
    await bring(lead, "Kit Ahn", "kit@client.test");
    await bring(house.admin, "Sam Poe", "sam@client.test");
    const copy = async (raters: "suggested" | "last-time") => {
      const { id } = accepted(
        await copyCycle(db.platform, house.admin, cycleId, { name: "Again", raters }),
      );
      const { rows } = await db.owner.query<{ id: string }>(
        "SELECT id FROM subject WHERE round_id = $1",
        [id],
      );
      return choice(rows[0]!.id);
    };
    const again = await copy("last-time");
    expect(again.list).toBe("shaped");
    expect(
      again.raters
        .filter(({ relationship }) => relationship === "outside")
        .map(({ name, byParticipant, counts }) => [name, byParticipant, counts]),
    ).toEqual([
      ["Kit Ahn", true, false],
      ["Sam Poe", false, true],
    ]);
    expect((await copy("suggested")).list).toBe("given");
  });
});

describe("what is looked at before a list is agreed to", () => {
  test("who agrees sees whom the participant took off or moved, and who looks like somebody else; the participant does not", async () => {
    const { peer1, peer2 } = house.people;
    await rulesAre("approved_by = 'manager'");
    await open();
    await takeOff(lead, peer1);
    await takeOff(lead, peer2);
    required(
      await addRater(db.platform, lead, participantId, { personId: peer2, relationship: "other" }),
    );
    await bring(lead, "An Other", "peer3+360@house.test");
    await bring(lead, "Kit Ahn", "kit@client.test");
    await handIn();
    for (const actor of [boss, house.admin]) {
      const judging = (await page(actor))?.judging;
      expect(judging?.takenOff).toMatchObject([
        { name: "peer1", relationship: "peer", backAs: null },
        { name: "peer2", relationship: "peer", backAs: "other" },
      ]);
      expect(
        Object.values(judging?.lookAlikes ?? {}).map(({ likeness, of }) => [likeness, of.name]),
      ).toEqual([["mailbox", "peer3"]]);
    }
    expect((await page(lead))?.judging).toBeNull();
    accepted(await launchCycle(db.platform, house.admin, cycleId));
    const { rows } = await db.owner.query("SELECT 1 FROM taken_off WHERE participant_id = $1", [
      participantId,
    ]);
    expect(rows).toEqual([]);
  });

  test("whom the participant had added themselves and took off again is nobody's concern", async () => {
    await open();
    await bring(lead, "Kit Ahn", "kit@client.test");
    const kit = (await choice()).raters.find((each) => each.relationship === "outside")!;
    await takeOff(lead, kit.personId);
    expect((await page(house.admin))?.judging?.takenOff).toEqual([]);
  });

  test("HR sees before the launch what counts, what looks alike and whose lists nobody agreed to", async () => {
    await open();
    await bring(lead, "Lee One", "lee+1@client.test");
    await bring(lead, "Lee Two", "lee+2@client.test");
    await bring(lead, "Lead", "lead@elsewhere.test");
    const facts = await setupPage(db.platform, house.admin, cycleId);
    expect(facts?.counts).toMatchObject({ shaped: 1, withOwnOutsiders: 1, withSmallGroups: 1 });
    const found = await reviewLookAlikes(db.platform, house.admin, cycleId);
    expect(
      found.map(({ participant, who, likeness, of }) => [
        participant.name,
        who.address,
        likeness,
        of.address,
      ]),
    ).toEqual([
      ["lead", "lead@elsewhere.test", "elsewhere", "lead@house.test"],
      ["lead", "lee+1@client.test", "mailbox", "lee+2@client.test"],
      ["lead", "lee+2@client.test", "mailbox", "lee+1@client.test"],
    ]);
    expect(await setupPage(db.platform, lead, cycleId)).toBeNull();
    expect(await reviewLookAlikes(db.platform, lead, cycleId)).toEqual([]);
  });

  test("HR sees in a running round what does not count and why", async () => {
    await open();
    await bring(lead, "Lee One", "lee+1@client.test");
    await bring(lead, "Lee Two", "lee+2@client.test");
    accepted(await launchCycle(db.platform, house.admin, cycleId));
    await db.owner.query("UPDATE person SET employee_id = 'E1' WHERE id = $1", [
      house.people.peer1,
    ]);
    required(
      await importPeopleFile(db.platform, house.admin, {
        content: Buffer.from("Name,Employee ID,Email\npeer1,E1,other@house.test\n"),
        dateOrder: null,
        emptyCells: "keep",
        store: true,
      }),
    );
    const found = await participantPage(db.platform, house.admin, {
      cycleId,
      participantId,
      search: "",
    });
    expect(found?.counting).toMatchObject({
      brought: 2,
      readdressed: 1,
      minimum: { needed: 4, agreed: 3 },
      lookAlikes: [{ who: "Lee One, lee+1@client.test" }, { who: "Lee Two, lee+2@client.test" }],
    });
  });
});
