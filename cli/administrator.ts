import {
  accessLinks,
  appointOfficial,
  officialsOf,
  removeOfficial,
} from "~/features/identity/index.server.ts";
import { OFFICES } from "~/features/identity/index.ts";
import { directory, holderOfAddress, peopleByIds } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { asOperator } from "./as-operator.ts";

type Options = { organisation?: string };
type AppointOptions = Options & { as: string };

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Prints who is in office in an organisation. */
export function listAdministrators(options: Options): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const all = await inOrganisation(platform, actor, (tx) => officialsOf(tx, actor));
    if (all.length === 0) say("Nobody is.");
    for (const { email, name, office, units, since } of all)
      say(
        `${email.padEnd(42)} ${office.padEnd(8)} ${name}, since ${since.toISOString().slice(0, 10)}` +
          (units ? `, for ${units.join(", ")}` : ""),
      );
  });
}

/**
 * Gives someone of the directory an office; prints the link by which they open an account when they have none.
 */
export function appoint(address: string, options: AppointOptions): Promise<void> {
  const office = OFFICES.find((each) => each === options.as);
  if (!office)
    throw new OperatorError(
      `Nobody is appointed as ${options.as}.`,
      `One of: ${OFFICES.join(", ")}`,
    );
  return asOperator(options.organisation, async (platform, actor) => {
    const person = await inOrganisation(platform, actor, async (tx) => {
      const found = await holderOfAddress(tx, actor, address);
      const [whole] = found && !found.external ? await peopleByIds(tx, actor, [found.id]) : [];
      return whole ?? null;
    });
    if (!person?.email)
      throw new OperatorError(
        `Nobody in the directory has the address ${address}.`,
        "Import them first: twohats import people FILE --yes.",
      );
    const guest = { ...person, email: person.email, personId: person.id, path: "/home" };
    let link = "";
    const parts = { ...platform, directory };
    const wanted = { personId: person.id, office, units: null };
    const outcome = await appointOfficial(parts, actor, wanted, async (tx) => {
      const [made] = await accessLinks(platform, tx, actor, [guest]);
      link = made ?? "";
    });
    if (outcome.ok) {
      say(
        `${person.name} has the office of ${office}${outcome.value === "now" ? "" : " as soon as they open an account"}.`,
      );
      say(outcome.value === "now" ? link : `They do that here, within 60 days: ${link}`);
      return;
    }
    const why = {
      already: `${person.name} is in office already, or was asked to be.`,
      readdressed: `The address of ${person.name} was changed a short while ago, and nobody gets in by it yet.`,
    };
    throw new OperatorError(
      outcome.reason === "already" || outcome.reason === "readdressed"
        ? why[outcome.reason]
        : `${person.name} is set inactive, or the organisation is suspended.`,
      "Nothing was changed.",
    );
  });
}

/** Takes somebody's office away, by the address they sign in with. */
export function remove(address: string, options: Options): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const all = await inOrganisation(platform, actor, (tx) => officialsOf(tx, actor));
    const found = all.find(({ email }) => email === address.toLowerCase());
    if (!found)
      throw new OperatorError(
        `Nobody in office signs in with ${address}.`,
        all.length === 0 ? "Nobody is." : `There are: ${all.map(({ email }) => email).join(", ")}`,
      );
    const outcome = await removeOfficial({ ...platform, directory }, actor, found.membershipId);
    if (!outcome.ok)
      throw new OperatorError(
        `${found.name} is the last owner who is in.`,
        "Appoint another first: twohats administrator appoint ADDRESS --as owner.",
      );
    say(`${found.name} is no longer in office.`);
  });
}
