import { expect, test } from "vitest";
import { relyingParty } from "./relying-party.ts";

test.each([
  ["https://hats.example", { id: "hats.example", origin: "https://hats.example" }],
  ["https://hats.example:8443", { id: "hats.example", origin: "https://hats.example:8443" }],
  ["http://localhost:3000", { id: "localhost", origin: "http://localhost:3000" }],
  ["http://hats.example", null],
  ["https://192.0.2.7", null],
  ["https://[2001:db8::1]:8443", null],
])("at %s passkeys are made for %o", (publicUrl, party) => {
  expect(relyingParty(publicUrl)).toEqual(party);
});
