import { featureTable } from "./feature-table.ts";

/** Path to contents: a small application that keeps every rule, using each freedom the rules leave. */
export const cleanTree: Record<string, string> = {
  "package.json": JSON.stringify({
    type: "module",
    dependencies: { kysely: "1", pg: "1", react: "1", zod: "1", "@twohats/psychometrics": "1" },
  }),
  "tsconfig.json": JSON.stringify({ compilerOptions: { paths: { "~/*": ["./app/*"] } } }),
  ...Object.fromEntries(["kysely", "pg", "react", "vitest", "zod"].flatMap(installed)),

  "packages/psychometrics/src/index.ts": `export { mean } from "./mean.ts";`,
  "packages/psychometrics/src/mean.ts": "export const mean = 1;",
  "packages/psychometrics/src/mean.test.ts": `import { test } from "vitest"; import { mean } from "./mean.ts"; test("m", () => mean);`,
  "packages/psychometrics/testing/oracle.ts": `import { readFileSync } from "node:fs"; export const oracle = readFileSync;`,
  "packages/disclosure/src/index.ts": "export const minimum = 3;",
  "content/frameworks/both-hats.json": "{}",

  "app/platform/clock/clock.ts": "export type Clock = () => Date; export const clock = 1;",
  "app/platform/db/database.server.ts": `import { Kysely } from "kysely"; import pg from "pg"; export type Tx = Kysely<1>; export const pool = pg;`,
  "app/platform/db/in-organisation.server.ts": `import type { Tx } from "./database.server.ts"; export const inOrganisation = (tx: Tx) => tx;`,
  "app/platform/db/ids.ts": "export const newId = () => 1;",
  "app/platform/i18n/translate.ts": "export const translate = (key: string) => key;",
  "app/platform/jobs/jobs.server.ts": `import { CompiledQuery } from "kysely"; export const jobs = CompiledQuery;`,

  "app/ui/button.tsx": `import { useId } from "react"; import { translate } from "~/platform/i18n/translate.ts"; export const Button = () => <button type="button" id={useId()}>{translate("ok")}</button>;`,
  "app/shell/page.tsx": `import { identity } from "~/features/identity/index.ts"; import { Button } from "~/ui/button.tsx"; export const Page = () => <main id={identity}><Button /></main>;`,
  "app/root.tsx": `import { Page } from "~/shell/page.tsx"; export default Page;`,
  "app/features.ts": `export const features = { people: () => import("./features/people/feature.server.ts") };`,
  "app/routes.ts": `import { features } from "./features.ts"; import people from "./features/people/routes.ts"; export default [features, people];`,
  "app/keep-time.server.ts": `import { features } from "./features.ts"; export const keepTime = features;`,
  "app/features/people/feature.server.ts": `import { renamePerson } from "./rename-person.server.ts"; export default { jobs: renamePerson };`,
  "app/features/people/routes.ts": "export default [];",
  "cli/main.ts": `import { people } from "../app/features/people/index.server.ts"; console.log(people);`,
  "server/main.ts": `import { feedback } from "../app/features/feedback/index.server.ts"; console.log(feedback);`,
  "e2e/launch.test.ts": `import { aPerson } from "../app/features/people/testing/a-person.ts"; console.log(aPerson);`,

  ...features(),

  "app/features/people/domain/person.ts": `import { mean } from "@twohats/psychometrics"; import { z } from "zod"; export const person = z.number(mean);`,
  "app/features/people/domain/person.test.ts": `import { test } from "vitest"; import { person } from "./person.ts"; test("p", () => person);`,
  "app/features/people/policy.ts": `import type { person } from "./domain/person.ts"; export const mayRename = (it: typeof person) => it;`,
  "app/features/people/reads.server.ts": `import { sql } from "kysely"; import { pool } from "~/platform/db/database.server.ts"; export type Row = 1; export const readPerson = () => sql(pool);`,
  "app/features/people/store.server.ts": `import { sql } from "kysely"; import type { Tx } from "~/platform/db/database.server.ts"; export const savePerson = (tx: Tx) => sql(tx);`,
  "app/features/people/import-store.server.ts": `import { sql } from "kysely"; export const saveImport = () => sql();`,
  "app/features/people/rename-person.server.ts": `
    import type { Tx } from "~/platform/db/database.server.ts";
    import { newId } from "~/platform/db/ids.ts";
    import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
    import { mayRename } from "./policy.ts";
    import { savePerson } from "./store.server.ts";
    export const renamePerson = (tx: Tx) => [inOrganisation(tx), mayRename, savePerson, newId()];`,
  "app/features/people/components/person-card.tsx": `import { Button } from "~/ui/button.tsx"; import type { Row } from "../reads.server.ts"; export const PersonCard = ({ row }: { row: Row }) => <p>{row}<Button /></p>;`,
  "app/features/people/routes/person.tsx": `import { PersonCard } from "../components/person-card.tsx"; import { readPerson } from "../reads.server.ts"; import { renamePerson } from "../rename-person.server.ts"; export const loader = () => readPerson(); export const action = renamePerson; export default PersonCard;`,
  "app/features/people/jobs/nightly.server.ts": `import { renamePerson } from "../rename-person.server.ts"; import type { Tx } from "~/platform/db/database.server.ts"; export const nightly = (tx: Tx) => renamePerson(tx);`,
  "app/features/people/testing/a-person.ts": `import { sql } from "kysely"; import { savePerson } from "../store.server.ts"; export const aPerson = () => [sql, savePerson];`,
  "app/features/people/rename-person.db.test.ts": `import { sql } from "kysely"; import { aPerson } from "./testing/a-person.ts"; console.log(sql, aPerson);`,
  "app/features/people/lent-reads.server.ts": `import { sql } from "kysely"; export const lentPeople = () => sql();`,
  "app/features/feedback/lists-reads.server.ts": `import { lentPeople } from "~/features/people/lent-reads.server.ts"; export const lists = lentPeople;`,
  "app/features/rounds/answering/response-store.server.ts": `import { sql } from "kysely"; export const submittedResponses = () => sql();`,
  "app/features/rounds/unsafe-answers.server.ts": `export { submittedResponses } from "./answering/response-store.server.ts";`,
  "app/features/rounds/answering/signed-responses.server.ts": `import { submittedResponses } from "./response-store.server.ts"; export const signedResponses = submittedResponses;`,
  "app/features/rounds/unsafe-signers.server.ts": `export { signedResponses } from "./answering/signed-responses.server.ts";`,
  "app/features/people/domain/index.ts": `export { person } from "./person.ts";`,
  "app/features/feedback/domain/knows-people.ts": `import { person } from "~/features/people/domain/index.ts"; import { daysAfter } from "~/platform/calendar/days.ts"; export const known = [person, daysAfter];`,
  "app/features/feedback/inside-people.test.ts": `import { person } from "~/features/people/domain/person.ts"; console.log(person);`,
  "app/platform/calendar/days.ts": "export const daysAfter = 1;",
  "app/features/feedback/closing/score-cycle.server.ts": `import { submittedResponses } from "~/features/rounds/unsafe-answers.server.ts"; export const scoreCycle = submittedResponses;`,
  "app/features/pulses/suggestions/tell-suggestions.server.ts": `import { signedResponses } from "~/features/rounds/unsafe-signers.server.ts"; export const tellSuggested = signedResponses;`,
  "app/features/feedback/launch.db.test.ts": `import { aPerson } from "~/features/people/testing/a-person.ts"; console.log(aPerson);`,
};

/** Every feature with its two doors, and one file per feature that it may use. */
function features(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [feature, allowed] of Object.entries(featureTable)) {
    const folder = `app/features/${feature}`;
    files[`${folder}/index.ts`] =
      `export const ${nameOf(feature)} = "${feature}"; export type Word = string;`;
    files[`${folder}/index.server.ts`] = `export const ${nameOf(feature)} = "${feature}";`;
    for (const other of allowed) {
      files[`${folder}/use-${other}.server.ts`] =
        `import { ${nameOf(other)} } from "~/features/${other}/index.server.ts"; import type { Word } from "~/features/${other}/index.ts"; export const used: Word = ${nameOf(other)};`;
    }
  }
  return files;
}

/** A folder's name as code may call it. */
function nameOf(feature: string): string {
  return feature.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function installed(name: string): [string, string][] {
  return [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" })],
    [`node_modules/${name}/index.js`, "export default 1;"],
  ];
}
