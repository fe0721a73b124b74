import { expect, test } from "vitest";
import { ownCookie } from "./own-cookie.server.ts";

const theme = ownCookie("twohats-theme", /^(light|dark)$/, { maxAge: 31_536_000 });
const key = ownCookie("twohats-answers", /^[\w-]{43}$/, { httpOnly: true });
const KEY = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde";

const parts = (cookie: string) => {
  const [pair, ...attributes] = cookie.split("; ");
  return [pair, ...attributes.toSorted()];
};

test("browsers get the cookies that they were given before React Router wrote them", async () => {
  const before: [string, string][] = [
    [await theme.keep("dark"), "twohats-theme=dark; Path=/; SameSite=Lax; Max-Age=31536000"],
    [await theme.forget(), "twohats-theme=; Path=/; SameSite=Lax; Max-Age=0"],
    [await key.keep(KEY), `twohats-answers=${KEY}; Path=/; HttpOnly; SameSite=Lax`],
    [
      await key.keep(KEY, { maxAge: 15_552_000, secure: true }),
      `twohats-answers=${KEY}; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000; Secure`,
    ],
    [await key.forget(), "twohats-answers=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"],
  ];
  for (const [now, then] of before) expect(parts(now)).toEqual(parts(then));
});

test("what browsers were given before is read as it was meant, wherever it stands", async () => {
  for (const sent of [
    "twohats-theme=dark",
    "a=b; twohats-theme=dark;c=d",
    "session=x%3D%22; twohats-theme=dark; twohats-theme=light",
    'broken; =; %=%; a="\u00ff"; twohats-theme=dark',
  ])
    expect([sent, await theme.read(sent)]).toEqual([sent, "dark"]);
  expect(await key.read(`twohats-theme=dark; twohats-answers=${KEY}`)).toBe(KEY);
});

test.each([
  null,
  "",
  "other=1",
  "x-twohats-theme=dark",
  "twohats-theme=",
  "twohats-theme=%00",
  "twohats-theme=darker",
  "twohats-theme=ImRhcmsi",
  "twohats-theme=\u00ff",
])("what it cannot hold is nothing: %j", async (sent) => {
  expect(await theme.read(sent)).toBeNull();
});

test("what it cannot hold is never written", async () => {
  await expect(theme.keep("dark; Domain=evil.test")).rejects.toThrow("twohats-theme");
});
