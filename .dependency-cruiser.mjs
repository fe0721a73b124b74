import { readFileSync } from "node:fs";

// The walls of the house, explained under "Import rules" in CONTRIBUTING.md. Each comment is the reason shown when a
// rule bites; test/architecture/import-rules.test.ts breaks every rule once and sees it caught.

/** From the ground up: each feature may import what stands on a lower floor, through its door only. */
const FLOORS = JSON.parse(readFileSync(new URL("app/floors.json", import.meta.url), "utf8"));

/** Which feature may import which. A feature that stands on no floor may not exist. */
const MAY_IMPORT = Object.fromEntries(
  FLOORS.flatMap((features, floor) =>
    features.map((feature) => [feature, FLOORS.slice(0, floor).flat()]),
  ),
);

const FEATURES = Object.keys(MAY_IMPORT).join("|");
const DOORS = [
  "^app/features/[^/]+/index(\\.server)?\\.ts$",
  "^app/features/[^/]+/domain/index\\.ts$",
  "^app/features/[^/]+/lent-reads\\.server\\.ts$",
  "^app/features/rounds/unsafe-(answers|signers)\\.server\\.ts$",
];
const MANIFESTS = "^app/features/[^/]+/(feature\\.server|routes)\\.ts$";
const TESTING = "^(app/features|app/platform|packages)/[^/]+/testing/";
const TESTS = "\\.test\\.tsx?$";
const FOR_TESTS = [TESTS, TESTING];
const SQL_FILES = "(^|[-/])(reads|store)\\.server\\.ts$";
const STORE = "(^|[-/])store\\.server\\.ts$";
const OUTER =
  "^app/(shell|home/(routes|components)|features/[^/]+/(routes|components|emails|jobs))/";
const DATABASE_PACKAGES = "(^|/)node_modules/(@types/)?(kysely|pg)/";
const REACT = "(^|/)node_modules/(@types/)?(react|react-dom|react-i18next)/";
const TYPST = "(^|/)node_modules/@myriaddreamin/";
const CLIENT_CODE = [
  "^app/ui/",
  "^app/(home|features/[^/]+)/components/",
  "^app/features/[^/]+/index\\.ts$",
  "^app/features/[^/]+/domain/",
];
const SERVER_CODE = ["\\.server\\.tsx?$", "^app/platform/(db|jobs|mail|env|log)/"];

const featureTable = Object.entries(MAY_IMPORT).map(([feature, allowed]) => ({
  name: `feature-table-${feature}`,
  severity: "error",
  comment:
    `${feature} may import ${allowed.length > 0 ? allowed.join(", ") : "no other feature"}. Lower features ` +
    "stay usable without the higher ones: pass an argument or emit a job instead of importing upward.",
  from: { path: `^app/features/${feature}/` },
  to: {
    path: "^app/features/",
    pathNot: `^app/features/(${[feature, ...allowed].join("|")})/`,
  },
}));

const features = [
  {
    name: "feature-in-table",
    severity: "error",
    comment:
      "This feature stands on no floor (app/floors.json), so nobody has decided what it may import.",
    from: { path: "^app/features/", pathNot: `^app/features/(${FEATURES})/` },
    to: {},
  },
  {
    name: "feature-doors",
    severity: "error",
    comment:
      "Another feature is entered through its doors only (index.ts, index.server.ts, for decisions domain/index.ts, for queries to join " +
      "lent-reads.server.ts), so that its inside can " +
      "change without breaking others. A test may open whatever stands below it.",
    from: { path: "^app/features/([^/]+)/", pathNot: FOR_TESTS },
    to: { path: "^app/features/", pathNot: ["^app/features/$1/", ...DOORS] },
  },
  {
    name: "own-door",
    severity: "error",
    comment:
      "A feature's doors are for others. Inside, import the file itself: going out through the door and back in makes cycles.",
    from: { path: "^app/features/([^/]+)/" },
    to: {
      path: ["^app/features/$1/index(\\.server)?\\.ts$", "^app/features/$1/domain/index\\.ts$"],
    },
  },
  {
    name: "lent-leads-nowhere",
    severity: "error",
    comment:
      "Whoever joins another feature's table loads none of it: lent-reads.server.ts builds queries, of Kysely and the tables' types alone.",
    from: { path: "^app/features/[^/]+/lent-reads\\.server\\.ts$" },
    to: { pathNot: ["^app/platform/db/", DATABASE_PACKAGES], couldNotResolve: false },
  },
  {
    name: "outside-through-doors",
    severity: "error",
    comment:
      "The shell, the command line and the server use a feature through index.ts or index.server.ts, like any other feature would. " +
      "Manifests name files in routes/.",
    from: {
      path: "^(app|cli|server)/",
      pathNot: ["^app/(features|platform|ui)/", "^app/(features|routes)\\.ts$", ...FOR_TESTS],
    },
    to: { path: "^app/features/", pathNot: [...DOORS, MANIFESTS] },
  },
  {
    name: "list-of-manifests",
    severity: "error",
    comment:
      "app/features.ts is the only list of features: it names their manifests, and knows nothing else of them.",
    from: { path: "^app/features\\.ts$" },
    to: { pathNot: "^app/features/[^/]+/feature\\.server\\.ts$" },
  },
  {
    name: "manifests-for-the-list",
    severity: "error",
    comment:
      "A manifest is what the whole application reads of a feature. Nobody reads one alone: what others need of a feature is at its doors.",
    from: { pathNot: ["^app/(features|routes)\\.ts$", TESTS] },
    to: { path: MANIFESTS },
  },
  {
    name: "list-above-features",
    severity: "error",
    comment:
      "What goes by the list of features (home, the frame, time keeping) stands above them all: a feature says in its manifest what it adds there.",
    from: { path: ["^app/features/", "^app/shell/[^/]+$"], pathNot: FOR_TESTS },
    to: { path: ["^app/features\\.ts$", "^app/keep-time", "^app/home/", "^app/shell/routes/"] },
  },
  {
    name: "support-through-doors",
    severity: "error",
    comment:
      "Journeys, scripts and tests use a feature through its doors or its testing/ builders, so that its inside can change. Generators may read the schema they publish; a bench may open what it measures.",
    from: {
      pathNot: "^script/generate-",
      path: ["^(e2e|script|test)/", "^(app/shell|cli|server)/.*\\.test\\.tsx?$"],
    },
    to: { path: "^app/features/", pathNot: [...DOORS, TESTING] },
  },
];

const layers = [
  {
    name: "domain-is-pure",
    severity: "error",
    comment:
      "domain/ and policy.ts see only their own domain/, what lower features lend through domain/index.ts, days and zones, how words are found, and the two packages, so that every decision can be read and tested without a " +
      "database, a clock or a screen. zod is allowed as well: it is pure, and the schemas of what crosses an edge belong beside the words they check; so is scim2-parse-filter, which reads a text and nothing else.",
    from: { path: "^app/features/([^/]+)/(domain/|policy\\.ts$)", pathNot: TESTS },
    to: {
      pathNot: [
        "^app/features/$1/domain/",
        "^app/features/[^/]+/domain/index\\.ts$",
        "^app/platform/(calendar|search)/",
        "^packages/(psychometrics|disclosure)/",
        "(^|/)node_modules/(zod|scim2-parse-filter)/",
      ],
      couldNotResolve: false,
    },
  },
  {
    name: "calendar-is-pure",
    severity: "error",
    comment:
      "domain/ relies on platform/calendar and platform/search, so each imports nothing but its own files and the dates of temporal-polyfill.",
    from: { path: "^app/platform/(calendar|search)/", pathNot: TESTS },
    to: {
      pathNot: ["^app/platform/$1/", "(^|/)node_modules/temporal-polyfill/"],
      couldNotResolve: false,
    },
  },
  {
    name: "sql-in-reads-and-store",
    severity: "error",
    comment:
      "kysely and pg are imported in reads.server.ts, store.server.ts (or *-reads, *-store), platform/db and testing/ only, so that every " +
      "query is found in one place. Elsewhere take the handle's type from ~/platform/db. platform/jobs may, to enqueue in a transaction.",
    from: {
      path: "^(app|cli|server)/",
      pathNot: [SQL_FILES, "^app/platform/(db|jobs|migrate)/", ...FOR_TESTS],
    },
    to: { path: DATABASE_PACKAGES },
  },
  {
    name: "database-types-only",
    severity: "error",
    comment:
      "Outside reads and store a feature takes only types from ~/platform/db; a use case may also open its transaction with inOrganisation, inOneLook " +
      "or asAccount and make ids.",
    from: { path: "^app/(features|shell|home)/", pathNot: [SQL_FILES, ...FOR_TESTS] },
    to: {
      path: "^app/platform/db/",
      pathNot: "^app/platform/db/((in-organisation|one-look)\\.server|ids)\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "no-database-in-pages",
    severity: "error",
    comment:
      "Components, e-mails and jobs never reach the database; a route may only open the transaction that its reads run in. Types from ~/platform/db are fine.",
    from: { path: OUTER, pathNot: FOR_TESTS },
    to: {
      path: "^app/platform/db/",
      pathNot: "^app/platform/db/in-organisation\\.server\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "no-transaction-outside-routes",
    severity: "error",
    comment:
      "Only a loader opens a transaction for its reads; components, e-mails and jobs are handed what they show or call a use case.",
    from: {
      path: "^app/(shell/(?!routes/[^/]+\\.tsx$)|features/[^/]+/(components|emails|jobs)/)",
      pathNot: FOR_TESTS,
    },
    to: { path: "^app/platform/db/in-organisation", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "answers-to-scoring",
    severity: "error",
    comment:
      "Raters' answers are touched where one rater gives them and where a closing cycle is counted and scored: every other figure comes from a report that passed packages/disclosure.",
    from: {
      path: "^app/",
      pathNot: [
        "^app/features/rounds/answering/(answer|signed-responses)\\.server\\.ts$",
        "^app/features/rounds/(closing/begin-closing|unsafe-answers)\\.server\\.ts$",
        "^app/features/feedback/closing/score-cycle\\.server\\.ts$",
        "^app/features/pulses/(pulse/score-pulse|away/count-away)\\.server\\.ts$",
        ...FOR_TESTS,
      ],
    },
    to: {
      path: "^app/features/rounds/(answering/response-store|unsafe-answers)\\.server\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "signers-to-suggestions",
    severity: "error",
    comment:
      "Who signed is looked up for a closing round of suggestions alone: nothing else learns who is behind a response.",
    from: {
      path: "^app/",
      pathNot: [
        "^app/features/rounds/unsafe-signers\\.server\\.ts$",
        "^app/features/pulses/suggestions/tell-suggestions\\.server\\.ts$",
        ...FOR_TESTS,
      ],
    },
    to: {
      path: "^app/features/rounds/(answering/signed-responses|unsafe-signers)\\.server\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "store-behind-use-cases",
    severity: "error",
    comment:
      "Routes, components, e-mails and jobs never touch the store: a use case loads, the domain decides, then the store writes.",
    from: { path: OUTER, pathNot: FOR_TESTS },
    to: { path: STORE },
  },
  {
    name: "platform-knows-no-feature",
    severity: "error",
    comment:
      "platform/ is the floor everything stands on; it knows no feature, no page and no component.",
    from: { path: "^app/platform/" },
    to: { path: "^app/(features|home|keep-time|shell|ui|root\\.tsx|routes\\.ts)" },
  },
  {
    name: "ui-knows-no-feature",
    severity: "error",
    comment:
      "ui/ holds dumb primitives that every feature and the gallery can use; it knows no feature and no shell.",
    from: { path: "^app/ui/", pathNot: "^app/ui/testing/" },
    to: { path: "^app/(features|home|keep-time|shell|root\\.tsx|routes\\.ts)" },
  },
  {
    name: "ui-platform-only-i18n",
    severity: "error",
    comment:
      "ui/ may see three parts of platform/ only: i18n, for its own words, and what it shows: a block of a report, and what a refused form is told; everything else arrives as a prop. A test may make what arrives.",
    from: { path: "^app/ui/", pathNot: "\\.test\\.tsx$" },
    to: {
      path: "^app/platform/",
      pathNot: [
        "^app/platform/i18n/",
        "^app/platform/blocks/block\\.ts$",
        "^app/platform/(errors/problem|http/form-answer)\\.ts$",
      ],
    },
  },
  {
    name: "sections-are-data",
    severity: "error",
    comment:
      "A section of a report says what it says as blocks, from its data and words alone: how a page, paper or a workbook shows a block is decided in ui/ and platform/print.",
    from: { path: "^app/features/[^/]+/sections/" },
    to: { path: ["\\.tsx$", "^app/platform/print/", REACT] },
  },
  {
    name: "figures-without-pages",
    severity: "error",
    comment:
      "Figures as CSV or XLSX are asked for by machines and by the hundred: they lead to no page, no React and no Typst, not even by a long way. Take what is needed from a domain door or a server door.",
    from: { path: "^app/features/[^/]+/(figures/|routes/[^/]*figures-(csv|xlsx)\\.ts$)" },
    to: { path: ["\\.tsx$", "^app/platform/print/", REACT, TYPST], reachable: true },
  },
  {
    name: "no-server-code-in-client",
    severity: "error",
    comment:
      "Components, ui/, domain/ and a feature's index.ts run in the browser: no .server file and no database, jobs, mail, environment or log. " +
      "Types are fine, they vanish in the build.",
    from: { path: CLIENT_CODE, pathNot: FOR_TESTS },
    to: { path: SERVER_CODE, dependencyTypesNot: ["type-only"] },
  },
];

const surroundings = [
  {
    name: "packages-import-nothing",
    severity: "error",
    comment:
      "psychometrics and disclosure import nothing, not even Node, so that anyone can check them by reading them alone and use them anywhere.",
    from: { path: "^packages/([^/]+)/", pathNot: FOR_TESTS },
    to: { pathNot: "^packages/$1/", couldNotResolve: false },
  },
  {
    name: "packages-know-no-app",
    severity: "error",
    comment: "The tests of a package stand alone as well: no application code, no other package.",
    from: { path: ["^packages/([^/]+)/.*\\.test\\.tsx?$", "^packages/([^/]+)/testing/"] },
    to: { path: "^(app|cli|server|e2e|bench|script|test|packages)/", pathNot: "^packages/$1/" },
  },
  {
    name: "content-is-data",
    severity: "error",
    comment:
      "content/ holds data files that a translator or an HR expert can edit; code that reads them lives in a feature.",
    from: { path: "^content/" },
    to: {},
  },
  {
    name: "no-test-code-in-product",
    severity: "error",
    comment:
      "What ships must not lean on tests, builders, journeys, benchmarks or scripts: they are not held to the product's standards.",
    from: { path: "^(app|packages|cli|server)/", pathNot: FOR_TESTS },
    to: { path: ["^(e2e|script|test)/", TESTING, TESTS] },
  },
  {
    name: "no-process-entry-in-app",
    severity: "error",
    comment:
      "cli/ and server/ start the application, so nothing in app/ or the packages may import them.",
    from: { path: "^(app|packages)/" },
    to: { path: "^(cli|server)/" },
  },
  {
    name: "no-cycles",
    severity: "error",
    comment:
      "Two files that need each other are one thing or hide a third: move the shared part out. Type-only imports count too.",
    from: {},
    to: { circular: true },
  },
  {
    name: "resolvable",
    severity: "error",
    comment:
      "This import leads nowhere, so no other rule could be checked for it. Fix the path or the alias.",
    from: {},
    to: { couldNotResolve: true, pathNot: ["^virtual:", "/\\+types/"] },
  },
];

export default {
  forbidden: [...featureTable, ...features, ...layers, ...surroundings],
  options: {
    // TypeScript 7 has no compiler API for JavaScript, so swc reads the sources. It always reports type-only imports
    // (tsPreCompilationDeps would ask for the old compiler).
    // It does not see import("…") written inside a type, which Biome therefore forbids
    // (script/lint/no-inline-import-type.grit).
    parser: "swc",
    // Resolves "~/…" through compilerOptions.paths.
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.react-router|\\.data|\\.tmp|test-results|playwright-report)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
