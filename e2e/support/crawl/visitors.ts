import { randomUUID } from "node:crypto";
import { onDatabase } from "../database.ts";
import { raterLinks } from "../raters.ts";
import type { Role, Server } from "../server.ts";

export type VisitorName =
  | "nobody"
  | "member"
  | "participant"
  | "hr"
  | "administrator"
  | "analyst"
  | "analyst of the round"
  | "hr of the round"
  | "hr of others"
  | "stranger"
  | "leaver";

/** Somebody who asks a running server, by what their browser would send. */
export type Visitor = { name: VisitorName; cookie: string };

/** What is there to be asked for: ids of the sample organisation, one of each kind, by the name of the parameter. */
export type Things = Record<string, string>;

export type Cast = { organisationId: string; visitors: Visitor[]; things: Things };

/** The departments of everybody who takes part in a round that collects, in SQL. */
const OF_THE_ROUND = `(SELECT array_agg(DISTINCT s.department) FROM subject s JOIN round r ON r.id = s.round_id
                        WHERE r.state = 'collecting')`;

/** Those in an office that is limited to departments, each with what their browser sends. */
export async function limitedOfficials(
  server: Server,
): Promise<{ name: string; cookie: string }[]> {
  const ask = (text: string) => onDatabase(server.dataDir, text);
  const limited = (id: string, role: "admin" | "analyst", units: string) =>
    official(server, ask, id, { role, units });
  const elsewhere = "ARRAY['Finance and administration']";
  return [
    { name: "HR of the round", cookie: await limited("hrof", "admin", OF_THE_ROUND) },
    { name: "HR of others", cookie: await limited("hrofothers", "admin", elsewhere) },
    { name: "an analyst of the round", cookie: await limited("figof", "analyst", OF_THE_ROUND) },
    { name: "an analyst of others", cookie: await limited("figofothers", "analyst", elsewhere) },
  ];
}

/**
 * Everyone who may ask: nobody signed in, a member, a participant with a report, HR who owns the organisation, an HR
 * administrator who does not, an HR analyst, HR of the departments of the round that is asked for and of another
 * department, an analyst of the same, the owner of another organisation on the same server, and someone who left and
 * may still read their reports. With things of the sample to ask for.
 */
export async function assemble(server: Server): Promise<Cast> {
  const ask = (text: string) => onDatabase(server.dataDir, text);
  const organisation = await idOf(
    ask,
    "SELECT organisation_id AS id FROM organisation ORDER BY created_at LIMIT 1",
  );
  const visitors: Visitor[] = [
    { name: "nobody", cookie: "" },
    { name: "member", cookie: await signIn(server, "rater with requests waiting") },
    {
      name: "participant",
      cookie: `${await signIn(server, "manager with a released report")}; ${lookingAt(organisation)}`,
    },
    { name: "hr", cookie: await signIn(server, "HR administrator") },
    { name: "analyst", cookie: await official(server, ask, "analyst", { role: "analyst" }) },
    {
      name: "hr of the round",
      cookie: await official(server, ask, "ofround", {
        role: "admin",
        units: OF_THE_ROUND,
      }),
    },
    {
      name: "hr of others",
      cookie: await official(server, ask, "ofothers", {
        role: "admin",
        units: "ARRAY['Finance and administration']",
      }),
    },
    { name: "administrator", cookie: await official(server, ask, "hradmin", { role: "admin" }) },
    {
      name: "analyst of the round",
      cookie: await official(server, ask, "figround", { role: "analyst", units: OF_THE_ROUND }),
    },
    { name: "stranger", cookie: await administratorElsewhere(server, ask) },
    { name: "leaver", cookie: await signIn(server, "manager choosing raters") },
  ];
  const leaver = server.signIn("manager choosing raters").email;
  await ask(
    `UPDATE organisation SET leavers_read_days = 90 WHERE organisation_id = '${organisation}'`,
  );
  await ask(
    `UPDATE person SET status = 'inactive', inactive_since = now()::date WHERE email = '${leaver}'`,
  );
  return {
    organisationId: organisation,
    visitors,
    things: await thingsOf(server, ask, organisation),
  };
}

type Ask = (text: string) => Promise<Record<string, unknown>[]>;

async function idOf(ask: Ask, text: string): Promise<string> {
  const [row] = await ask(text);
  return String(row?.id ?? "");
}

function signIn(server: Server, role: Role): Promise<string> {
  return signInWith(server, server.signIn(role));
}

async function signInWith(
  server: Server,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const answer = await fetch(`${server.url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email, password, next: "/" }),
    headers: { origin: server.url },
    redirect: "manual",
  });
  if (answer.status !== 302) throw new Error(`${email} was not signed in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Somebody of the directory in office, with an account made for it; limited to units where these are given, in SQL. */
async function official(
  server: Server,
  ask: Ask,
  id: string,
  { role, units = "NULL" }: { role: "admin" | "analyst"; units?: string },
): Promise<string> {
  const { email: known, password } = server.signIn("HR administrator");
  const email = `${id}@harbourline.example`;
  await ask(`INSERT INTO auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
             VALUES ('${id}', 'Official', '${email}', true, now(), now())`);
  await ask(`INSERT INTO auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
             SELECT '${id}', '${id}', a."providerId", '${id}', a."password", now()
               FROM auth."account" a JOIN auth."user" u ON u."id" = a."userId" WHERE u."email" = '${known}'`);
  await ask(`INSERT INTO membership (organisation_id, id, account_id, person_id, role, units, created_at, role_since)
             SELECT p.organisation_id, '${randomUUID()}', '${id}', p.id, '${role}', ${units}, now(), now() FROM person p
              WHERE p.status = 'active' AND NOT p.external
                AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id)
              ORDER BY p.id DESC LIMIT 1`);
  // Whom an office is given to begins without a plan, as everybody else who asks.
  for (const table of ["practice", "plan"])
    await ask(
      `DELETE FROM ${table} WHERE person_id IN (SELECT person_id FROM membership WHERE account_id = '${id}')`,
    );
  return signInWith(server, { email, password });
}

/** The manager with a report administers another organisation as well, which is the one this browser looks at. */
async function administratorElsewhere(server: Server, ask: Ask): Promise<string> {
  const id = randomUUID();
  const { email } = server.signIn("manager with a released report");
  await ask(
    `INSERT INTO organisation (organisation_id, name, created_at) VALUES ('${id}', 'Another house', now())`,
  );
  await ask(`INSERT INTO membership (organisation_id, id, account_id, role, owner, created_at, role_since)
             SELECT '${id}', '${randomUUID()}', "id", 'admin', true, now(), now() FROM auth."user" WHERE "email" = '${email}'`);
  const cookie = await signIn(server, "manager with a released report");
  return `${cookie}; ${lookingAt(id)}`;
}

const lookingAt = (organisationId: string) => `twohats-organisation=${organisationId}`;

async function thingsOf(server: Server, ask: Ask, organisation: string): Promise<Things> {
  const first = (table: string, more = "") =>
    idOf(ask, `SELECT id FROM ${table} WHERE organisation_id = '${organisation}' ${more} LIMIT 1`);
  const { email } = server.signIn("manager with a released report");
  const reportId = await idOf(
    ask,
    `SELECT r.id FROM report r JOIN subject p ON p.id = r.participant_id JOIN person x ON x.id = p.person_id
      WHERE x.email = '${email}' AND r.released_at IS NOT NULL ORDER BY r.created_at DESC LIMIT 1`,
  );
  const cycleId = await first("round", "AND state = 'collecting' AND kind = 'feedback'");
  const [importId, fileId, bundleId] = [randomUUID(), randomUUID(), randomUUID()];
  const [sheetId, subjectId] = [randomUUID(), randomUUID()];
  const [providerId, evidenceId, practiceId] = [randomUUID(), randomUUID(), randomUUID()];
  const frameworkId = await idOf(
    ask,
    "SELECT framework_id AS id FROM own_framework_version WHERE version = 2 LIMIT 1",
  );
  const { token, requestId } = await requestAboutSomebodyElse(server, ask);
  const personId = await first("person", "AND status = 'active'");
  return {
    cycleId,
    roundId: cycleId,
    reportId,
    participantId: await first("subject", `AND round_id = '${cycleId}'`),
    personId,
    coachId: personId,
    roleId: await first("role"),
    messageId: await first("message"),
    ...{ requestId, token },
    part: "send",
    audience: "members",
    questionnaire: "both-hats-360",
    competency: "setting-goals",
    behaviour: "few-goals",
    check: "balance",
    situation: "conflict",
    set: "core-skills",
    ...{ planId: randomUUID(), areaId: randomUUID(), actionId: randomUUID() },
    ...{ decisionId: randomUUID(), clearOutId: randomUUID(), charterId: randomUUID() },
    ...{ pulseId: randomUUID(), suggestionsId: randomUUID(), awayId: randomUUID(), file: "x.ics" },
    ...{ importId, fileId, bundleId, frameworkId, providerId, evidenceId, practiceId },
    ...{ sheetId, subjectId },
    ...{
      organisationId: organisation,
      format: "csv",
      mark: "none",
      code: "none",
    },
  };
}

/** A request that its rater may answer, decline and hand over: nobody declines to look at themselves. */
async function requestAboutSomebodyElse(
  server: Server,
  ask: Ask,
): Promise<{ token: string; requestId: string }> {
  const own = await ask("SELECT id FROM request WHERE relationship = 'self'");
  for (const link of raterLinks(server)) {
    const token = link.split("/r/")[1] ?? "";
    const list = await (await fetch(`${server.url}/r/${token}`)).text();
    const asked = [...list.matchAll(/\/r\/[\w-]+\/([0-9a-f-]{36})/g)].map(([, id]) => id);
    const requestId = asked.find((id) => !own.some((each) => each.id === id));
    if (requestId) return { token, requestId };
  }
  throw new Error("The sample asks nobody about somebody else.");
}
