import { expect, test } from "vitest";
import { dressed, pictured } from "./dress-letter.server.ts";
import { prepareLetter } from "./prepare-letter.server.tsx";

const letterIn = async (language: string, body = "Please answer.") =>
  (
    await prepareLetter(
      {
        language,
        subject: "Your feedback",
        paragraphs: ["Hello {{name}},", body],
        action: { label: "Open", href: "http://twohats.test/r/x" },
        footer: "You were asked.",
      },
      ["name"],
    )
  )({ name: '<p class="ink" style="background-color:#1f5fa8;">' });
const plainBrand = { logo: null, button: null, name: "The House", registered: null };
const logo = { png: Buffer.from("pixels"), width: 90, height: 31 };

test("a letter of an organisation that chose nothing is as it was written", async () => {
  const letter = await letterIn("en");
  expect(dressed(letter, plainBrand)).toEqual({
    html: letter.html,
    plain: letter.plain,
    logo: null,
  });
});

test("the button has the organisation's colour; what somebody typed is not taken for it", async () => {
  const { html } = dressed(await letterIn("en"), { ...plainBrand, button: "#7a1fa2" });
  expect(html.match(/background-color:#7a1fa2/g)).toHaveLength(1);
  expect(html).toContain("&lt;p class=&quot;ink&quot; style=&quot;background-color:#1f5fa8;&quot;");
});

test("the logo goes with the letter, once, before its first words, and nothing is fetched", async () => {
  const name = 'The "House" <x>';
  const found = dressed(await letterIn("en"), { ...plainBrand, name, logo });
  expect(found.logo).toMatchObject({ cid: "logo", type: "image/png", content: logo.png });
  expect(found.html.match(/<img [^>]*>/g)).toEqual([
    expect.stringMatching(
      /src="cid:logo" width="45" height="16" alt="The &quot;House&quot; &lt;x&gt;"/,
    ),
  ]);
  expect(found.html.indexOf("<img ")).toBeLessThan(found.html.indexOf("Hello"));
  expect(found.html).not.toMatch(/src="http/);
  expect(pictured(found)).toContain(`src="data:image/png;base64,${logo.png.toString("base64")}"`);
});

test.each([
  ["en", "The House is registered on this server as House &amp; Sons."],
  ["de", "The House ist auf diesem Server als House &amp; Sons eingetragen."],
])("who shows another name says under which it is registered, in %s", async (language, words) => {
  const brand = { ...plainBrand, registered: "House & Sons" };
  const found = dressed(await letterIn(language), brand);
  expect(found.html).toContain(words);
  expect(found.plain.endsWith(`\n\n${words.replace("&amp;", "&")}`)).toBe(true);
});
