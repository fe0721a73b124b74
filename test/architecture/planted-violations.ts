import { featureTable } from "./feature-table.ts";

/** One file that breaks one rule by importing `to`. */
export type Planted = { rule: string; file: string; code: string; to: string };

const names = Object.keys(featureTable);

/** Every pair of features that the table does not allow, in both directions. */
const forbiddenPairs: Planted[] = names.flatMap((from) =>
  names
    .filter((to) => to !== from && !featureTable[from]?.includes(to))
    .map((to) =>
      plant(
        `feature-table-${from}`,
        `app/features/${from}/use-${to}.server.ts`,
        `import type { Word } from "~/features/${to}/index.ts"; export type Here = Word;`,
        `app/features/${to}/index.ts`,
      ),
    ),
);

const people = "app/features/people";
const person = `${people}/domain/person.ts`;
const database = "app/platform/db/database.server.ts";
const store = `${people}/store.server.ts`;

export const planted: Planted[] = [
  ...forbiddenPairs,
  plant(
    "feature-in-table",
    "app/features/payroll/pay.server.ts",
    `export { clock } from "~/platform/clock/clock.ts";`,
    "app/platform/clock/clock.ts",
  ),
  plant(
    "feature-doors",
    "app/features/feedback/past-the-door.server.ts",
    `export { readPerson } from "~/features/people/reads.server.ts";`,
    `${people}/reads.server.ts`,
  ),
  plant(
    "feature-doors",
    "app/features/feedback/past-the-door-for-a-type.ts",
    `import type { Row } from "~/features/people/reads.server.ts"; export type Here = Row;`,
    `${people}/reads.server.ts`,
  ),
  plant(
    "own-door",
    `${people}/out-and-in.server.ts`,
    `export { people } from "./index.ts";`,
    `${people}/index.ts`,
  ),
  plant(
    "own-door",
    `${people}/routes/out-and-in.tsx`,
    `import { people } from "~/features/people/index.server.ts"; export default () => <p>{people}</p>;`,
    `${people}/index.server.ts`,
  ),
  plant(
    "lent-leads-nowhere",
    "app/features/letters/lent-reads.server.ts",
    `export { clock } from "~/platform/clock/clock.ts";`,
    "app/platform/clock/clock.ts",
  ),
  plant(
    "list-of-manifests",
    "app/features.ts",
    `export const features = { people: () => import("./features/people/index.server.ts") };`,
    `${people}/index.server.ts`,
  ),
  plant(
    "manifests-for-the-list",
    `${people}/own-manifest.server.ts`,
    `import people from "./feature.server.ts"; export const own = people;`,
    `${people}/feature.server.ts`,
  ),
  plant(
    "manifests-for-the-list",
    "app/home/routes-of-people.ts",
    `import people from "~/features/people/routes.ts"; export const routes = people;`,
    `${people}/routes.ts`,
  ),
  plant(
    "list-above-features",
    `${people}/all-features.server.ts`,
    `export { keepTime } from "~/keep-time.server.ts";`,
    "app/keep-time.server.ts",
  ),
  plant(
    "outside-through-doors",
    "cli/past-the-door.ts",
    `import { renamePerson } from "../app/features/people/rename-person.server.ts"; renamePerson(1);`,
    `${people}/rename-person.server.ts`,
  ),
  plant(
    "outside-through-doors",
    "server/past-the-door.ts",
    `export const late = () => import("../app/features/people/policy.ts");`,
    `${people}/policy.ts`,
  ),
  plant(
    "outside-through-doors",
    "app/shell/past-the-door.tsx",
    `export { PersonCard } from "~/features/people/components/person-card.tsx";`,
    `${people}/components/person-card.tsx`,
  ),
  plant(
    "support-through-doors",
    "e2e/past-the-door.test.ts",
    `import { person } from "../app/features/people/domain/person.ts"; console.log(person);`,
    person,
  ),
  plant(
    "domain-is-pure",
    `${people}/domain/reads-the-clock.ts`,
    `export { clock } from "~/platform/clock/clock.ts";`,
    "app/platform/clock/clock.ts",
  ),
  plant(
    "domain-is-pure",
    `${people}/domain/uses-node.ts`,
    `export { randomUUID } from "node:crypto";`,
    "crypto",
  ),
  plant(
    "domain-is-pure",
    `${people}/domain/knows-another-feature.ts`,
    `import type { Word } from "~/features/identity/index.ts"; export type Here = Word;`,
    "app/features/identity/index.ts",
  ),
  plant(
    "domain-is-pure",
    "app/features/frameworks/policy.ts",
    `import { readFrameworks } from "./reads.server.ts"; export const may = readFrameworks;`,
    "app/features/frameworks/reads.server.ts",
  ),
  plant(
    "domain-is-pure",
    "app/features/identity/domain/uses-a-package.ts",
    `export { useId } from "react";`,
    "node_modules/react/index.js",
  ),
  plant(
    "calendar-is-pure",
    "app/platform/calendar/reads-the-clock.ts",
    `export { clock } from "~/platform/clock/clock.ts";`,
    "app/platform/clock/clock.ts",
  ),
  plant(
    "sql-in-reads-and-store",
    `${people}/count-people.server.ts`,
    `import { sql } from "kysely"; export const count = sql;`,
    "node_modules/kysely/index.js",
  ),
  plant(
    "sql-in-reads-and-store",
    `${people}/restore.server.ts`,
    `import type { Pool } from "pg"; export type Here = Pool;`,
    "node_modules/pg/index.js",
  ),
  plant(
    "database-types-only",
    `${people}/open-a-connection.server.ts`,
    `import { pool } from "~/platform/db/database.server.ts"; export const mine = pool;`,
    database,
  ),
  plant(
    "no-transaction-outside-routes",
    `${people}/jobs/transaction.ts`,
    `import { inOrganisation } from "~/platform/db/in-organisation.server.ts"; export const work = inOrganisation;`,
    "app/platform/db/in-organisation.server.ts",
  ),
  plant(
    "no-database-in-pages",
    `${people}/routes/made-up.tsx`,
    `import { newId } from "~/platform/db/ids.ts"; export const loader = newId;`,
    "app/platform/db/ids.ts",
  ),
  plant(
    "answers-to-scoring",
    "app/features/rounds/averages.server.ts",
    `export { submittedResponses } from "./answering/response-store.server.ts";`,
    "app/features/rounds/answering/response-store.server.ts",
  ),
  plant(
    "answers-to-scoring",
    "app/features/feedback/averages.server.ts",
    `export { submittedResponses } from "~/features/rounds/unsafe-answers.server.ts";`,
    "app/features/rounds/unsafe-answers.server.ts",
  ),
  plant(
    "signers-to-suggestions",
    "app/features/rounds/names.server.ts",
    `export { signedResponses } from "./answering/signed-responses.server.ts";`,
    "app/features/rounds/answering/signed-responses.server.ts",
  ),
  plant(
    "signers-to-suggestions",
    "app/features/pulses/pulse/score-pulse.server.ts",
    `export { signedResponses } from "~/features/rounds/unsafe-signers.server.ts";`,
    "app/features/rounds/unsafe-signers.server.ts",
  ),
  plant(
    "store-behind-use-cases",
    `${people}/routes/save.tsx`,
    `import { savePerson } from "../store.server.ts"; export const action = savePerson;`,
    store,
  ),
  plant(
    "store-behind-use-cases",
    `${people}/components/save.tsx`,
    `import type { savePerson } from "../store.server.ts"; export type Here = typeof savePerson;`,
    store,
  ),
  plant(
    "store-behind-use-cases",
    `${people}/jobs/save.server.ts`,
    `import { saveImport } from "../import-store.server.ts"; export const job = saveImport;`,
    `${people}/import-store.server.ts`,
  ),
  plant(
    "platform-knows-no-feature",
    "app/platform/clock/office-hours.ts",
    `import type { Word } from "~/features/people/index.ts"; export type Here = Word;`,
    `${people}/index.ts`,
  ),
  plant(
    "ui-knows-no-feature",
    "app/ui/person-button.tsx",
    `import { people } from "~/features/people/index.ts"; export const PersonButton = () => <b>{people}</b>;`,
    `${people}/index.ts`,
  ),
  plant(
    "sections-are-data",
    "app/features/reports/sections/at-a-glance.ts",
    `import { Button } from "~/ui/button.tsx"; export const glance = Button;`,
    "app/ui/button.tsx",
  ),
  plant(
    "figures-without-pages",
    "app/features/reports/figures/figures-file.server.ts",
    `import { printed } from "../report/printed.server.ts"; export const figures = printed;`,
    "app/platform/print/printed.ts",
  ),
  plant(
    "ui-platform-only-i18n",
    "app/ui/date.tsx",
    `import { clock } from "~/platform/clock/clock.ts"; export const Today = () => <b>{clock}</b>;`,
    "app/platform/clock/clock.ts",
  ),
  plant(
    "no-server-code-in-client",
    `${people}/components/reading-card.tsx`,
    `import { readPerson } from "../reads.server.ts"; export const Card = () => <p>{readPerson()}</p>;`,
    `${people}/reads.server.ts`,
  ),
  plant(
    "no-server-code-in-client",
    "app/features/surveys/components/door-card.tsx",
    `import { people } from "~/features/people/index.server.ts"; export const Card = () => <p>{people}</p>;`,
    `${people}/index.server.ts`,
  ),
  plant(
    "packages-import-nothing",
    "packages/psychometrics/src/reads-a-file.ts",
    `export { readFileSync } from "node:fs";`,
    "fs",
  ),
  plant(
    "packages-import-nothing",
    "packages/disclosure/src/validates.ts",
    `import type { z } from "zod"; export type Here = typeof z;`,
    "node_modules/zod/index.js",
  ),
  plant(
    "packages-import-nothing",
    "packages/disclosure/src/averages.ts",
    `export { mean } from "../../psychometrics/src/mean.ts";`,
    "packages/psychometrics/src/mean.ts",
  ),
  plant(
    "packages-know-no-app",
    "packages/disclosure/src/people.test.ts",
    `import { people } from "../../../app/features/people/index.ts"; console.log(people);`,
    `${people}/index.ts`,
  ),
  plant(
    "content-is-data",
    "content/build-framework.ts",
    `export { z } from "zod";`,
    "node_modules/zod/index.js",
  ),
  plant(
    "no-test-code-in-product",
    `${people}/seed-people.server.ts`,
    `export { aPerson } from "./testing/a-person.ts";`,
    `${people}/testing/a-person.ts`,
  ),
  plant(
    "no-test-code-in-product",
    "cli/demo.ts",
    `export * from "../e2e/launch.test.ts";`,
    "e2e/launch.test.ts",
  ),
  plant(
    "no-process-entry-in-app",
    "app/shell/serve.ts",
    `import "../../server/main.ts";`,
    "server/main.ts",
  ),
  plant(
    "resolvable",
    `${people}/lost.server.ts`,
    `export { gone } from "~/platform/gone.ts";`,
    "~/platform/gone.ts",
  ),
  plant(
    "no-cycles",
    `${people}/egg.server.ts`,
    `import type { Hen } from "./hen.server.ts"; export type Egg = { hen: Hen };`,
    `${people}/hen.server.ts`,
  ),
];

function plant(rule: string, file: string, code: string, to: string): Planted {
  return { rule, file, code, to };
}
