import { OPERATOR } from "~/features/identity/index.ts";
import {
  inviteOwner,
  inviteOwnerInput,
  makeFoundingCode,
  newOrganisation,
  newOrganisationInput,
  renameOrganisation,
  renameOrganisationInput,
  resumeOrganisation,
  suspendOrganisation,
  suspendOrganisationInput,
  withdrawFoundingCodes,
} from "~/features/organisations/index.server.ts";
import { DAYS_GOOD } from "~/features/organisations/index.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { onServer } from "./as-operator.ts";
import {
  dayOf,
  type OrganisationOnServer,
  organisationMeant,
  organisationsOnServer,
} from "./organisations-on-server.ts";

type Json = { json?: boolean };

const operator = { accountId: OPERATOR };
const UNCHANGED = "Nothing was changed.";
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

/** Prints which organisations there are on this server. */
export function listOrganisations({ json }: Json): Promise<void> {
  return onServer(async (_open, connection) => {
    const all = await organisationsOnServer(connection);
    if (json) return sayJson(all);
    if (all.length === 0) say("There is no organisation yet.");
    for (const each of all) say(lineOf(each));
  });
}

function lineOf({ id, name, displayName, since, suspended, ownerLinkUntil }: OrganisationOnServer) {
  const facts = [
    ...(displayName === null ? [] : [`shown as ${displayName}`]),
    `since ${dayOf(since)}`,
    ...(ownerLinkUntil === null
      ? []
      : [`waits for its first owner until ${dayOf(ownerLinkUntil)}`]),
    ...(suspended === null ? [] : [`suspended since ${dayOf(suspended.since)}: ${suspended.why}`]),
  ];
  return `${id}  ${name}, ${facts.join(", ")}`;
}

/** Makes an organisation, and prints the link by which its first owner comes in. */
export function makeOrganisation(name: string, options: Json & { owner: string }): Promise<void> {
  const wanted = read(newOrganisationInput, { name, owner: options.owner });
  return onServer((open) =>
    open(async (platform) => {
      const outcome = await newOrganisation(platform, operator, wanted, async (tx, id) => {
        await installBuiltIn(platform, tx, { organisationId: id });
      });
      const { organisationId: id, link, until } = allowed(outcome);
      if (options.json) return sayJson({ id, name: wanted.name, link, until });
      say(`${wanted.name} is there: ${id}`);
      sayLink(wanted.owner, link, until);
    }),
  );
}

/** Prints another link for the first owner of an organisation that nobody owns yet. */
export function inviteFirstOwner(
  nameOrId: string,
  options: Json & { owner: string },
): Promise<void> {
  const wanted = read(inviteOwnerInput, { owner: options.owner });
  return within(nameOrId, async (platform, { id, name }) => {
    const by = { ...operator, organisationId: id };
    const outcome = await inviteOwner(platform, by, wanted);
    if (!outcome.ok && outcome.reason === "has-owner")
      throw new OperatorError(
        `${name} has an owner.`,
        "Whoever is in the directory is appointed: twohats administrator appoint ADDRESS --as owner.",
      );
    const { link, until } = allowed(outcome);
    if (options.json) return sayJson({ id, name, link, until });
    sayLink(wanted.owner, link, until);
  });
}

function sayLink(owner: string, link: string, until: Date): void {
  say(`${owner} becomes its first owner here, once and within ${DAYS_GOOD} days: ${link}`);
  say(
    `It is good until ${until.toISOString().slice(0, 16).replace("T", " ")} UTC. Hand it to nobody else.`,
  );
}

/** Calls an organisation something else. */
export function rename(nameOrId: string, newName: string): Promise<void> {
  const wanted = read(renameOrganisationInput, { name: newName });
  return within(nameOrId, async (platform, { id, name, displayName }) => {
    const outcome = await renameOrganisation(platform, { ...operator, organisationId: id }, wanted);
    if (!outcome.ok && outcome.reason === "already")
      throw new OperatorError(`It is called ${name} already.`, UNCHANGED);
    allowed(outcome);
    say(`${name} is called ${wanted.name} from now on.`);
    if (displayName !== null) say(`Its owners call it ${displayName}: that is what people read.`);
  });
}

/** Lets nobody in from now on. */
export function suspend(nameOrId: string, options: { why: string }): Promise<void> {
  const wanted = read(suspendOrganisationInput, { why: options.why });
  return within(nameOrId, async (platform, { id, name }) => {
    const by = { ...operator, organisationId: id };
    const outcome = await suspendOrganisation(platform, by, wanted);
    if (!outcome.ok && outcome.reason === "already")
      throw new OperatorError(`${name} is suspended already.`, UNCHANGED);
    allowed(outcome);
    say(`${name} is suspended: nobody gets in, and no letter leaves. Nothing is deleted.`);
    say(`It ends with: twohats organisation resume ${id}`);
  });
}

/** Lets everybody in again. */
export function resume(nameOrId: string): Promise<void> {
  return within(nameOrId, async (platform, { id, name }) => {
    const outcome = await resumeOrganisation(platform, { ...operator, organisationId: id });
    if (!outcome.ok && outcome.reason === "already")
      throw new OperatorError(`${name} is not suspended.`, UNCHANGED);
    const { overdue, unreleased } = allowed(outcome);
    say(`${name} is open again. Reminders that were due meanwhile are not sent.`);
    if (overdue > 0) say(`Rounds whose last day passed, and that HR has to close: ${overdue}`);
    if (unreleased > 0) say(`Rounds whose reports HR has to release: ${unreleased}`);
  });
}

/** Prints a link with which whoever holds it makes an organisation; or takes back those that were not used. */
export function foundingCode(options: Json & { withdraw?: boolean }): Promise<void> {
  return onServer((open) =>
    open(async (platform) => {
      if (options.withdraw) {
        const count = allowed(await withdrawFoundingCodes(platform, operator));
        if (options.json) return sayJson({ withdrawn: count });
        return say(`Taken back: ${count}`);
      }
      const { link, until } = allowed(await makeFoundingCode(platform, operator));
      if (options.json) return sayJson({ link, until });
      say(
        `Whoever opens this makes an organisation of their own, once and within ${DAYS_GOOD} days: ${link}`,
      );
    }),
  );
}

function within(
  nameOrId: string,
  work: (platform: Platform, organisation: OrganisationOnServer) => Promise<void>,
): Promise<void> {
  return onServer(async (open, connection) => {
    const organisation = await organisationMeant(connection, nameOrId);
    await open((platform) => work(platform, organisation));
  });
}

/** What the operator asked for. @throws where the operator could not: a fault of ours. */
function allowed<Value>(
  outcome: { ok: true; value: Value } | { ok: true } | { ok: false; reason: string },
): Value {
  if (!outcome.ok) throw new Error(`the operator was refused: ${outcome.reason}`);
  return ("value" in outcome ? outcome.value : undefined) as Value;
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  name: {
    missing: "The name has no letter, digit or sign that could be seen.",
    "too-long": "The name is longer than 200 characters.",
  },
  owner: { "": "That is no e-mail address:" },
  why: {
    missing: "Say why with --why: its members are told.",
    "too-long": "The reason is longer than 500 characters.",
  },
};

/** What was typed, by an operation's own schema. @throws OperatorError with what is wrong. */
function read<Schema extends Parameters<typeof readInput>[0]>(
  schema: Schema,
  given: Record<string, string>,
) {
  const input = readInput(schema, given);
  if (input.ok) return input.value;
  throw new OperatorError(
    input.problems.map((problem) => wordsFor(problem, given)).join("\n"),
    UNCHANGED,
  );
}

function wordsFor({ field = "", code }: Problem, given: Record<string, string>): string {
  const words = FIELDS[field];
  return words?.[code] ?? (words?.[""] ? `${words[""]} ${given[field]}` : `${field}: ${code}`);
}
