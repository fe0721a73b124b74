import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commentHints } from "~/features/questionnaires/answering/comment-hints.server.ts";
import { fieldsOf, readSeen, writeSeen } from "~/features/questionnaires/domain/seen.ts";
import {
  questionnaireFor,
  saveAnswers,
  submitAnswers,
} from "~/features/rounds/answering/answer.server.ts";
import { likelyWritingOf } from "~/features/rounds/answering/likely-writing.server.ts";
import type { RaterActor } from "~/features/rounds/domain/rater.ts";
import { standingOf } from "~/features/rounds/domain/standing.ts";
import { ownRequests, requestById } from "~/features/rounds/reads/rater-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { storedAnswers } from "../testing/snapshot.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let rater: RaterActor;
let requestId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  rater = cycle.rater(house.people.peer1);
  requestId = await cycle.requestOf(house.people.peer1);
});
afterAll(() => db.close());

type Fields = [string, string][];
const save = (fields: Fields, seen?: ReadonlyMap<string, string>) =>
  saveAnswers(db.platform, rater, requestId, fields, seen);
const answers = async () => accepted(await questionnaireFor(db.platform, rater, requestId)).answers;

test.each([
  ["paused", "UPDATE round SET paused = true WHERE id = $1"],
  ["withdrawn", "UPDATE request SET state = 'withdrawn' WHERE round_id = $1"],
  ["withdrawn", "UPDATE subject SET withdrawn = true WHERE round_id = $1"],
  ["declined", "UPDATE request SET state = 'declined' WHERE round_id = $1"],
  ["not-open", "UPDATE request SET state = 'chosen' WHERE round_id = $1"],
  ["closed", "UPDATE request SET state = 'ended' WHERE round_id = $1"],
  ["closed", "UPDATE round SET state = 'closing' WHERE id = $1"],
  ["closed", "DELETE FROM round_secret WHERE round_id = $1"],
])("%s: answers are refused, said why, and nothing changes (%s)", async (reason, change) => {
  accepted(await save([["item-0", "1"]]));
  await db.owner.query(change, [cycle.cycleId]);
  const before = await storedAnswers(db.owner, cycle.cycleId);
  expect(await save([["item-0", "2"]])).toEqual({ ok: false, reason });
  expect(await submitAnswers(db.platform, rater, requestId, true)).toEqual({ ok: false, reason });
  expect(await storedAnswers(db.owner, cycle.cycleId)).toEqual(before);
});

test("the list tells where each request stands, and how much of it is done", async () => {
  accepted(
    await save([
      ["item-0", "1"],
      ["item-1", "none"],
    ]),
  );
  const look = async () => {
    const [request] = await inOrganisation(db.platform, rater, (tx) =>
      ownRequests(tx, rater, db.platform.secret),
    );
    return request && [standingOf(request, "2026-03-02"), request.state, request.dealt];
  };
  expect(await look()).toEqual(["open", "started", 2]);
  await db.owner.query("UPDATE round SET paused = true WHERE id = $1", [cycle.cycleId]);
  expect(await look()).toEqual(["paused", "started", 2]);
  await db.owner.query("UPDATE request SET state = 'declined' WHERE id = $1", [requestId]);
  expect((await look())?.[0]).toBe("declined");
  await db.owner.query("UPDATE request SET state = 'chosen' WHERE id = $1", [requestId]);
  expect(await look()).toBeUndefined();
});

test("a page opened earlier undoes nothing, and hands back words that it writes over", async () => {
  accepted(
    await save([
      ["item-0", "1"],
      ["comment-keep", "First"],
    ]),
  );
  const seen = readSeen(writeSeen(fieldsOf(await answers())));
  accepted(
    await save([
      ["item-0", "-1"],
      ["comment-keep", "By the other tab"],
    ]),
  );
  const saved = accepted(
    await save(
      [
        ["item-0", "1"],
        ["item-1", "2"],
        ["comment-keep", "By this tab"],
        ["to", "x"],
      ],
      seen,
    ),
  );
  expect(saved.changed).toEqual(["item-1", "comment-keep"]);
  expect([...saved.replaced]).toEqual([["comment-keep", "By the other tab"]]);
  expect(saved.revision).toBe(saved.revisionBefore + 1);
  expect((await answers()).ratings.slice(0, 2)).toEqual([-1, 2]);
  expect((await answers()).comments.keep).toBe("By this tab");
});

test("a form that changes nothing leaves the revision alone", async () => {
  accepted(await save([["item-0", "1"]]));
  const seen = readSeen(writeSeen(fieldsOf(await answers())));
  const { revision, revisionBefore } = accepted(await save([["item-0", "1"]], seen));
  expect(revision).toBe(revisionBefore);
});

test("sending twice keeps one response and says yes both times", async () => {
  accepted(await save([["item-0", "1"]]));
  required(await submitAnswers(db.platform, rater, requestId, true));
  required(await submitAnswers(db.platform, rater, requestId, false));
});

test("hints name colleagues, never the person the comment is about, and nobody of another organisation", async () => {
  const hints = (
    keep: string,
    participantName: string,
    scope = house as { organisationId: string },
  ) =>
    inOrganisation(db.platform, scope, (tx) =>
      commentHints(
        db.platform,
        tx,
        scope,
        { keep, more: " " },
        { participantName, language: "en", writing: null },
      ),
    );
  await db.owner.query("UPDATE person SET name = 'Ottoline Quist' WHERE id = $1", [
    house.people.peer2,
  ]);
  await db.owner.query("UPDATE person SET name = 'Wenceslas Zorn' WHERE id = $1", [
    house.people.lead,
  ]);
  const text = "Wenceslas helped Ottoline a lot";
  expect(await hints(text, "Wenceslas Zorn")).toEqual({
    keep: [{ kind: "name", found: "Ottoline" }],
  });
  const other = await createHouse(db.platform);
  expect(await hints(text, "Someone Else", other)).toEqual({});
});

test("whoever writes in a language or script that few others have is told before sending; nothing of it comes from answers", async () => {
  const { peer1, peer2, peer3, peer4, boss, lead } = house.people;
  const hints = (personId: string, keep: string) =>
    inOrganisation(db.platform, house, async (tx) => {
      const actor = cycle.rater(personId);
      const id = await cycle.requestOf(personId);
      const request = (await requestById(tx, actor, id))!;
      const writing = await likelyWritingOf(tx, actor, request, "en");
      const about = { participantName: "lead", language: "de", writing };
      return (await commentHints(db.platform, tx, actor, { keep }, about)).keep ?? [];
    });
  const german = "Sie hört zu und entscheidet dann; davon habe ich viel gelernt.";
  const english = "She listens, and then she decides; I have learned a lot from that.";
  expect(await hints(peer1, german)).toEqual([{ kind: "language", found: "Deutsch" }]);
  expect(await hints(peer1, english)).toEqual([]);
  expect(await hints(peer1, "Она слушает")).toEqual([{ kind: "script", found: "Она слушает" }]);
  // What others sent changes nothing; what the directory says of them does.
  await answer(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2), {
    comments: { keep: german, more: german },
  });
  expect(await hints(peer1, german)).toHaveLength(1);
  await db.owner.query("UPDATE person SET language = 'de-CH' WHERE id = ANY($1)", [
    [peer2, peer3, peer4],
  ]);
  expect(await hints(peer1, german)).toEqual([]);
  expect(await hints(peer2, german)).toEqual([]);
  // The manager and the participant are shown by name.
  expect(await hints(boss, german)).toEqual([]);
  expect(await hints(lead, german)).toEqual([]);
});
