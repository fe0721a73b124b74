import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

/** Makes dist a package of its own: `npm publish dist`. In the workspace the sources themselves are imported. */
const root = new URL("../", import.meta.url);
const source = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const { scripts: _scripts, ...rest } = source;
const published = {
  ...rest,
  types: "./index.d.ts",
  exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
};
writeFileSync(new URL("dist/package.json", root), `${JSON.stringify(published, null, 2)}\n`);
for (const name of ["README.md", "LICENSE"]) {
  copyFileSync(new URL(name, root), new URL(`dist/${name}`, root));
}
