import { expect, test } from "vitest";
import { attribute, markup } from "~/ui/testing/render.tsx";
import { AppShell } from "./app-shell.tsx";
import { PlainShell } from "./plain-shell.tsx";

const places = ["Home", "People", "Feedback", "Reports", "Frameworks", "Insights"].map((label) => ({
  href: `/${label.toLowerCase()}`,
  label,
  icon: null,
  current: label === "People",
  waiting: label === "Feedback" ? 3 : 0,
}));

const html = markup(
  <AppShell
    navigation={places}
    secondary={[{ href: "/settings", label: "Settings", icon: null }]}
    organisationName="Harbourline"
    personName="Ana Duarte"
    theme="dark"
    returnTo="/people?q=a"
  >
    <p>The page</p>
  </AppShell>,
);

test("the first stop of the keyboard leads past the navigation to the one main landmark", () => {
  expect(attribute(html, "href")[0]).toBe("#main");
  expect(html.match(/<main id="main"/g)).toHaveLength(1);
});

test("sidebar and bottom bar both reach every place and mark where one is", () => {
  for (const place of [...places, { href: "/settings" }]) {
    expect(attribute(html, "href").filter((href) => href === place.href)).toHaveLength(2);
  }
  expect(html.match(/aria-current="page"/g)).toHaveLength(2);
});

test("things waiting are counted in words, and none are left unsaid", () => {
  expect(html).toContain("3 things waiting");
  expect(html).not.toContain("0 things waiting");
});

test("appearance and leaving are plain forms that work without JavaScript", () => {
  expect(html).toContain('<form action="/theme" method="post">');
  expect(html).toContain('<form action="/sign-out" method="post">');
  expect(html).toContain('name="returnTo" value="/people?q=a"');
  expect(html).toMatch(/value="dark" aria-pressed="true"/);
  expect(html).toMatch(/value="light" aria-pressed="false"/);
});

test("a rater's page offers nowhere else to go", () => {
  const plain = markup(<PlainShell organisationName="Harbourline">Questions</PlainShell>);
  expect(plain).not.toContain("<nav");
  expect(attribute(plain, "href")).toEqual(["#main"]);
});
