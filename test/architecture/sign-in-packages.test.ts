import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

// What decides who is let in is of one version everywhere: a newer one comes with a change that somebody looked at.

const root = resolve(import.meta.dirname, "../..");
const json = (path: string) => JSON.parse(readFileSync(resolve(root, path), "utf8"));
const manifest: { dependencies: Record<string, string> } = json("package.json");
const lock: { packages: Record<string, { version?: string }> } = json("package-lock.json");

const SIGN_IN = [
  ...["better-auth", "openid-client", "@node-saml/node-saml", "otpauth"],
  ...["@simplewebauthn/browser", "@simplewebauthn/server"],
];

test.each(SIGN_IN)("%s is asked for in exactly the version that is installed", (name) => {
  const installed = json(`node_modules/${name}/package.json`).version;
  expect([manifest.dependencies[name], lock.packages[`node_modules/${name}`]?.version]).toEqual([
    installed,
    installed,
  ]);
});

test("the sign-in library and its parts are installed once, and as each of them asks for", () => {
  const copies = (name: string) =>
    Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
  for (const part of ["better-auth", "@better-auth/core", "@better-auth/utils", "better-call"])
    expect(copies(part), part).toEqual([`node_modules/${part}`]);
  // Ends with another code than 0 when something is missing, or is of a version that somebody can't take.
  const tree = execFileSync("npm", ["ls", "--json", ...SIGN_IN, "@better-auth/utils"], {
    ...{ cwd: root, encoding: "utf8" },
  });
  expect(JSON.parse(tree).problems ?? []).toEqual([]);
}, 60_000);

test("none of the sign-in library's plugins is there: they lag behind it", () => {
  const plugins = Object.keys(lock.packages).filter((path) =>
    /@better-auth\/(?:sso|passkey|api-key|scim)$/.test(path),
  );
  expect(plugins).toEqual([]);
});
