import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { ownRounds } from "../cycle/own-progress-reads.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { approveNomination } from "../nomination/approve-nomination.server.ts";
import { removeRater, submitNomination } from "../nomination/choose-raters.server.ts";
import { required } from "../testing/cycle.ts";
import type { House } from "../testing/house.ts";
import { ownList } from "../testing/own-list.ts";
import { type Attacked, foundOut } from "../testing/participant-attack.ts";
import { tellNow } from "../testing/tell-progress.ts";

let db: TestDatabase;
let house: House;
let participantId: string;
let lead: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  ({ house, participantId, lead } = await begin());
});
afterAll(() => db.close());

const {
  begin,
  open,
  bring,
  list,
  leave,
  outsiders,
  launch,
  says,
  colleaguesAnswer,
  puppetsAnswer,
  sent,
  report,
  shown,
  anyFigure,
  withoutTheRule,
} = ownList(() => db);

describe("a participant with puppets", () => {
  test("two addresses of one's own and one colleague: nothing follows; without the rule the colleague's answers do", async () => {
    const { peer1 } = house.people;
    await open();
    await leave(lead, peer1);
    await bring(lead, "anna+1", "anna+2");
    required(await submitNomination(db.platform, lead, participantId));
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(peer1);
    const raters = await sent(await outsiders());
    expect(raters.map(({ name, known }) => [name, known])).toEqual([
      ["anna+1", true],
      ["anna+2", true],
      ["peer1", false],
    ]);
    const asPeers = raters.map((each): Attacked => ({ ...each, relationship: "peer" }));
    expect(foundOut(await withoutTheRule("peer"), asPeers)).toEqual([["peer1"]]);
    const content = await report();
    expect(anyFigure(content)).toBe(false);
    expect(foundOut(content, raters)).toEqual([]);
    expect(content.hidden.map(({ relationship }) => relationship)).toContain("outside");
  });

  test("with as many colleagues as a group needs, puppets are among them, and nobody follows", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await open();
    await leave(lead, peer1, peer2, peer3, peer4);
    await bring(lead, "anna+1", "anna+2", "anna+3");
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(peer1, peer2, peer3, peer4);
    const raters = await sent(await outsiders());
    const content = await report();
    expect(shown(content)).toEqual(["merged 7"]);
    expect(foundOut(content, raters)).toEqual([]);
    // No distribution either: whoever knows three of the answers could take them away.
    for (const { estimates } of content.items)
      for (const figure of Object.values(estimates))
        if (figure.shown) expect(figure.shares).toBe(null);
  });

  test.each([
    ["one from outside and two colleagues", ["anna+1"], 2],
    ["many from outside and two colleagues", ["anna+1", "anna+2", "anna+3", "anna+4"], 2],
    ["one from outside and three colleagues whom only the participant chose", ["anna+1"], 3],
  ] as const)("%s: nothing is shown", async (_, brought, colleagues) => {
    const { peer1, peer2, peer3 } = house.people;
    const peers = [peer1, peer2, peer3].slice(0, colleagues);
    await open();
    await leave(lead, ...peers);
    await bring(lead, ...brought);
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(...peers);
    const content = await report();
    expect(anyFigure(content)).toBe(false);
  });

  test("asked as peer, report, other or manager, someone from outside is from outside, and doesn't count", async () => {
    const { boss } = house.people;
    await open();
    await leave(lead, boss);
    await bring(house.admin, "anna+1", "anna+2", "anna+3", "anna+4");
    const ids = await outsiders();
    for (const { id, relationship } of await list())
      if (relationship === "outside")
        required(await removeRater(db.platform, lead, participantId, id));
    for (const [at, relationship] of ["peer", "direct_report", "other", "manager"].entries())
      required(
        await addRater(db.platform, lead, participantId, { personId: ids[at]!, relationship }),
      );
    const brought = (await list()).filter(({ personId }) => ids.includes(personId));
    expect(brought.map(({ relationship, counts }) => [relationship, counts])).toEqual(
      Array.from({ length: 4 }, () => ["outside", false]),
    );
    await launch();
    await puppetsAnswer();
    await says(boss, [1, 0, 1]);
    const content = await report();
    // The manager knows to be recognised; nobody else is shown.
    expect(shown(content)).toEqual(["manager 1"]);
    expect(content.all).toBe(null);
  });

  test("colleagues who decline leave puppets and one behind: nothing is shown", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await open();
    await leave(lead, peer1, peer2, peer3, peer4);
    await bring(lead, "anna+1", "anna+2", "anna+3");
    await launch();
    await db.owner.query(
      "UPDATE request SET state = 'declined' WHERE subject_id = $1 AND person_id = ANY($2)",
      [participantId, [peer2, peer3, peer4]],
    );
    await puppetsAnswer();
    await colleaguesAnswer(peer1);
    const raters = await sent(await outsiders());
    const content = await report();
    expect(anyFigure(content)).toBe(false);
    expect(foundOut(content, raters)).toEqual([]);
  });

  test("a colleague moved into another group is no more alone there than anywhere", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await open();
    await leave(lead, peer1, peer2, peer3, peer4);
    const row = (await list()).find(({ personId }) => personId === peer1)!;
    required(await removeRater(db.platform, lead, participantId, row.id));
    required(
      await addRater(db.platform, lead, participantId, { personId: peer1, relationship: "other" }),
    );
    await bring(lead, "anna+1", "anna+2");
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(peer1, peer2, peer3, peer4);
    const raters = await sent(await outsiders());
    const content = await report();
    expect(shown(content)).toEqual(["merged 6"]);
    expect(foundOut(content, raters)).toEqual([]);
  });

  test("an administrator who takes part brings people as a participant", async () => {
    const { people, admin } = house;
    await open();
    const self: Actor = { ...admin, personId: people.lead };
    await leave(self, people.peer1);
    await bring(self, "anna+1", "anna+2");
    expect((await list()).filter(({ relationship }) => relationship === "outside")).toMatchObject([
      { byParticipant: true, counts: false },
      { byParticipant: true, counts: false },
    ]);
    required(await submitNomination(db.platform, self, participantId));
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(people.peer1);
    expect(anyFigure(await report())).toBe(false);
  });

  test("what puppets write does not bring a colleague's words to light", async () => {
    const { peer1 } = house.people;
    await open();
    await leave(lead, peer1);
    await bring(lead, "anna+1", "anna+2", "anna+3");
    await launch();
    for (const puppet of await outsiders()) await says(puppet, [1, 0], `Mine ${puppet}`);
    await says(peer1, [0, 1], "A colleague's words");
    const content = await report();
    expect(JSON.stringify(content.comments)).not.toContain("A colleague's words");
    expect(content.comments.questions.flatMap(({ groups }) => groups)).toEqual([]);
  });

  test("whoever knows what their puppets did learns nothing from how many have answered", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await open();
    await leave(lead, peer1, peer2, peer3, peer4);
    await bring(lead, "anna+1", "anna+2", "anna+3", "anna+4");
    await launch();
    const groups = async () => {
      await tellNow(db.platform, house);
      return (
        await inOrganisation(db.platform, house, (tx) => ownRounds(tx, lead, db.platform.secret))
      )[0]?.groups;
    };
    await puppetsAnswer();
    await colleaguesAnswer(peer1, peer2, peer3);
    expect(await groups()).toEqual([
      { relationship: "peer", counts: null },
      { relationship: "outside", counts: null },
    ]);
    await colleaguesAnswer(peer4);
    expect(await groups()).toContainEqual({
      relationship: "peer",
      counts: { asked: 4, answered: 4 },
    });
  });
});

describe("a list with people from outside", () => {
  test("whom HR brings are a group of their own, and count", async () => {
    const { peer1, peer2, peer3 } = house.people;
    await leave(house.admin, peer1, peer2, peer3);
    await bring(house.admin, "kit", "sam", "uma");
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(peer1, peer2, peer3);
    const content = await report();
    expect(shown(content)).toEqual(["peer 3", "outside 3"]);
    expect(content.minima).toEqual({ raters: 3, spread: 5, commenters: 3 });
  });

  test("agreed to by a second person, three colleagues are enough again; the participant's outsiders still don't count", async () => {
    const { peer1, peer2, peer3 } = house.people;
    await open("hr");
    await leave(lead, peer1, peer2, peer3);
    await bring(lead, "anna+1");
    required(await submitNomination(db.platform, lead, participantId));
    required(await approveNomination(db.platform, house.admin, participantId));
    await launch();
    await puppetsAnswer();
    await colleaguesAnswer(peer1, peer2, peer3);
    const raters = await sent(await outsiders());
    const content = await report();
    expect(shown(content)).toEqual(["merged 4"]);
    expect(foundOut(content, raters)).toEqual([]);
  });
});

test("in a round from before people from outside were a group, they are grouped when it closes, and kept apart", async () => {
  const { peer1, peer2, peer3, peer4 } = house.people;
  await leave(house.admin, peer1, peer2, peer3, peer4);
  await bring(house.admin, "kit", "sam", "uma");
  // As the release before stored them.
  await db.owner.query(
    "UPDATE request SET relationship = 'peer' WHERE subject_id = $1 AND relationship = 'outside'",
    [participantId],
  );
  await launch();
  await puppetsAnswer();
  await colleaguesAnswer(peer1, peer2, peer3, peer4);
  const { rows: before } = await db.owner.query(
    "SELECT relationship, count(*)::int FROM response WHERE subject_id = $1 GROUP BY 1",
    [participantId],
  );
  expect(before).toEqual([{ relationship: "peer", count: 7 }]);
  expect(shown(await report())).toEqual(["peer 4", "outside 3"]);
  const { rows: after } = await db.owner.query<{ group_id: string; first: Record<string, number> }>(
    "SELECT group_id, counts -> 0 AS first FROM answer_count WHERE subject_id = $1 ORDER BY 1",
    [participantId],
  );
  const answers = ({ first }: (typeof after)[number]) =>
    Object.values(first).reduce((sum, each) => sum + each, 0);
  expect(after.map((row) => [row.group_id, answers(row)])).toEqual([
    ["outside", 3],
    ["peer", 4],
  ]);
});
