import { loadavg } from "node:os";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import pg from "pg";
import pino from "pino";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { createOrganisation } from "../../app/features/identity/index.server.ts";
import { deliverMessage } from "../../app/features/letters/index.server.ts";
import { startMailServer } from "../../app/features/letters/testing/mail-server.ts";
import { insertPeople } from "../../app/features/people/index.server.ts";
import { installBuiltIn } from "../../app/features/questionnaires/index.server.ts";
import { sendInvitations } from "../../app/features/rounds/letters/invitation-letters.server.ts";
import { makePseudonymKey } from "../../app/features/rounds/pseudonyms/pseudonym.server.ts";
import { sendDueReminders } from "../../app/features/rounds/reminders/send-due-reminders.server.ts";
import { systemChance } from "../../app/platform/chance/chance.server.ts";
import { fixedClock } from "../../app/platform/clock/clock.ts";
import { openDatabase } from "../../app/platform/db/database.server.ts";
import { newId } from "../../app/platform/db/ids.ts";
import { inOrganisation } from "../../app/platform/db/in-organisation.server.ts";
import { startJobs } from "../../app/platform/jobs/jobs.server.ts";
import { MAIL_CONNECTIONS } from "../../app/platform/mail/mailer.server.ts";
import { nobodyOutside } from "../../app/platform/outside/testing.ts";
import type { Platform } from "../../app/platform/platform.server.ts";

const PEOPLE = 20_000;
const PARTICIPANTS = 2_000;
const DELIVERED = 2_000;
const MAIL_BATCH = 100;
/** By then it is slower than anyone would wait for, and what arrived is what counts. */
const DELIVERY_ENDS_AFTER_MS = 100_000;

// The last is what a busy machine must still do; a quiet one does several times as many.
const limits = { invitations: 20, pause: 250, reminders: 25, lettersPerSecond: 20 };

/** Prints what was measured. @returns whether all of it is within the limits. */
export async function measureLetters(appUrl: string, ownerUrl: string): Promise<boolean> {
  const { database, close } = openDatabase(appUrl);
  const log = pino({ level: "silent" });
  const jobs = await startJobs(appUrl, log, false);
  const mail = await startMailServer();
  const arrived = mail.countOnly();
  const clock = fixedClock(new Date("2026-03-02T12:00:00Z"));
  const platform: Platform = {
    database,
    clock,
    chance: systemChance,
    jobs,
    mailer: mail.mailer,
    log,
    outside: nobodyOutside(),
    secret: "a secret that only this measurement knows",
    publicUrl: "http://twohats.example",
  };
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const round = await prepareRound(platform);

  const invited = await timed(() => invite(platform, round));
  print("invitations written and queued", `${PEOPLE}`, invited);
  // As autovacuum has done long before anyone is reminded; without it the planner takes thousands of rows for a
  // handful.
  await owner.query("ANALYZE");
  clock.set(new Date("2026-03-13T12:00:00Z"));
  const reminded = await timed(() => sendDueReminders(platform, round));
  print("reminders found, written and queued", `${PEOPLE}`, reminded);
  const idle = await timed(() => sendDueReminders(platform, round));
  print("time kept again, nothing due", "0", idle);

  await owner.query("DELETE FROM pgboss.job");
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM message LIMIT $1", [
    DELIVERED,
  ]);
  await inOrganisation(platform, round, (tx) =>
    jobs.enqueue(
      tx,
      "send-message",
      rows.map(({ id }) => ({ organisationId: round.organisationId, messageId: id })),
    ),
  );
  const delivered = await timed(async () => {
    const deliver = (payload: { organisationId: string; messageId: string }) =>
      deliverMessage(platform, payload, { ways: letterWays });
    await jobs.work("send-message", deliver, 1, MAIL_BATCH, MAIL_CONNECTIONS);
    const end = performance.now() + DELIVERY_ENDS_AFTER_MS;
    while (arrived.count < DELIVERED && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
  const perSecond = arrived.count / delivered.seconds;
  print("letters handed to a mail server", `${Math.round(perSecond)} a second`, delivered);
  if (arrived.count < DELIVERED)
    process.stdout.write(`only ${arrived.count} of ${DELIVERED} letters arrived in time\n`);
  const load = loadavg().map((each) => each.toFixed(1));
  process.stdout.write(`load over 1, 5 and 15 minutes: ${load.join(", ")}\n`);

  await owner.end();
  await jobs.stop();
  await mail.close();
  await close();
  return (
    invited.seconds < limits.invitations &&
    invited.pause < limits.pause &&
    reminded.seconds < limits.reminders &&
    perSecond > limits.lettersPerSecond
  );
}

type Round = { organisationId: string; cycleId: string; instrumentId: string; people: string[] };

/** A collecting cycle of 2,000 participants with ten raters each: everyone is asked once. */
async function prepareRound(platform: Platform): Promise<Round> {
  const organisationId = await createOrganisation(platform, "Letters & Co");
  const scope = { organisationId };
  const people = Array.from({ length: PEOPLE }, () => newId());
  const cycleId = newId();
  const participants = people.slice(0, PARTICIPANTS).map((personId) => ({ id: newId(), personId }));
  const instrumentId = await inOrganisation(platform, scope, async (tx) => {
    const [instrument = ""] = await installBuiltIn(platform, tx, scope);
    for (let start = 0; start < PEOPLE; start += 5_000) {
      const rows = people.slice(start, start + 5_000).map((id, index) => ({
        id,
        name: `Person ${start + index}`,
        email: `person${start + index}@house.example`,
        language: index % 3 === 0 ? "de" : "en",
        managerId: null,
      }));
      await insertPeople(tx, scope, rows, platform.clock.now());
    }
    await tx
      .insertInto("round")
      .values({
        ...scope,
        id: cycleId,
        kind: "feedback",
        name: "Spring 360",
        instrumentId: instrument,
        state: "collecting",
        releaseMode: "hr",
        opensOn: "2026-03-02",
        closesOn: "2026-03-20",
        disclosurePolicy: "{}",
        createdBy: "bench",
        createdAt: platform.clock.now(),
      })
      .execute();
    await tx
      .insertInto("cycle")
      .values({ ...scope, roundId: cycleId, kind: "360" })
      .execute();
    await makePseudonymKey(tx, { ...scope, id: cycleId });
    await tx
      .insertInto("subject")
      .values(
        participants.map((each) => ({ ...scope, ...each, roundId: cycleId, name: "Participant" })),
      )
      .execute();
    for (let start = 0; start < PEOPLE; start += 1_000) {
      const own = people.slice(start, start + 1_000);
      await tx
        .insertInto("request")
        .values(
          own.map((personId, index) => ({
            ...scope,
            id: newId(),
            roundId: cycleId,
            subjectId: participants[(start + index) % PARTICIPANTS]?.id ?? "",
            personId,
            relationship: "peer",
            state: "invited",
          })),
        )
        .execute();
      await tx
        .insertInto("invitation")
        .values(own.map((personId) => ({ ...scope, id: personId, roundId: cycleId, personId })))
        .execute();
    }
    return instrument;
  });
  return { organisationId, cycleId, instrumentId, people };
}

function invite(platform: Platform, round: Round): Promise<unknown> {
  const { organisationId, cycleId: id, instrumentId, people } = round;
  const cycle = { organisationId, id, name: "Spring 360", closesOn: "2026-03-20", instrumentId };
  const guests = people.map((invitationId, index) => ({
    invitationId,
    name: `Person ${index}`,
    address: `person${index}@house.example`,
    language: index % 3 === 0 ? "de" : "en",
    requests: 1,
  }));
  return inOrganisation(platform, round, (tx) => sendInvitations(platform, tx, cycle, guests));
}

/**
 * Seconds it took, seconds of this process's own work in them, and the longest it kept everyone waiting, in
 * milliseconds.
 */
type Time = { seconds: number; own: number; pause: number };

async function timed(work: () => Promise<unknown>): Promise<Time> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1_000;
  delays.disable();
  return { seconds, own: (user + system) / 1e6, pause: delays.max / 1e6 };
}

function print(what: string, count: string, { seconds, own, pause }: Time): void {
  process.stdout.write(
    `${what.padEnd(40)}${count.padStart(14)}${seconds.toFixed(2).padStart(9)} s, own work ${own.toFixed(2)} s, longest pause ${pause.toFixed(0)} ms\n`,
  );
}
