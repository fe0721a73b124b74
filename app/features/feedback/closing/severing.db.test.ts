import { createHash, createHmac, hkdfSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkToken } from "~/features/rounds/answering/personal-link.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeAndScore } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { type Given, type LargeCycle, largeCycle } from "../testing/large-cycle.ts";
import { foundByPattern } from "../testing/pattern-attack.ts";

type ResponseRow = {
  id: string;
  participant_id: string;
  relationship: string;
  pseudonym: Buffer | null;
  state: string;
  ratings: number[];
  cant_say: number[];
  comments: unknown;
  revision: number;
  place: string;
  writer: string;
};
type RaterRow = {
  id: string;
  participant_id: string;
  person_id: string;
  relationship: string;
  state: string;
  writer: string;
};

type CountRow = {
  participant_id: string;
  group_id: string;
  counts: Record<string, number>[];
  writer: string;
};

type Seen = { responses: ResponseRow[]; raters: RaterRow[]; counts: CountRow[]; dump: string };

let db: TestDatabase;
let house: House;
let cycle: LargeCycle;
/** What someone with the whole database sees while answers are collected, and after the cycle closed. */
let open: Seen & { salt: Buffer; links: string[]; letters: number };
let closed: Seen;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
  cycle = await largeCycle(db.platform, house, 20260302);
  const [{ salt }] = await rows<{ salt: Buffer }>(
    "SELECT salt FROM cycle_secret WHERE cycle_id = $1",
  );
  const invitations = await rows<{ id: string }>("SELECT id FROM invitation WHERE cycle_id = $1");
  const links = invitations.map(({ id }) =>
    linkToken(db.platform.secret, {
      organisationId: house.organisationId,
      invitationId: id,
      version: 0,
    }),
  );
  const [{ letters }] = await rows<{ letters: number }>(
    "SELECT count(*)::int AS letters FROM message WHERE about_id = $1 AND plain IS NOT NULL",
  );
  open = { ...(await look()), salt, links, letters };
  await closeAndScore(db.platform, house, cycle.cycleId);
  closed = await look();
});
afterAll(() => db.close());

async function rows<Row extends object>(query: string): Promise<[Row, ...Row[]]> {
  return (await db.owner.query(query, [cycle.cycleId])).rows as [Row, ...Row[]];
}

/** Rows in their physical order, with the transaction that wrote each; and every table as text. */
async function look(): Promise<Seen> {
  return {
    responses: await rows<ResponseRow>(
      "SELECT *, ctid::text AS place, xmin::text AS writer FROM response WHERE cycle_id = $1 ORDER BY ctid",
    ),
    raters: await rows<RaterRow>(
      "SELECT *, xmin::text AS writer FROM rater WHERE cycle_id = $1 ORDER BY ctid",
    ),
    counts: await rows<CountRow>(
      "SELECT *, xmin::text AS writer FROM answer_count WHERE cycle_id = $1 ORDER BY ctid",
    ),
    dump: await dump(),
  };
}

async function dump(): Promise<string> {
  const tables = await db.owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'auth', 'pgboss') AND c.relname <> 'report'`,
  );
  const parts = await Promise.all(
    tables.rows.map(
      async ({ name }) => (await db.owner.query(`SELECT t::text FROM ${name} t`)).rows,
    ),
  );
  await db.owner.query("ANALYZE");
  const samples = await db.owner.query(
    "SELECT tablename, attname, most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE schemaname IN ('public', 'auth', 'pgboss')",
  );
  return JSON.stringify([...parts, samples.rows]);
}

const keyOf = (participantId: string, ratings: readonly number[]) =>
  `${participantId} ${ratings.join(",")}`;

/** The answer behind a response: the test can tell by its ratings, which are all different and known to nobody else. */
function truthOf({ participant_id, ratings }: ResponseRow): Given {
  const byKey = new Map(cycle.given.map((each) => [keyOf(each.participantId, each.ratings), each]));
  return byKey.get(keyOf(participant_id, ratings))!;
}

/** Spearman's rank correlation of two orders without ties. */
function rankCorrelation(first: readonly number[], second: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    return values.map((value) => sorted.indexOf(value));
  };
  const [a, b] = [ranks(first), ranks(second)];
  const distance = a.reduce((sum, rank, index) => sum + (rank - b[index]!) ** 2, 0);
  return 1 - (6 * distance) / (a.length * (a.length ** 2 - 1));
}

const indexes = (values: readonly unknown[]) => values.map((_, index) => index);

describe("while a cycle collects answers", () => {
  test("a response names no rater and no time, and its id is random", async () => {
    const columns = await db.owner.query(
      `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND (
          (table_name = 'response' AND (data_type LIKE 'timestamp%' OR data_type = 'date' OR column_name LIKE '%person%' OR column_name LIKE '%rater%'))
          OR (table_name = 'rater' AND (data_type LIKE 'timestamp%' OR data_type = 'date')))`,
    );
    expect(columns.rows).toEqual([]);
    for (const { id } of open.responses) expect(id[14]).toBe("4");
  });

  test("with the server's secret a rater's pseudonym can be computed, so the next test can fail", () => {
    const found = guesses(db.platform.secret).filter((guess) => isStored(guess));
    expect(found.length).toBeGreaterThan(30);
  });

  test("the database alone does not tell: no pseudonym follows from salt, ids and guessed secrets", () => {
    const wrong = ["", "secret", db.platform.publicUrl, house.organisationId, cycle.cycleId];
    for (const secret of [...wrong, open.salt.toString("hex"), open.salt.toString("base64")])
      expect(guesses(secret).filter((guess) => isStored(guess))).toEqual([]);
  });

  test("no two responses have anything in common that would tell they are by the same hand", () => {
    const names = open.responses.map(({ pseudonym }) => pseudonym?.toString("hex"));
    expect(new Set(names).size).toBe(open.responses.length);
    // Who was asked about whom is a pattern; nothing of the responses can be held against it.
    const asked = Map.groupBy(open.raters, (rater) => rater.person_id);
    expect(Math.max(...[...asked.values()].map((own) => own.length))).toBeGreaterThan(3);
  });

  test("with one pseudonym a rater, as it was before, that pattern finds people: the same attack", () => {
    const found = foundByPattern(open.raters, cycle.given, (given) => given.raterPersonId);
    expect(found.right).toBeGreaterThan(0.5);
    expect(foundByPattern(open.raters, cycle.given, (_, index) => String(index)).named).toBe(0);
  });

  test("links are not stored: only letters that still wait hold them", () => {
    expect(open.letters).toBe(open.links.length);
    const elsewhere = open.dump.replaceAll(/http:\/\/twohats\.test\/r\/[\w-]+/g, "");
    for (const link of open.links) expect(elsewhere).not.toContain(link);
  });

  test("no response shares its transaction with a row about a person, which would tie the two", async () => {
    const writers = new Set(open.responses.map(({ writer }) => writer));
    const { rows: tables } = await db.owner.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname IN ('public', 'auth') AND c.relname <> 'response'`,
    );
    for (const { name } of tables) {
      const { rows: found } = await db.owner.query<{ writer: string }>(
        `SELECT xmin::text AS writer FROM ${name}`,
      );
      expect([name, found.filter(({ writer }) => writers.has(writer)).length]).toEqual([name, 0]);
    }
    expect(writers.size).toBeGreaterThan(100);
  });

  const stored = () => new Set(open.responses.map(({ pseudonym }) => pseudonym?.toString("hex")));
  const isStored = (guess: Buffer) => stored().has(guess.toString("hex"));

  /** Everything one could try with a secret: as the product does it, and simpler. */
  function guesses(secret: string): Buffer[] {
    const key = Buffer.from(hkdfSync("sha256", secret, open.salt, "rater pseudonym", 32));
    return open.raters.flatMap(({ person_id: personId, participant_id: participantId }) => [
      createHmac("sha256", key).update(`${personId} ${participantId}`).digest(),
      createHmac("sha256", key).update(personId).digest(),
      createHmac("sha256", open.salt).update(personId).digest(),
      createHmac("sha256", secret).update(open.salt).update(personId).digest(),
      createHash("sha256").update(open.salt).update(personId).digest(),
      createHash("sha256").update(personId).digest(),
    ]);
  }
});

describe("after a cycle closed, with the whole database in hand", () => {
  test("no response, pseudonym, salt, invitation, draft, comment, revision or letter is left", async () => {
    expect(await rows("SELECT * FROM cycle_secret WHERE cycle_id = $1")).toEqual([]);
    expect(await rows("SELECT * FROM invitation WHERE cycle_id = $1")).toEqual([]);
    expect(
      await rows(
        "SELECT * FROM message WHERE about_id = $1 AND (html IS NOT NULL OR plain IS NOT NULL)",
      ),
    ).toEqual([]);
    expect(closed.responses).toEqual([]);
  });

  test("what was secret is in no table any more: not a link, not a pseudonym, not a comment outside reports", () => {
    const secrets = [
      open.salt.toString("hex"),
      ...open.links,
      ...open.responses.flatMap(({ pseudonym, id }) => [id, pseudonym?.toString("hex") ?? id]),
      ...cycle.given.map((each) => each.comment),
    ];
    expect(secrets.filter((secret) => closed.dump.includes(secret))).toEqual([]);
    expect(secrets.filter((secret) => open.dump.includes(secret)).length).toBeGreaterThan(200);
  });

  test("every request has ended, whether it was answered or not", () => {
    expect(closed.raters).toHaveLength(open.raters.length);
    expect(new Set(closed.raters.map((rater) => rater.state))).toEqual(new Set(["ended"]));
    expect(new Set(open.raters.map((rater) => rater.state))).toEqual(new Set(["invited"]));
  });

  test("requests and counts were all written by one transaction", () => {
    expect(new Set(closed.counts.map(({ writer }) => writer)).size).toBe(1);
    expect(new Set(closed.raters.map(({ writer }) => writer)).size).toBe(1);
    expect(new Set(open.responses.map(({ writer }) => writer)).size).toBeGreaterThan(100);
  });

  /** What was sent about a participant by raters of these relationships. */
  const sent = (participantId: string, relationships: readonly string[]) =>
    cycle.given.filter(
      (each) => each.participantId === participantId && relationships.includes(each.relationship),
    );

  test("groups keep their counts under the name that the report shows, and hidden groups keep none", () => {
    const of = (index: number) => {
      const participantId = [...cycle.participants.values()][index];
      const own = closed.counts.filter((each) => each.participant_id === participantId);
      return own
        .map(({ group_id, counts }) => [
          group_id,
          Object.values(counts[0] ?? {}).reduce((sum, n) => sum + n, 0),
        ])
        .toSorted();
    };
    // A single "other" rater is merged into the smallest group that stands.
    expect(of(0)).toEqual([
      ["manager", 1],
      ["merged", 5],
      ["peer", 5],
      ["self", 1],
    ]);
    expect(of(1)).toEqual([
      ["manager", 1],
      ["merged", 4],
      ["self", 1],
    ]);
    // One peer and one report: too few even together, so neither leaves anything.
    expect(of(2)).toEqual([
      ["manager", 1],
      ["self", 1],
    ]);
    expect(of(3)).toEqual([["self", 1]]);
  });

  test("no answer changed, and none was added: what is counted is what was sent", () => {
    const standing = closed.counts.filter(({ group_id }) => group_id === "peer");
    expect(standing.length).toBeGreaterThan(8);
    for (const { participant_id, group_id, counts } of standing) {
      const given = sent(participant_id, [group_id]);
      for (const [item, found] of counts.entries()) {
        const values = given.map(({ ratings }) => ratings[item]);
        const expected = Object.entries(Object.groupBy(values, (value) => `${value}`));
        expect(found).toEqual(
          Object.fromEntries(expected.map(([value, own]) => [value, own?.length])),
        );
      }
    }
  });

  /**
   * An operator who knows how each person rates others (their other answers, say) and tries to name one answer each:
   * with whole rows the closest row of the group; with counts, the most common answer of the group, which is the same
   * guess for everyone in it.
   */
  test("one person's answers can't be put together from counts: a guess is right as often as for anyone of the group", () => {
    let own = 0;
    let anyone = 0;
    for (const { participant_id, group_id, counts } of closed.counts) {
      if (["self", "manager", "merged"].includes(group_id)) continue;
      const group = sent(participant_id, [group_id]);
      const guess = counts.map((each) =>
        Number(Object.entries(each).toSorted(([, a], [, b]) => b - a)[0]?.[0]),
      );
      const hits = group.map(
        ({ ratings }) => ratings.filter((rating, item) => rating === guess[item]).length,
      );
      own += hits[0] ?? 0;
      anyone += hits.reduce((sum, each) => sum + each, 0) / hits.length;
    }
    expect(own).toBeGreaterThan(50);
    expect(Math.abs(own - anyone)).toBeLessThan(5 * Math.sqrt(anyone));
  });

  test("no request lies where it lay before, compared with the others", () => {
    const requests = closed.raters.map(({ id }) => open.raters.findIndex((old) => old.id === id));
    expect(Math.abs(rankCorrelation(indexes(requests), requests))).toBeLessThan(
      5 / Math.sqrt(requests.length - 1),
    );
  });

  test("places of requests do not follow the order of answering, nor tell who answered", () => {
    const answered = new Map(
      cycle.given.map((each) => [`${each.participantId} ${each.raterPersonId}`, each.order]),
    );
    const orders = closed.raters.map((rater) =>
      answered.get(`${rater.participant_id} ${rater.person_id}`),
    );
    const known = orders.flatMap((order) => order ?? []);
    expect(Math.abs(rankCorrelation(indexes(known), known))).toBeLessThan(
      5 / Math.sqrt(known.length - 1),
    );
    const silent = orders.flatMap((order, place) => (order === undefined ? [place] : []));
    const middle = (orders.length - 1) / 2;
    const mean = silent.reduce((sum, place) => sum + place, 0) / silent.length;
    const error = Math.sqrt(orders.length ** 2 / 12 / silent.length);
    expect(silent.length).toBeGreaterThan(5);
    expect(Math.abs(mean - middle)).toBeLessThan(5 * error);
  });

  test("before, whole rows could be paired with people in the order of answering: so there was something to sever", () => {
    const submitted = open.responses.filter((each) => each.state === "submitted");
    const anonymous = submitted.filter(
      ({ relationship }) => !["self", "manager"].includes(relationship),
    );
    let right = 0;
    let byChance = 0;
    for (const group of Map.groupBy(
      anonymous,
      (each) => `${each.participant_id} ${each.relationship}`,
    ).values()) {
      const given = group.map(truthOf);
      const watched = given.toSorted((a, b) => a.order - b.order);
      right += given.filter((each, at) => each === watched[at]).length;
      byChance += 1;
    }
    expect(right).toBeGreaterThan(byChance + 5 * Math.sqrt(byChance));
  });
});
