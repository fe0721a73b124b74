import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { beginClosing } from "../closing/begin-closing.server.ts";
import { severRound } from "../closing/sever-round.server.ts";
import { declinedUnsaid } from "../domain/decline.ts";
import { personal } from "../personal.server.ts";
import { tellProgress } from "../progress/tell-progress.server.ts";
import { pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { invitedPeople, openInvitationsOf, peopleAskedIn } from "../reads/asked-reads.server.ts";
import { selfClosingRounds } from "../reads/due-round-reads.server.ts";
import { ownRequests } from "../reads/rater-reads.server.ts";
import { openRounds, workLeft } from "../reminders/work-left-reads.server.ts";
import { answer, required } from "../testing/answering.ts";
import { type CollectingRound, collectingRound } from "../testing/round.ts";
import { questionnaireFor } from "./answer.server.ts";
import { answerAfterAll, declineRequest, requestToDecline } from "./decline-request.server.ts";
import { forgetAnswers } from "./forgotten-answers-store.server.ts";
import { offerHandOver, takeOver } from "./hand-over.server.ts";
import { responsesAboutNobody } from "./response-store.server.ts";
import { shuffleAnswers } from "./shuffle-answers.server.ts";

let db: TestDatabase;
let organisation: TestOrganisation;
let ann: string;
let ben: string;
let instrumentId: string;
let round: CollectingRound;

beforeAll(async () => {
  db = await createTestDatabase();
  organisation = await createTestOrganisation(db.platform);
  const people = await createPeople(db.platform, organisation, { ann: {}, ben: {} });
  ann = people.ann;
  ben = people.ben;
  [instrumentId = ""] = await inOrganisation(db.platform, organisation, (tx) =>
    installBuiltIn(db.platform, tx, organisation),
  );
});
beforeEach(async () => {
  const asked = { instrumentId, lists: [], aboutNobody: [ann, ben] };
  round = await collectingRound(db.platform, organisation, asked);
});
afterAll(() => db.close());

const keyOf = ({ roundId }: CollectingRound = round) => ({
  organisationId: organisation.organisationId,
  id: roundId,
});
const elsewhere = (personId: string) => ({ ...round.rater(personId), device: "another device" });
const listOf = (rater: ReturnType<typeof round.rater>) =>
  inOrganisation(db.platform, rater, (tx) => ownRequests(tx, rater, db.platform.secret));
const counted = (of = round) =>
  inOrganisation(db.platform, organisation, (tx) => responsesAboutNobody(tx, keyOf(of)));
const given = async (of = round) => (await counted(of)).map(({ ratings }) => ratings[0]).toSorted();
const left = () =>
  inOrganisation(db.platform, organisation, async (tx) => {
    const { secret, clock } = db.platform;
    const rounds = (await openRounds(tx, organisation)).filter(({ id }) => id === round.roundId);
    return [...(await workLeft(tx, organisation, secret, rounds, clock.now())).keys()].toSorted();
  });

test("what is about nobody is listed by the name of its round, and as nobody's colleague", async () => {
  expect(await listOf(round.rater(ann))).toMatchObject([
    {
      ...{ roundName: "A round", subjectId: null, subjectName: null, relationship: null },
      ...{ state: "invited", requestState: "invited", subjectWithdrawn: false },
    },
  ]);
});

test("what was answered is stored under nobody's name, and counts once", async () => {
  const request = await round.requestOf(ann, null);
  await answer(db.platform, round.rater(ann), request, { ratings: [1] });
  await answer(db.platform, round.rater(ben), await round.requestOf(ben, null), { ratings: [2] });
  await answer(db.platform, elsewhere(ann), request, { ratings: [0] });
  expect(await given()).toEqual([0, 2]);
  const { rows } = await db.owner.query(
    "SELECT subject_id, relationship FROM response WHERE round_id = $1",
    [round.roundId],
  );
  expect(rows).toEqual(Array(2).fill({ subject_id: null, relationship: null }));
});

test("it is shown again where it was written, and a link alone says nothing of it elsewhere", async () => {
  const request = await round.requestOf(ann, null);
  await answer(db.platform, round.rater(ann), request, { ratings: [1] });
  expect(await listOf(round.rater(ann))).toMatchObject([{ state: "done" }]);
  expect(await listOf(elsewhere(ann))).toMatchObject([{ state: "invited", dealt: 0 }]);
  const read = async (rater = round.rater(ann)) => {
    const found = await questionnaireFor(db.platform, rater, request);
    required(found);
    return found.value.answers.ratings[0];
  };
  expect(await read()).toBe(1);
  expect(await read(elsewhere(ann))).toBeNull();
  const offered = await offerHandOver(db.platform, round.rater(ann), request);
  required(offered);
  expect(offered.value).toMatchObject({ name: "A round", relationship: null });
  required(await takeOver(db.platform, elsewhere(ann), request, offered.value.code ?? ""));
  expect(await read(elsewhere(ann))).toBe(1);
});

test("nobody answers what somebody else is asked", async () => {
  const request = await round.requestOf(ann, null);
  expect(await questionnaireFor(db.platform, round.rater(ben), request)).toEqual({
    ...{ ok: false, reason: "unknown" },
  });
  expect(await requestToDecline(db.platform, round.rater(ben), request)).toBeNull();
});

test("two rounds about nobody keep answers apart, and nothing tells that they are by the same hand", async () => {
  const asked = { instrumentId, lists: [], aboutNobody: [ann] };
  const other = await collectingRound(db.platform, organisation, asked);
  await answer(db.platform, round.rater(ann), await round.requestOf(ann, null), { ratings: [1] });
  expect(await given(other)).toEqual([]);
  await answer(db.platform, other.rater(ann), await other.requestOf(ann, null), { ratings: [2] });
  expect([await given(), await given(other)]).toEqual([[1], [2]]);
  const [here] = await counted();
  const [there] = await counted(other);
  expect(here?.pseudonym.equals(there?.pseudonym ?? Buffer.alloc(0))).toBe(false);
});

test("who declines is asked nothing more, without a word to anybody, until they take it up again", async () => {
  const request = await round.requestOf(ann, null);
  await answer(db.platform, round.rater(ann), request, { ratings: [1] });
  const records = async () =>
    (await db.owner.query("SELECT count(*)::int AS n FROM audit_record")).rows[0].n;
  const before = await records();
  required(await declineRequest(db.platform, round.rater(ann), request, declinedUnsaid));
  expect(await given()).toEqual([]);
  expect(await left()).toEqual([ben]);
  required(await answerAfterAll(db.platform, round.rater(ann), request));
  expect(await left()).toEqual([ann, ben].toSorted());
  expect(await records()).toBe(before);
});

test("who has something left is found by what was last told", async () => {
  await answer(db.platform, round.rater(ann), await round.requestOf(ann, null), { ratings: [1] });
  expect(await left()).toEqual([ann, ben].toSorted());
  await tellProgress(db.platform, organisation);
  await shuffleAnswers(db.platform, organisation);
  expect(await left()).toEqual([ben]);
});

test("all who are asked are invited, and may be sent their link again", async () => {
  const everyone = [ann, ben].toSorted();
  await inOrganisation(db.platform, organisation, async (tx) => {
    expect((await peopleAskedIn(tx, organisation, round.roundId)).toSorted()).toEqual(everyone);
    expect((await invitedPeople(tx, keyOf())).toSorted()).toEqual(everyone);
    const open = await openInvitationsOf(tx, organisation, everyone);
    const here = open.filter((each) => each.round.id === round.roundId);
    expect(here.map(({ personId }) => personId).toSorted()).toEqual(everyone);
  });
});

test("who is erased leaves no answer, and whose it was no export says", async () => {
  await answer(db.platform, round.rater(ann), await round.requestOf(ann, null), { ratings: [1] });
  await inOrganisation(db.platform, organisation, async (tx) => {
    const exported = await personal.export(tx, organisation, ann);
    const asked = exported.asked as { round: string; about: unknown; as: unknown }[];
    expect(asked.at(-1)).toEqual({ round: "A round", about: null, as: null });
    await forgetAnswers(tx, db.platform.secret, {
      ...{ organisationId: organisation.organisationId, roundId: round.roundId },
      ...{ subjectId: null, personId: ann },
    });
  });
  expect(await given()).toEqual([]);
});

test("closing counts who was asked and answered; once it is severed, nothing is left of answers", async () => {
  await answer(db.platform, round.rater(ann), await round.requestOf(ann, null), { ratings: [1] });
  await inOrganisation(db.platform, organisation, async (tx) => {
    const pseudonym = await pseudonymsIn(tx, keyOf(), db.platform.secret);
    const mine = pseudonym?.({ personId: ann, subjectId: null });
    const [only] = await responsesAboutNobody(tx, keyOf());
    expect(mine && only?.pseudonym.equals(mine)).toBe(true);
    const now = db.platform.clock.now();
    await beginClosing(tx, keyOf(), {
      scoresAt: now,
      total: 1,
      requestedBy: "hr",
      requestedAt: now,
    });
    await severRound(db.platform, tx, keyOf(), []);
  });
  const { rows } = await db.owner.query(
    `SELECT (SELECT count(*) FROM response WHERE round_id = $1)::int AS responses,
            (SELECT count(*) FROM round_secret WHERE round_id = $1)::int AS keys,
            (SELECT count(*) FROM invitation WHERE round_id = $1)::int AS links, invited, answered
       FROM closure WHERE round_id = $1`,
    [round.roundId],
  );
  expect(rows).toEqual([{ responses: 0, keys: 0, links: 0, invited: 2, answered: 1 }]);
});

test("a round about nobody closes in the zones of those it asks", async () => {
  await db.owner.query("UPDATE round SET closes_itself = true WHERE id = $1", [round.roundId]);
  await db.owner.query("UPDATE person SET timezone = 'Pacific/Kiritimati' WHERE id = $1", [ben]);
  const found = await inOrganisation(db.platform, organisation, (tx) =>
    selfClosingRounds(tx, organisation, "feedback"),
  );
  expect(found.find(({ id }) => id === round.roundId)?.zones).toContain("Pacific/Kiritimati");
});
