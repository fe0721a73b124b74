import { randomUUID } from "node:crypto";
import { type Address, addresses, filled } from "./support/crawl/addresses.ts";
import { contentsOf } from "./support/crawl/contents.ts";
import {
  assemble,
  type Cast,
  type Things,
  type Visitor,
  type VisitorName,
} from "./support/crawl/visitors.ts";
import { expect, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Every address of the application, as its own list of routes has them, asked for by everyone. The tests build on each
// other.
test.describe.configure({ mode: "serial", timeout: 900_000 });

let server: Server;
let cast: Cast;

test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
  cast = await assemble(server);
});
test.afterAll(() => server.stop());

/**
 * Whom an address is for. `owner`: owners. `admin`: administrators, of the organisation that has what is asked for.
 * `runner`: those, and HR of departments; of a round, where nobody takes part but people of these. `in`: everyone who
 * is in. `reader`: those, and who left but may read their reports. A list: the people whose own thing it is.
 */
type For = "everyone" | "in" | "reader" | "owner" | "admin" | "runner" | VisitorName[];

/** Colleagues of the sample, whatever their office. */
const IN_DIRECTORY: VisitorName[] = [
  ...(["member", "participant", "hr", "analyst"] as const),
  ...(["administrator", "analyst of the round", "hr of the round", "hr of others"] as const),
];

/** Owners administer as well; an address for both of them is for HR of everybody. */
const HR: VisitorName[] = ["hr", "administrator"];

const PUBLIC: Record<string, For> = {
  "/": "everyone",
  "/sign-in": "everyone",
  "/blank/charter": "everyone",
  "/blank/plan": "everyone",
  "/checks": "everyone",
  "/checks/:check": "everyone",
  "/checks/:check/alone": "everyone",
  "/checks/:check/result": "everyone",
  "/guide": "everyone",
  "/guide/:situation": "everyone",
  "/robots.txt": "everyone",
  "/sitemap.xml": "everyone",
  "/sign-out": "everyone",
  "/theme": "everyone",
  "/organisation": "everyone",
  "/welcome": "everyone",
  "/language": "everyone",
  "/shared-device": "everyone",
  "/dev/gallery": "everyone",
  "/join/:token": [],
  "/address/:token": [],
  "/sign-in/organisation": "everyone",
  // Of the sample no organisation has a provider.
  "/sign-in/organisation/:organisationId": [],
  "/sign-in/organisation/:organisationId/:providerId": "everyone",
  "/sign-in/organisation/:organisationId/finish": "everyone",
  "/sign-in/organisation/:organisationId/return": "everyone",
  "/sign-in/link": "everyone",
  "/sign-in/link/:token": [],
  "/sign-in/passkey": "everyone",
  "/logo/:organisationId/:mark": [],
  "/organisations/new/:code": [],
  "/organisations/owner/:token": [],
  "/new-address/:token": [],
  "/letters/without/:token": [],
  "/nudges/:token": [],
  "/calendar/:file": [],
  "/new-password": "everyone",
  "/new-password/:token": [],
  "/r/:token": "everyone",
  "/r/:token/:requestId": "everyone",
  "/r/:token/:requestId/save": "everyone",
  "/r/:token/:requestId/decline": "everyone",
  "/r/:token/:requestId/hand-over": "everyone",
  "/r/:token/:requestId/:part": "everyone",
  "/r/:token/information": "everyone",
};

const SIGNED_IN: Record<string, For> = {
  "/home": "in",
  "/your-address": "in",
  "/account": "reader",
  "/account/session": "reader",
  // Whoever is in is led on; without a right password there is nothing to enter a code for.
  "/sign-in/code": "reader",
  "/account/second-factor": "reader",
  "/account/address": "reader",
  "/account/confirm": "reader",
  "/account/record.json": [...IN_DIRECTORY, "leaver"],
  "/account/confirm/passkey": "reader",
  "/account/profile": "in",
  "/account/letters": "in",
  "/account/calendar": "in",
  "/account/information": "reader",
  "/account/record": [...IN_DIRECTORY, "leaver"],
  "/approvals": "in",
  "/coaching": "in",
  "/frameworks": "in",
  "/frameworks/built-in": "in",
  "/frameworks/built-in/:competency": "in",
  "/frameworks/:frameworkId": IN_DIRECTORY,
  "/frameworks/:frameworkId/changes": IN_DIRECTORY,
  "/charter": IN_DIRECTORY,
  "/charter/edit": IN_DIRECTORY,
  "/charters": "in",
  "/plan": IN_DIRECTORY,
  "/plan/areas/new": IN_DIRECTORY,
  "/plan/clear-outs": IN_DIRECTORY,
  "/plan/decisions": IN_DIRECTORY,
  "/plan/decisions/new": IN_DIRECTORY,
  "/plan/practice": IN_DIRECTORY,
  "/plan/practice/edit": IN_DIRECTORY,
  "/plan/practice/new": IN_DIRECTORY,
  "/plan/announce": IN_DIRECTORY,
  "/plan/pulse": IN_DIRECTORY,
  // Whoever leads nobody is told so.
  "/away-test": IN_DIRECTORY,
  "/plan/starters": IN_DIRECTORY,
  "/plan/starters/:set": IN_DIRECTORY,
  "/plan/time": IN_DIRECTORY,
  "/plan/time/calendar": IN_DIRECTORY,
  "/plan/time/week": IN_DIRECTORY,
  "/plans": IN_DIRECTORY,
  "/plans/public": "in",
  "/practices": "in",
  "/practices/:behaviour": "in",
  // Of whoever else administers, their own.
  "/practices/:behaviour/new": [...HR, "stranger"],
  "/people": "in",
  "/people/tree": "in",
  "/people/export": "in",
  "/people/:personId": IN_DIRECTORY,
  "/levels": IN_DIRECTORY,
  "/assess": IN_DIRECTORY,
  // Of somebody at the top, whom nobody leads, in the department of the other HR.
  "/levels/:personId": [...HR, "hr of others"],
  "/levels/:personId/record": [...HR, "hr of others"],
  // Of whoever else administers, their own.
  "/roles/export/:format": [...HR, "stranger"],
  // Whoever leads nobody is told so.
  "/skills": "in",
  "/skills/cover": "in",
  "/skills/team": "in",
  "/skills/needs": "in",
  // Whoever leads somebody, as all of them do, and HR.
  "/skills/levels.xlsx": IN_DIRECTORY.filter((who) => who !== "analyst"),
  "/reports": "reader",
  // Of whoever else administers, their own.
  "/privacy/information/:audience": ["hr", "stranger"],
  "/round-reports": IN_DIRECTORY.filter((who) => who !== "member" && who !== "participant").concat(
    "stranger",
  ),
  "/search": "reader",
  "/reports/:reportId": ["participant"],
  "/reports/:reportId/pdf": ["participant"],
  "/reports/:reportId/figures.csv": ["participant"],
  "/reports/:reportId/figures.xlsx": ["participant"],
  "/reports/:reportId/share": ["participant"],
  "/reports/:reportId/usefulness": ["participant"],
  "/nominations/:participantId": [...HR, "hr of the round"],
  // Whoever is nobody in the directory is asked nothing, and is led home.
  "/requests": [...IN_DIRECTORY, "stranger"],
  "/requests/:requestId": ["stranger"],
  "/requests/:requestId/save": ["stranger"],
  "/requests/:requestId/decline": ["stranger"],
  "/requests/:requestId/hand-over": ["stranger"],
  "/requests/:requestId/:part": ["stranger"],
};

/**
 * Of the sample there is no file, bundle, import, draft of a framework or kept letter: for these, nobody finds
 * anything.
 */
const NOTHING_THERE: Record<string, For> = {
  // Browsers have no passkeys for a server whose name is a number.
  "/account/passkeys": [],
  "/privacy/information/:audience/versions": [],
  "/cycles/:cycleId/insights": [],
  "/cycles/:cycleId/insights/pdf": [],
  "/cycles/:cycleId/insights/figures.xlsx": [],
  "/cycles/:cycleId/dry-run": [],
  "/cycles/:cycleId/files/:bundleId": [],
  "/access/sign-on/:providerId": [],
  // For those whose session a provider opened.
  "/sign-in/again": [],
  "/frameworks/:frameworkId/draft": [],
  "/frameworks/:frameworkId/draft/competency": [],
  "/frameworks/:frameworkId/draft/group": [],
  "/frameworks/:frameworkId/draft/pillar": [],
  "/questionnaires/:questionnaire/draft": [],
  "/questionnaires/:questionnaire/draft/about": [],
  "/questionnaires/:questionnaire/draft/condition": [],
  "/questionnaires/:questionnaire/draft/import": [],
  "/questionnaires/:questionnaire/draft/item": [],
  "/questionnaires/:questionnaire/draft/page": [],
  "/questionnaires/:questionnaire/draft/scale": [],
  "/questionnaires/:questionnaire/draft/words": [],
  // Which competency is said in the address.
  "/frameworks/:frameworkId/competency": [],
  "/practices/:behaviour/:practiceId": [],
  // Nobody of the sample has a plan or shares one.
  "/plan/share": [],
  "/plan/public": [],
  "/plans/public/:planId": [],
  "/plan/areas/:areaId": [],
  "/plan/areas/:areaId/action": [],
  "/plan/actions/:actionId": [],
  "/plan/decisions/:decisionId": [],
  "/plan/clear-outs/:clearOutId": [],
  "/charters/:charterId": [],
  "/plan/pulse/:pulseId": [],
  "/plan/suggestions/:suggestionsId": [],
  "/away-test/:awayId": [],
  "/plans/:planId": [],
  "/plans/:planId/pdf": [],
  "/roles/look": [],
  "/levels/:personId/evidence/:evidenceId": [],
  "/assess/:sheetId": [],
  "/assess/talk/:subjectId": [],
  // The round that is asked for is of another kind.
  "/assessments/:roundId": [],
  "/pulses/:roundId": [],
  "/assessments/:roundId/calibration": [],
  "/assessments/:roundId/call-off": [],
  "/assessments/:roundId/edit": [],
  "/assessments/:roundId/extend": [],
  "/assessments/:roundId/people": [],
  "/assessments/:roundId/person/:subjectId": [],
  "/people/import/:importId": [],
  "/people/import/:importId/rejected": [],
  "/outbox/:messageId": [],
};

/** Running rounds: for HR of departments too, where the round is theirs. A page in no list is for none of them. */
const RUNNER = [
  "/assessments",
  "/pulses",
  "/assessments/new",
  "/cycles",
  "/cycles/new",
  "/cycles/:cycleId",
  "/cycles/:cycleId/call-off",
  "/cycles/:cycleId/close",
  "/cycles/:cycleId/delete",
  "/rounds/:roundId/progress.csv",
  "/rounds/:roundId/progress.xlsx",
  "/cycles/:cycleId/extend",
  "/cycles/:cycleId/coaches",
  "/cycles/:cycleId/coaches/:coachId",
  "/cycles/:cycleId/letters",
  "/cycles/:cycleId/letters/test",
  "/cycles/:cycleId/participants/:participantId",
  "/cycles/:cycleId/files",
  "/cycles/:cycleId/copy",
  "/cycles/:cycleId/setup",
  "/cycles/:cycleId/setup/details",
  "/cycles/:cycleId/setup/participants",
  "/cycles/:cycleId/setup/participants/list",
  // Files are for HR of everybody; a round that is no draft leads whoever runs it on to its page before that.
  "/cycles/:cycleId/setup/participants/file",
  "/cycles/:cycleId/setup/participants/file/:fileId",
  "/cycles/:cycleId/setup/raters",
  "/cycles/:cycleId/setup/dates",
  "/cycles/:cycleId/setup/invitation",
  "/cycles/:cycleId/setup/review",
  "/cycles/:cycleId/setup/review/dry-run",
  "/rounds/:roundId/preview",
];

/** Who is in office, how people get in, what they are told, and what was done: not for HR who owns nothing. */
const OWNER = [
  "/access/audit",
  "/access/audit.csv",
  "/access/sign-on",
  "/access/sign-on/links",
  "/access/sign-on/new",
  "/access/sign-on/new-saml",
  "/branding",
  "/branding/logo",
  "/privacy/information",
];

const ADMIN = [
  "/access",
  "/frameworks/:frameworkId/export/:format",
  "/frameworks/import",
  "/privacy",
  "/privacy/hold",
  "/outbox",
  "/people/:personId/edit",
  "/people/:personId/erase",
  "/people/:personId/history",
  "/people/:personId/joining-link",
  "/people/:personId/leaving",
  "/people/:personId/merge",
  "/people/:personId/times",
  "/people/addresses",
  "/people/import",
  "/people/import/template",
  "/people/names",
  "/people/new",
  "/people/provisioning",
  "/people/together",
  "/questionnaires",
  "/roles",
  "/roles/new",
  "/roles/ready",
  "/roles/import",
  "/roles/:roleId",
  "/roles/:roleId/edit",
];

/** Figures alone: analysts read them too, and everybody who runs rounds. */
const FIGURES: For = [
  ...(["hr", "administrator", "analyst", "analyst of the round"] as const),
  ...(["hr of the round", "hr of others", "stranger"] as const),
];

const WHOM_FOR: Record<string, For> = {
  ...PUBLIC,
  ...SIGNED_IN,
  ...NOTHING_THERE,
  ...Object.fromEntries(OWNER.map((pattern) => [pattern, "owner" as const])),
  ...Object.fromEntries(ADMIN.map((pattern) => [pattern, "admin" as const])),
  ...Object.fromEntries(RUNNER.map((pattern) => [pattern, "runner" as const])),
  // A built-in one is asked for, which every organisation has.
  "/questionnaires/:questionnaire": [...HR, "stranger"],
  "/questionnaires/:questionnaire/preview": [...HR, "stranger"],
  ...Object.fromEntries(
    ["/follow-through", "/follow-through/change"].map((pattern) => [pattern, FIGURES]),
  ),
  // Whose units are chosen is said in the address.
  "/access/units": [],
};

function mayOpen({ pattern, parameters }: Address, who: VisitorName): boolean {
  const whom = WHOM_FOR[pattern] ?? [];
  if (typeof whom === "object") return whom.includes(who);
  if (whom === "everyone") return true;
  if (who === "nobody") return false;
  if (whom === "reader") return true;
  if (who === "leaver") return false;
  if (whom === "in") return true;
  if (who === "stranger") return parameters.length === 0;
  if (whom === "runner" && who === "hr of the round") return true;
  if (whom === "runner" && who === "hr of others") return parameters.length === 0;
  return whom === "owner" ? who === "hr" : HR.includes(who);
}

type Answer = { status: number; location: string; text: string };

async function ask(path: string, { cookie }: Visitor, method = "GET"): Promise<Answer> {
  const answer = await fetch(server.url + path, {
    method,
    redirect: "manual",
    headers: { cookie, origin: server.url },
    ...(method === "POST" ? { body: new URLSearchParams({ intent: "x" }) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, location: answer.headers.get("location") ?? "", text };
}

/** What somebody ends up with when a page leads them on to another. */
async function follow(path: string, who: Visitor): Promise<Answer> {
  const answer = await ask(path, who);
  const within = /^\/cycles\//.test(answer.location);
  return within ? follow(answer.location, who) : answer;
}

function outcomeOf(
  { status, location }: Answer,
  who: VisitorName,
): "opened" | "sign in" | "not here" {
  if (location.startsWith("/sign-in?next=")) return "sign in";
  // Whoever left is led to what they may read.
  if (who === "leaver" && status === 302 && location === "/reports") return "not here";
  if (status === 404 || status === 410) return "not here";
  return "opened";
}

test("every address is on the list of whom it is for, and nothing else is", () => {
  expect(
    addresses()
      .map(({ pattern }) => pattern)
      .sort(),
  ).toEqual(Object.keys(WHOM_FOR).sort());
});

test("everyone opens what is for them, and nobody anything else", async () => {
  const [found, expected]: string[][] = [[], []];
  for (const address of addresses()) {
    const answers = await Promise.all(
      cast.visitors.map(async (who) => ({
        who,
        answer: await follow(filled(address, cast.things), who),
      })),
    );
    for (const { who, answer } of answers) {
      expect(answer.status, `${address.pattern} for ${who.name}`).toBeLessThan(500);
      const isFor = mayOpen(address, who.name);
      const refused =
        who.name === "nobody" && !(address.pattern in PUBLIC) ? "sign in" : "not here";
      // A page may lead whom it is for to another one: a person without requests goes home.
      found?.push(`${address.pattern} ${who.name}: ${outcomeOf(answer, who.name)}`);
      expected?.push(`${address.pattern} ${who.name}: ${isFor ? "opened" : refused}`);
    }
  }
  expect(found).toEqual(expected);
});

/** An answer without what differs from one asking to the next. */
function plain({ status, location, text }: Answer, ids: Things): string {
  let words = `${status} ${location} ${text}`;
  for (const id of Object.values(ids)) words = words.replaceAll(id, "ID");
  return words
    .replace(/nonce(="|-|&quot;:&quot;|\\?":\\?")[\w+/=-]+/g, "nonce")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "REQUEST")
    .replace(/"nonce\\?",\\?"[^"\\]+\\?"/g, "nonce");
}

test("what is there but not for someone looks to them like what is not there at all, and asking writes nothing", async () => {
  const before = await contentsOf(server.dataDir);
  for (const address of addresses()) {
    const { pattern, parameters } = address;
    const ids = parameters.filter((name) => name.endsWith("Id"));
    if (pattern in PUBLIC || ids.length === 0) continue;
    const nothing = {
      ...cast.things,
      ...Object.fromEntries(ids.map((name) => [name, randomUUID()])),
    };
    const refused = cast.visitors.filter(({ name }) => !mayOpen(address, name));
    const asked = refused.map(async (who) => {
      for (const method of ["GET", "POST"]) {
        const there = await ask(filled(address, cast.things), who, method);
        const notThere = await ask(filled(address, nothing), who, method);
        expect(plain(there, cast.things), `${method} ${pattern} by ${who.name}`).toBe(
          plain(notThere, nothing),
        );
      }
    });
    await Promise.all(asked);
  }
  expect(await contentsOf(server.dataDir)).toEqual(before);
});

test("no method but the ones pages take is taken anywhere, by anyone", async () => {
  const before = await contentsOf(server.dataDir);
  for (const address of addresses()) {
    const asked = cast.visitors.map(async (who) => {
      for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"]) {
        const { status } = await ask(filled(address, cast.things), who, method);
        expect(status, `${method} ${address.pattern} by ${who.name}`).toBe(405);
      }
    });
    await Promise.all(asked);
  }
  expect(await contentsOf(server.dataDir)).toEqual(before);
});
