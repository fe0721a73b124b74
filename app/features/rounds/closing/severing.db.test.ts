import { createHash, createHmac, hkdfSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { unsafeSeededChance } from "~/platform/chance/chance.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { linkToken } from "../answering/personal-link.server.ts";
import { type Given, largeRound } from "../testing/large-round.ts";
import { foundByPattern } from "../testing/pattern-attack.ts";
import type { CollectingRound } from "../testing/round.ts";
import { severRound } from "./sever-round.server.ts";
import { endRequests } from "./severing-store.server.ts";

// With what every round has alone: no feature above is needed to cut the ties, and none can forget to.

type ResponseRow = {
  id: string;
  subject_id: string;
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
type RequestRow = {
  id: string;
  subject_id: string;
  person_id: string;
  relationship: string;
  state: string;
  writer: string;
};

type CountRow = {
  subject_id: string;
  group_id: string;
  counts: Record<string, number>[];
  writer: string;
};

type Seen = { responses: ResponseRow[]; requests: RequestRow[]; counts: CountRow[]; dump: string };

let db: TestDatabase;
let organisation: TestOrganisation;
let round: CollectingRound & { given: Given[] };
/** What someone with the whole database sees while answers are collected, and after the round closed. */
let open: Seen & { salt: Buffer; links: string[]; letters: number };
let closed: Seen;

beforeAll(async () => {
  db = await createTestDatabase();
  organisation = await createTestOrganisation(db.platform);
  round = await largeRound(db.platform, organisation, unsafeSeededChance("severing"));
  const [{ salt }] = await rows<{ salt: Buffer }>(
    "SELECT salt FROM round_secret WHERE round_id = $1",
  );
  const invitations = await rows<{ id: string }>("SELECT id FROM invitation WHERE round_id = $1");
  const links = invitations.map(({ id }) =>
    linkToken(db.platform.secret, {
      organisationId: organisation.organisationId,
      invitationId: id,
      version: 0,
    }),
  );
  const [{ letters }] = await rows<{ letters: number }>(
    "SELECT count(*)::int AS letters FROM message WHERE about_id = $1 AND plain IS NOT NULL",
  );
  open = { ...(await look()), salt, links, letters };
  const closing = { organisationId: organisation.organisationId, id: round.roundId };
  await inOrganisation(db.platform, closing, async (tx) => {
    await severRound(db.platform, tx, closing, shown());
    await endRequests(tx, closing);
  });
  closed = await look();
});
afterAll(() => db.close());

/** Groups of three and more, and who is known by what they are. */
function shown() {
  const groups = Map.groupBy(
    round.given,
    ({ subjectId, relationship }) => `${subjectId} ${relationship}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { subjectId, relationship } = first;
    const known = relationship === "self" || relationship === "manager";
    return known || group.length >= 3 ? [{ subjectId, relationship, keptAs: relationship }] : [];
  });
}

async function rows<Row extends object>(query: string): Promise<[Row, ...Row[]]> {
  return (await db.owner.query(query, [round.roundId])).rows as [Row, ...Row[]];
}

/** Rows in their physical order, with the transaction that wrote each; and every table as text. */
async function look(): Promise<Seen> {
  return {
    responses: await rows<ResponseRow>(
      "SELECT *, ctid::text AS place, xmin::text AS writer FROM response WHERE round_id = $1 ORDER BY ctid",
    ),
    requests: await rows<RequestRow>(
      "SELECT *, xmin::text AS writer FROM request WHERE round_id = $1 ORDER BY ctid",
    ),
    counts: await rows<CountRow>(
      "SELECT *, xmin::text AS writer FROM answer_count WHERE round_id = $1 ORDER BY ctid",
    ),
    dump: await dump(),
  };
}

async function dump(): Promise<string> {
  const tables = await db.owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'auth', 'pgboss') `,
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

const keyOf = (subjectId: string, ratings: readonly number[]) =>
  `${subjectId} ${ratings.join(",")}`;

/** The answer behind a response: the test can tell by its ratings, which are all different and known to nobody else. */
function truthOf({ subject_id, ratings }: ResponseRow): Given {
  const byKey = new Map(round.given.map((each) => [keyOf(each.subjectId, each.ratings), each]));
  return byKey.get(keyOf(subject_id, ratings))!;
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

describe("while a round collects answers", () => {
  test("a response names no rater and no time, and its id is random", async () => {
    const columns = await db.owner.query(
      `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND (
          (table_name = 'response' AND (data_type LIKE 'timestamp%' OR data_type = 'date' OR column_name LIKE '%person%' OR column_name LIKE '%rater%'))
          OR (table_name = 'request' AND (data_type LIKE 'timestamp%' OR data_type = 'date')))`,
    );
    expect(columns.rows).toEqual([]);
    for (const { id } of open.responses) expect(id[14]).toBe("4");
  });

  test("with the server's secret a rater's pseudonym can be computed, so the next test can fail", () => {
    const found = guesses(db.platform.secret).filter((guess) => isStored(guess));
    expect(found.length).toBeGreaterThan(30);
  });

  test("the database alone does not tell: no pseudonym follows from salt, ids and guessed secrets", () => {
    const wrong = ["", "secret", db.platform.publicUrl, organisation.organisationId, round.roundId];
    for (const secret of [...wrong, open.salt.toString("hex"), open.salt.toString("base64")])
      expect(guesses(secret).filter((guess) => isStored(guess))).toEqual([]);
  });

  test("no two responses have anything in common that would tell they are by the same hand", () => {
    const names = open.responses.map(({ pseudonym }) => pseudonym?.toString("hex"));
    expect(new Set(names).size).toBe(open.responses.length);
    // Who was asked about whom is a pattern; nothing of the responses can be held against it.
    const asked = Map.groupBy(open.requests, (rater) => rater.person_id);
    expect(Math.max(...[...asked.values()].map((own) => own.length))).toBeGreaterThan(3);
  });

  test("with one pseudonym a rater, as it was before, that pattern finds people: the same attack", () => {
    const found = foundByPattern(open.requests, round.given, (given) => given.raterPersonId);
    expect(found.right).toBeGreaterThan(0.5);
    expect(foundByPattern(open.requests, round.given, (_, index) => String(index)).named).toBe(0);
  });

  test("links are stored nowhere, not even with letters that still wait", () => {
    expect(open.letters).toBe(open.links.length);
    for (const link of open.links) expect(open.dump).not.toContain(link);
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
    return open.requests.flatMap(({ person_id: personId, subject_id: subjectId }) => [
      createHmac("sha256", key).update(`${personId} ${subjectId}`).digest(),
      createHmac("sha256", key).update(personId).digest(),
      createHmac("sha256", open.salt).update(personId).digest(),
      createHmac("sha256", secret).update(open.salt).update(personId).digest(),
      createHash("sha256").update(open.salt).update(personId).digest(),
      createHash("sha256").update(personId).digest(),
    ]);
  }
});

describe("after a round closed, with the whole database in hand", () => {
  test("no response, pseudonym, salt, invitation, draft, comment, revision or letter is left", async () => {
    expect(await rows("SELECT * FROM round_secret WHERE round_id = $1")).toEqual([]);
    expect(await rows("SELECT * FROM invitation WHERE round_id = $1")).toEqual([]);
    expect(
      await rows(
        "SELECT * FROM message WHERE about_id = $1 AND (html IS NOT NULL OR plain IS NOT NULL)",
      ),
    ).toEqual([]);
    expect(closed.responses).toEqual([]);
  });

  test("what was secret is in no table any more: not a link, not a pseudonym, not a comment", () => {
    const secrets = [
      open.salt.toString("hex"),
      ...open.links,
      ...open.responses.flatMap(({ pseudonym, id }) => [id, pseudonym?.toString("hex") ?? id]),
      ...round.given.map((each) => each.comment),
    ];
    expect(secrets.filter((secret) => closed.dump.includes(secret))).toEqual([]);
    expect(secrets.filter((secret) => open.dump.includes(secret)).length).toBeGreaterThan(200);
  });

  test("every request has ended, whether it was answered or not", () => {
    expect(closed.requests).toHaveLength(open.requests.length);
    expect(new Set(closed.requests.map((rater) => rater.state))).toEqual(new Set(["ended"]));
    expect(new Set(open.requests.map((rater) => rater.state))).toEqual(new Set(["invited"]));
  });

  test("requests and counts were all written by one transaction", () => {
    expect(new Set(closed.counts.map(({ writer }) => writer)).size).toBe(1);
    expect(new Set(closed.requests.map(({ writer }) => writer)).size).toBe(1);
    expect(new Set(open.responses.map(({ writer }) => writer)).size).toBeGreaterThan(100);
  });

  /** What was sent about a subject by raters of this relationship. */
  const sent = (subjectId: string, relationship: string) =>
    round.given.filter(
      (each) => each.subjectId === subjectId && each.relationship === relationship,
    );

  test("groups that are shown keep their counts, and those that are not keep none", () => {
    const kept = closed.counts.map(({ subject_id, group_id }) => `${subject_id} ${group_id}`);
    expect(kept.toSorted()).toEqual(
      shown()
        .map(({ subjectId, relationship }) => `${subjectId} ${relationship}`)
        .toSorted(),
    );
    expect(kept.length).toBeLessThan(
      new Set(round.given.map((each) => `${each.subjectId} ${each.relationship}`)).size,
    );
  });

  test("no answer changed, and none was added: what is counted is what was sent", () => {
    const standing = closed.counts.filter(({ group_id }) => group_id === "peer");
    expect(standing.length).toBeGreaterThan(8);
    for (const { subject_id, group_id, counts } of standing) {
      const given = sent(subject_id, group_id);
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
    for (const { subject_id, group_id, counts } of closed.counts) {
      if (["self", "manager"].includes(group_id)) continue;
      const group = sent(subject_id, group_id);
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
    const requests = closed.requests.map(({ id }) =>
      open.requests.findIndex((old) => old.id === id),
    );
    expect(Math.abs(rankCorrelation(indexes(requests), requests))).toBeLessThan(
      5 / Math.sqrt(requests.length - 1),
    );
  });

  test("places of requests do not follow the order of answering, nor tell who answered", () => {
    const answered = new Map(
      round.given.map((each) => [`${each.subjectId} ${each.raterPersonId}`, each.order]),
    );
    const orders = closed.requests.map((rater) =>
      answered.get(`${rater.subject_id} ${rater.person_id}`),
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
      (each) => `${each.subject_id} ${each.relationship}`,
    ).values()) {
      const given = group.map(truthOf);
      const watched = given.toSorted((a, b) => a.order - b.order);
      right += given.filter((each, at) => each === watched[at]).length;
      byChance += 1;
    }
    expect(right).toBeGreaterThan(byChance + 5 * Math.sqrt(byChance));
  });
});
