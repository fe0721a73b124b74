import { expect, test } from "vitest";
import { prepareLetter } from "./prepare-letter.server.tsx";

const letter = {
  language: "de",
  subject: "Hallo {{name}}",
  paragraphs: ["Hallo {{ name }},", "zwei\nZeilen für {{name}}, {{salary}} {{a b}}."],
  action: { label: "Öffnen", href: "{{link}}" },
  further: [{ before: "Auch {{name}}:", label: "Weiter", href: "{{other}}" }],
  footer: "Von {{organisation}}.",
};
const keys = ["name", "link", "other", "organisation"];
const facts = {
  name: "<b>A&B</b> {{organisation}} $&",
  link: 'http://x.example/?a=1&b="2"',
  other: "http://x.example/other",
  organisation: "Nord",
};

test("what is filled in is escaped in HTML and left alone in text; braces in it mean nothing", async () => {
  const written = (await prepareLetter(letter, keys))(facts);
  expect(written.subject).toBe("Hallo <b>A&B</b> {{organisation}} $&");
  expect(written.html).toContain("Hallo &lt;b&gt;A&amp;B&lt;/b&gt; {{organisation}} $&amp;,");
  expect(written.html).not.toContain("<b>");
  expect(written.html).toContain('href="http://x.example/?a=1&amp;b=&quot;2&quot;"');
  expect(written.plain).toBe(
    [
      "Hallo <b>A&B</b> {{organisation}} $&,",
      "zwei\nZeilen für <b>A&B</b> {{organisation}} $&, {{salary}} {{a b}}.",
      'Öffnen:\nhttp://x.example/?a=1&b="2"',
      "Auch <b>A&B</b> {{organisation}} $&:",
      "Weiter:\nhttp://x.example/other",
      "Von Nord.",
    ].join("\n\n"),
  );
});

test("unknown braces stay as typed, the language is declared, nothing internal is left", async () => {
  const { html } = (await prepareLetter(letter, keys))(facts);
  expect(html).toContain("{{salary}} {{a b}}");
  expect(html).toMatch(/<html[^>]* lang="de"/);
  expect(html).not.toContain("__preview");
});

test("a subject stays on one line whatever is filled in", async () => {
  const written = (await prepareLetter(letter, keys))({ ...facts, name: "A\r\nBcc: all@x" });
  expect(written.subject).toBe("Hallo A Bcc: all@x");
});
