import { expect, test } from "vitest";
import { linkToken, readLinkToken } from "./personal-link.server.ts";

const target = {
  organisationId: "0198c6a0-0000-7000-8000-0000000000aa",
  invitationId: "0198c6a0-0000-7000-8000-0000000000bb",
  version: 0,
};

test("a token leads back to its invitation", () => {
  expect(readLinkToken("secret", linkToken("secret", target))).toEqual(target);
});

test.each([1, 2, 300])(
  "a later version, %i, is named in the link and signed with it",
  (version) => {
    const later = { ...target, version };
    expect(readLinkToken("secret", linkToken("secret", later))).toEqual(later);
    const bytes = Buffer.from(linkToken("secret", later), "base64url");
    bytes.writeUInt16BE(version + 1, 32);
    expect(readLinkToken("secret", bytes.toString("base64url"))).toBeNull();
  },
);

test("a link of an earlier release, which names no version, goes on working as the first", () => {
  const old = "AZjGoAAAcACAAAAAAAAAqgGYxqAAAHAAgAAAAAAAALutnJip7bCSxUFL0NtRNNDOYlY";
  expect(readLinkToken("secret", old)).toEqual(target);
});

test("a token of another server, a changed or cut one, and anything else leads nowhere", () => {
  const token = linkToken("secret", target);
  const changed = `${token.slice(0, 5)}${token[5] === "A" ? "B" : "A"}${token.slice(6)}`;
  for (const wrong of [
    linkToken("other", target),
    changed,
    token.slice(1),
    "",
    "%00",
    "x".repeat(5_000),
  ]) {
    expect(readLinkToken("secret", wrong)).toBeNull();
  }
});
