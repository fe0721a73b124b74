import { Command } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { reportFailure } from "./report-failure.ts";
import { addScore } from "./score/add-score.ts";

// Each command brings in what it needs when it runs: help should not load the whole server.
const program = new Command("twohats")
  .description(
    "Develops people who both manage and lead. Settings come from environment variables; see docs/operating.md.",
  )
  .version(packageJson.version)
  .showHelpAfterError("(add --help for what is possible)");

program
  .command("serve")
  .description("serve the application on HOST:PORT (127.0.0.1:3000) and work on its jobs")
  .action(async () => (await import("./serve.ts")).serveUntilStopped());

program
  .command("migrate")
  .description("bring the database and its built-in instruments up to date; safe to run twice")
  .option("--new-secret", "go on with another TWOHATS_SECRET, when the old one is lost for good")
  .action(async (options) => (await import("./migrate.ts")).migrateDatabase(options));

program
  .command("demo")
  .description("migrate, load the sample organisation when the database is empty, and serve")
  .action(async () => (await import("./demo.ts")).demo());

const imports = program.command("import").description("bring data in from files");
imports
  .command("people")
  .description(
    "import people from a CSV or XLSX file; shows what would change unless --yes is given",
  )
  .argument("<file>", "the file an HR system exported")
  .option("-o, --organisation <name>", "the organisation, when there is more than one")
  .option("-y, --yes", "store the result instead of only showing it", false)
  .option("--date-order <order>", "dmy or mdy, when the file's dates are ambiguous")
  .option("--empty-cells <what>", "keep what is stored, or clear it where a cell is empty", "keep")
  .option("--sheet <name>", "the sheet of a workbook to read, when several may hold people")
  .option("--encoding <name>", "how the letters of a text file are written, when it is not plain")
  .option("--hidden-rows <what>", "with or without, when the workbook hides rows")
  .option("--lists <what>", "people or absences, when the file may list either")
  .option(
    "--without-manager <rows>",
    "all, or rows such as 2,5, that come in without a manager nobody knows",
  )
  .action(async (file, options) => {
    const { importPeople } = await import("./import-people.ts");
    await importPeople(file, options);
  });

const administrator = program
  .command("administrator")
  .description("who is in office in an organisation, for when no owner can be reached");
const organisation = [
  "-o, --organisation <name>",
  "the organisation by name or id, when there is more than one",
] as const;
administrator
  .command("list")
  .description("print owners, HR administrators and HR analysts")
  .option(...organisation)
  .action(async (options) => (await import("./administrator.ts")).listAdministrators(options));
administrator
  .command("appoint")
  .description("give someone of the directory an office")
  .argument("<address>", "their e-mail address in the directory")
  .option("--as <office>", "owner, admin or analyst", "owner")
  .option(...organisation)
  .action(async (address, options) =>
    (await import("./administrator.ts")).appoint(address, options),
  );
administrator
  .command("remove")
  .description("take somebody's office away; never the last owner's")
  .argument("<address>", "the address they sign in with")
  .option(...organisation)
  .action(async (address, options) =>
    (await import("./administrator.ts")).remove(address, options),
  );

const domain = program
  .command("domain")
  .description("domains of organisations, for single sign-on");
domain
  .command("verify")
  .description("confirm that a domain that an owner has claimed is their organisation's")
  .argument("<domain>", "such as example.org")
  .option(...organisation)
  .action(async (name, options) => (await import("./domain.ts")).verifyDomain(name, options));
domain
  .command("withdraw")
  .description("let a domain count as an organisation's no more, such as one that was sold")
  .argument("<domain>", "such as example.org")
  .option(...organisation)
  .action(async (name, options) => (await import("./domain.ts")).takeDomain(name, options));

program
  .command("sign-on")
  .description("single sign-on of an organisation, for when its identity provider is gone")
  .command("not-demanded")
  .description("let people in by a password, a link or a passkey as well again")
  .option(...organisation)
  .action(async (options) => (await import("./sign-on.ts")).openOtherWays(options));
const organisations = program
  .command("organisation")
  .description("the organisations on this server, walled off from each other");
const json = ["--json", "print JSON for other programs", false] as const;
const which = ["<organisation>", "its name, or its id where several have that name"] as const;
const firstOwner = ["--owner <address>", "the address that the first owner signs in with"] as const;
organisations
  .command("list")
  .description("print every organisation with its id, and which are suspended")
  .option(...json)
  .action(async (options) => (await import("./organisation.ts")).listOrganisations(options));
organisations
  .command("new")
  .description("make one, and print the link by which its first owner comes in; no mail is needed")
  .argument("<name>", "what it is called, at most 200 characters")
  .requiredOption(...firstOwner)
  .option(...json)
  .action(async (name, options) =>
    (await import("./organisation.ts")).makeOrganisation(name, options),
  );
organisations
  .command("invite")
  .description("print another link for the first owner; the one before is good no more")
  .argument(...which)
  .requiredOption(...firstOwner)
  .option(...json)
  .action(async (name, options) =>
    (await import("./organisation.ts")).inviteFirstOwner(name, options),
  );
organisations
  .command("rename")
  .description("call one something else")
  .argument(...which)
  .argument("<name>", "what it is to be called, at most 200 characters")
  .action(async (which, name) => (await import("./organisation.ts")).rename(which, name));
organisations
  .command("suspend")
  .description("let nobody in and nothing out until it is resumed; nothing is deleted")
  .argument(...which)
  .requiredOption("--why <text>", "what its members are told, at most 500 characters")
  .action(async (which, options) => (await import("./organisation.ts")).suspend(which, options));
organisations
  .command("resume")
  .description("let everybody in again; nothing that was due meanwhile is made up for")
  .argument(...which)
  .action(async (which) => (await import("./organisation.ts")).resume(which));
organisations
  .command("code")
  .description("print a link with which whoever holds it makes an organisation of their own, once")
  .option("--withdraw", "take back every such link that was not used", false)
  .option(...json)
  .action(async (options) => (await import("./organisation.ts")).foundingCode(options));

const account = program.command("account").description("accounts that people sign in to");
account
  .command("new-password")
  .description(
    "print the link by which somebody chooses a new password, when no letter reaches them",
  )
  .argument("<address>", "the address they sign in with")
  .option(...organisation)
  .action(async (address, options) =>
    (await import("./account.ts")).printNewPasswordLink(address, options),
  );
account
  .command("no-second-step")
  .description("let somebody in by the password alone again, who lost phone and recovery codes")
  .argument("<address>", "the address they sign in with")
  .option(...organisation)
  .action(async (address, options) =>
    (await import("./account.ts")).dropSecondStep(address, options),
  );
account
  .command("passkeys")
  .description("list the passkeys that open somebody's account")
  .argument("<address>", "the address they sign in with")
  .option(...organisation)
  .action(async (address, options) =>
    (await import("./account.ts")).listPasskeys(address, options),
  );
account
  .command("no-passkeys")
  .description("take away every passkey that opens somebody's account")
  .argument("<address>", "the address they sign in with")
  .option(...organisation)
  .action(async (address, options) =>
    (await import("./account.ts")).dropPasskeys(address, options),
  );

program
  .command("audit")
  .description("the record of who did what")
  .command("verify")
  .description("say whether anything in it was changed or taken away")
  .option(...organisation)
  .action(async (options) => (await import("./audit.ts")).checkAudit(options));

addScore(program);

program.parseAsync().catch(reportFailure);
