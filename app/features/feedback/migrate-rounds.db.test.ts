import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import pg from "pg";
import pino from "pino";
import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { directoryContext } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { directory } from "~/features/people/index.server.ts";
import { fieldsOf } from "~/features/questionnaires/domain/index.ts";
import { upgradeBuiltIn } from "~/features/questionnaires/index.server.ts";
import { reportFiguresFile } from "~/features/reports/figures/figures-file.server.ts";
import { reportPdfFile } from "~/features/reports/pdf/pdf-file.server.ts";
import { groupReportView } from "~/features/reports/report/group-report-reads.server.ts";
import { rateUsefulness } from "~/features/reports/report/rate-usefulness.server.ts";
import { reportView, sharedReports } from "~/features/reports/report/report-reads.server.ts";
import {
  questionnaireFor,
  saveAnswers,
  submitAnswers,
} from "~/features/rounds/answering/answer.server.ts";
import { raterOf } from "~/features/rounds/answering/resolve-rater.server.ts";
import { sendHeldLetters } from "~/features/rounds/letters/send-held-letters.server.ts";
import { knowDevice } from "~/features/rounds/pseudonyms/device.server.ts";
import { openRequests, ownRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { resumeRound } from "~/features/rounds/running/pause-round.server.ts";
import { asItLeaves } from "~/features/rounds/testing/leaving.ts";
import { unsafeSeededChance } from "~/platform/chance/chance.server.ts";
import { fixedClock } from "~/platform/clock/clock.ts";
import { platformContext } from "~/platform/context.server.ts";
import { asApp } from "~/platform/db/connection.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type OpenDatabase, openDatabase } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Jobs, startJobs } from "~/platform/jobs/jobs.server.ts";
import { migrate, readMigrations } from "~/platform/migrate/migrate.server.ts";
import { nobodyOutside } from "~/platform/outside/testing.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";
import { scoreCycle } from "./closing/score-cycle.server.ts";
import { launchCycle } from "./launch/launch-cycle.server.ts";
import { raterChoice } from "./lists/nomination-reads.server.ts";
import { takenOffBy } from "./lists/taken-off-reads.server.ts";
import { coachees } from "./releasing/coaching-reads.server.ts";
import { releaseReport } from "./releasing/release-report.server.ts";
import { accepted, closeAndScore, required } from "./testing/cycle.ts";

// What a database of the release with migration 0027 held, written down by that release itself: one organisation with
// a round in every state, among them one whose scoring was stopped between its two reports.
type Release = {
  secret: string;
  organisationId: string;
  people: Record<string, string>;
  cycles: Record<
    "draft" | "nominating" | "collecting" | "paused" | "waiting" | "half" | "closed" | "released",
    string
  >;
  /** The report of the released round, and its figures as a file. */
  reportId: string;
  csv: string;
  admin: Actor;
};
const [first = "", ...lines] = readFileSync("test/database/releases/0027.jsonl", "utf8")
  .trim()
  .split("\n");
const release = JSON.parse(first) as Release;
const { organisationId, people, cycles, admin, reportId } = release;

const name = `migrate_rounds_${process.pid}`;
let owner: pg.Client;
let server: pg.Client;
let app: OpenDatabase;
let jobs: Jobs;
let platform: Platform & { clock: ReturnType<typeof fixedClock> };
/** Rows of each table before. */
const before = new Map<string, number>();

beforeAll(async () => {
  server = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  const migrations = await readMigrations("migrations");
  await migrate(
    address.href,
    migrations.filter((each) => each.name < "0028"),
    APP_PASSWORD,
  );
  owner = new pg.Client({ connectionString: address.href });
  await owner.connect();
  await owner.query("SET session_replication_role = replica");
  for (const line of lines) {
    const [table, row] = JSON.parse(line) as [string, object];
    const columns = Object.keys(row).join();
    before.set(table, (before.get(table) ?? 0) + 1);
    await owner.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`,
      [JSON.stringify(row)],
    );
  }
  await owner.query("SET session_replication_role = origin");
  await migrate(address.href, migrations, APP_PASSWORD);
  const url = asApp(address.href, APP_PASSWORD);
  app = openDatabase(url, 3);
  const log = pino({ level: "silent" });
  jobs = await startJobs(url, log, false);
  platform = {
    ...{ database: app.database, jobs, log, secret: release.secret, mailer: { kind: "outbox" } },
    outside: nobodyOutside(),
    ...{ clock: fixedClock(new Date("2026-03-02T12:00:00Z")), publicUrl: "http://twohats.test" },
    chance: unsafeSeededChance(name),
  };
  await upgradeBuiltIn(platform);
});
afterAll(async () => {
  await jobs?.stop();
  await app?.close();
  await owner?.end();
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.end();
});

const at = (moment: string) => platform.clock.set(new Date(moment));
const rows = async (query: string, ...values: unknown[]) => (await owner.query(query, values)).rows;
const within = <Result>(work: (tx: Tx) => Promise<Result>) =>
  inOrganisation(platform, { organisationId }, work);
const member = (personId: string | undefined): Actor => ({
  ...{ organisationId, accountId: `account of ${personId}`, role: "member" },
  personId: personId ?? null,
});
const asked = (person: string, round: keyof Release["cycles"]) => ({
  ...{ organisationId, personId: people[person] ?? "", roundId: cycles[round] },
  device: `device of ${people[person]}`,
});
const requestOf = async (person: string, round: keyof Release["cycles"]) => {
  const [request] = await within((tx) => openRequests(tx, asked(person, round), platform.secret));
  return request?.id ?? "";
};
/** Who a link leads in, or the answer's status. */
async function opened(link: string): Promise<unknown> {
  const context = new RouterContextProvider();
  context.set(platformContext, platform);
  context.set(directoryContext, directory);
  const request = new Request("http://twohats.test/");
  const visit = { request, context, url: new URL(request.url), params: {}, pattern: "/" };
  await knowDevice(visit, async () => new Response());
  try {
    const token = link.split("/r/")[1] ?? "";
    return (await raterOf({ context, request, params: { token } })).personId;
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : thrown;
  }
}
const letterTo = async (person: string, round: keyof Release["cycles"], since = "2026-01-01") => {
  const [letter] = await rows(
    `SELECT plain, way FROM message WHERE about_id = $1 AND kind = 'invitation' AND to_address = $2 AND created_at >= $3`,
    cycles[round],
    person,
    since,
  );
  const leaving =
    letter &&
    (await asItLeaves(platform, { organisationId }, letter as { plain: string; way: unknown }));
  return /http:\/\/twohats\.test\/r\/[\w-]+/.exec(leaving?.plain ?? "")?.[0] ?? "";
};

test("no row is lost, and each finds its halves", async () => {
  const count = async (query: string) =>
    Number((await rows(`SELECT count(*) AS n FROM ${query}`))[0].n);
  const all = "JOIN cycle ON (cycle.organisation_id, round_id) = (round.organisation_id, round.id)";
  expect(await count(`round ${all} WHERE round.kind = 'feedback'`)).toBe(before.get("cycle"));
  expect(
    await count(
      "subject JOIN participant ON (participant.organisation_id, subject_id) = (subject.organisation_id, subject.id)",
    ),
  ).toBe(before.get("participant"));
  expect(await count("request")).toBe(before.get("rater"));
  expect(await count("response WHERE others = '{}'")).toBe(before.get("response"));
  for (const table of [
    "invitation",
    "report",
    "closure",
    "answer_count",
    "taken_off",
    "held_letter",
  ])
    expect([table, await count(table)]).toEqual([table, before.get(table)]);
});

test("a personal link opens, and whoever was in the middle of answering goes on", async () => {
  expect(await opened(await letterTo("peer3@house.test", "collecting"))).toBe(people.peer3);
  const rater = asked("peer3", "collecting");
  const request = await requestOf("peer3", "collecting");
  const draft = accepted(await questionnaireFor(platform, rater, request));
  expect(draft.submitted).toBe(false);
  expect(fieldsOf(draft.answers).get("item-1")).toBe("-1");
  expect(draft.answers.comments).toEqual({ keep: "Half a thought" });
  accepted(await saveAnswers(platform, rater, request, [["item-2", "1"]]));
  required(await submitAnswers(platform, rater, request, true));
  const sent = accepted(await questionnaireFor(platform, rater, request));
  expect([sent.submitted, fieldsOf(sent.answers).get("item-0")]).toEqual([true, "2"]);
});

test("what was sent is found again on the device that wrote it, and what was declined stays declined", async () => {
  const boss = asked("boss", "collecting");
  const sent = accepted(
    await questionnaireFor(platform, boss, await requestOf("boss", "collecting")),
  );
  expect([sent.submitted, sent.answers.comments.keep]).toEqual([true, "By the boss"]);
  const [declined] = await within((tx) =>
    ownRequests(tx, asked("peer4", "collecting"), platform.secret),
  );
  expect(declined?.requestState).toBe("declined");
});

test("a paused round takes no answers, and those it has once it goes on", async () => {
  const rater = asked("peer1", "paused");
  const request = await requestOf("peer1", "paused");
  const save = () => saveAnswers(platform, rater, request, [["item-1", "1"]]);
  expect(await save()).toMatchObject({ ok: false, reason: "paused" });
  required(await resumeRound(platform, admin, cycles.paused));
  accepted(await save());
  const { answers } = accepted(await questionnaireFor(platform, rater, request));
  expect([fieldsOf(answers).get("item-0"), fieldsOf(answers).get("item-1")]).toEqual(["1", "1"]);
});

test("a list that was handed in is there for whoever agrees, with whom its participant took off", async () => {
  const [{ id }] = await rows("SELECT id FROM subject WHERE round_id = $1", cycles.nominating);
  const choice = await within((tx) => raterChoice(tx, admin, id));
  expect(choice).toMatchObject({ nomination: "submitted", list: "shaped" });
  expect(choice?.raters.map((each) => each.personId)).toContain(people.report4);
  expect(await within((tx) => takenOffBy(tx, admin, id))).toMatchObject([{ name: "peer4" }]);
});

test("a draft and a round that nominates are launched, answered and scored like any other", async () => {
  for (const round of ["draft", "nominating"] as const) {
    accepted(await launchCycle(platform, admin, cycles[round]));
    const rater = asked("peer1", round);
    const request = await requestOf("peer1", round);
    accepted(await saveAnswers(platform, rater, request, [["item-0", "1"]]));
    required(await submitAnswers(platform, rater, request, true));
    await closeAndScore(platform, { organisationId, admin, instrumentId: "" }, cycles[round]);
  }
  expect(
    await rows("SELECT count(*)::int AS n FROM report WHERE cycle_id = ANY($1)", [
      cycles.draft,
      cycles.nominating,
    ]),
  ).toEqual([{ n: 2 }]);
});

test("letters that were held go out once the wait for a changed address is over, with a link that opens", async () => {
  at("2026-03-10T12:00:00Z");
  expect(await sendHeldLetters(platform, { organisationId })).toBe(1);
  expect(await rows("SELECT 1 FROM held_letter WHERE round_id = $1", cycles.collecting)).toEqual(
    [],
  );
  const link = await letterTo("new.stranger@house.test", "collecting", "2026-03-10");
  expect(await opened(link)).toBe(people.stranger);
});

test("a closing that waited is scored and severed", async () => {
  const [link] = [await letterTo("peer1@house.test", "waiting")];
  expect(await opened(link)).toBe(people.peer1);
  await scoreCycle(platform, { organisationId, cycleId: cycles.waiting });
  expect(await opened(link)).toBe(410);
  await expectSevered("waiting");
});

test("a closing that was stopped halfway keeps the report it had, and makes the other", async () => {
  const made = () =>
    rows("SELECT id, result FROM report WHERE cycle_id = $1 ORDER BY id", cycles.half);
  const [had, ...none] = await made();
  expect(none).toEqual([]);
  await scoreCycle(platform, { organisationId, cycleId: cycles.half });
  const both = await made();
  expect(both).toHaveLength(2);
  expect(both).toContainEqual(had);
  await expectSevered("half");
});

async function expectSevered(round: keyof Release["cycles"]): Promise<void> {
  const id = cycles[round];
  expect(await rows("SELECT state FROM round WHERE id = $1", id)).toEqual([{ state: "closed" }]);
  for (const table of ["response", "round_secret", "invitation", "held_letter"])
    expect([table, await rows(`SELECT 1 FROM ${table} WHERE round_id = $1`, id)]).toEqual([
      table,
      [],
    ]);
  expect(await rows("SELECT DISTINCT state FROM request WHERE round_id = $1", id)).toEqual([
    { state: "ended" },
  ]);
  expect((await rows("SELECT 1 FROM answer_count WHERE round_id = $1", id)).length).toBeGreaterThan(
    2,
  );
}

test("the coach of a closed round reads first and lets the report out", async () => {
  const coach = member(people.report4);
  const [coachee] = await within((tx) => coachees(tx, coach));
  expect(coachee).toMatchObject({ name: "lead", cycleName: "The closed one" });
  required(await releaseReport(platform, coach, coachee?.report?.id ?? ""));
  expect(await rows("SELECT state FROM round WHERE id = $1", cycles.closed)).toEqual([
    { state: "released" },
  ]);
});

/** Every number of a table, cell by cell; words may have changed since. */
const numbers = (csv: string) =>
  (parse(csv, { bom: true, relax_column_count: true }) as string[][])
    .slice(1)
    .map((row) => row.filter((cell) => /^[-−]?[\d.,]+$/.test(cell)));

test("a released report is read by its participant, with the figures it had, as a table and on paper", async () => {
  const lead = member(people.lead);
  const today = "2026-03-10";
  expect(await within((tx) => reportView(tx, lead, reportId, today))).toMatchObject({
    ...{ cycleName: "The released one", participantName: "lead", closedOn: "2026-03-02" },
    reader: { reader: "participant" },
  });
  const csv = await reportFiguresFile(platform, lead, reportId, "csv");
  expect(numbers(String(csv?.content))).toEqual(numbers(release.csv));
  expect(numbers(release.csv).flat().length).toBeGreaterThan(300);
  const pdf = await reportPdfFile(platform, lead, reportId, null);
  expect(pdf?.name).toBe("Feedback report - lead - The released one - 2026-03-02.pdf");
  expect(
    Buffer.from(pdf?.content ?? "")
      .subarray(0, 8)
      .toString(),
  ).toBe("%PDF-1.7");
  expect(await within((tx) => sharedReports(tx, member(people.boss), today))).toMatchObject([
    { id: reportId, participantName: "lead" },
  ]);
  const told =
    "SELECT figure, snapshot IS NOT NULL AS told, octet_length(snapshot) AS size FROM disclosure_snapshot";
  const [before, ...others] = await rows(told);
  expect([before, others]).toMatchObject([{ figure: "usefulness", told: true }, []]);
  required(await rateUsefulness(platform, lead, reportId, { rating: 2 }));
  // What was told before the upgrade is gone on with: one contribution more.
  expect((await rows(told))[0].size).toBeGreaterThan(before.size);
  expect(await rows("SELECT rating FROM usefulness")).toEqual([{ rating: 2 }]);
});

test("HR reads what the released round says as a whole, with how many were asked and answered", async () => {
  expect(await within((tx) => groupReportView(tx, admin, cycles.released))).toMatchObject({
    ...{ cycleName: "The released one", invited: 10, answered: 8 },
  });
});
