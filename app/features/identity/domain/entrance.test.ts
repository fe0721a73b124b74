import { expect, test } from "vitest";
import { isShut } from "./entrance.ts";

test.each([
  ["an organisation that demands nothing", { providerOnly: false, breakGlass: false }, {}, false],
  ["its provider", { providerOnly: true, breakGlass: false }, { byProvider: true }, false],
  ["a password", { providerOnly: true, breakGlass: false }, {}, true],
  ["a password and a code", { providerOnly: true, breakGlass: false }, { hasFactor: true }, true],
  ["break-glass by password alone", { providerOnly: true, breakGlass: true }, {}, true],
  ["break-glass with a code", { providerOnly: true, breakGlass: true }, { hasFactor: true }, false],
])("%s: shut is %s", (_, standing, coming, shut) => {
  expect(isShut(standing, { byProvider: false, hasFactor: false, ...coming })).toBe(shut);
});
