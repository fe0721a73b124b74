import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { openApp } from "../bench/support/load-app.ts";
import type * as Roles from "../test/architecture/roles-table.ts";

// Run with `npm run generate:roles` after changing who may do what; a test fails while the table is behind.
const FILE = "docs/roles.md";
const app = await openApp();
const { rolesTable } = await app.load<typeof Roles>("/test/architecture/roles-table.ts");
const [head = [], ...rows] = await rolesTable();
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = [head, head.map(() => "---"), ...rows].map(line).join("\n");
const [before = ""] = readFileSync(FILE, "utf8").split(/^\|/m);
writeFileSync(FILE, `${before}${table}\n`);
await app.close();
execFileSync("biome", ["format", "--write", FILE]);
