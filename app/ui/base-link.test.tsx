import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BaseLink } from "./base-link.tsx";
import { markup } from "./testing/render.tsx";

const routed = "data-discover";

test("pages of the application go through the router", () => {
  expect(markup(<BaseLink href="/people">People</BaseLink>)).toContain(routed);
  expect(markup(<BaseLink href="?sort=name">Name</BaseLink>)).toContain(routed);
});

test.each(["#email", "https://example.org", "//example.org", "mailto:ana@example.org"])(
  "%s stays with the browser",
  (href) => {
    const html = markup(<BaseLink href={href}>Go</BaseLink>);
    expect(html).toBe(`<a href="${href}">Go</a>`);
  },
);

test("downloads stay with the browser", () => {
  expect(
    markup(
      <BaseLink href="/people.csv" download>
        Export
      </BaseLink>,
    ),
  ).not.toContain(routed);
  expect(
    markup(
      <BaseLink href="/people.csv" reloadDocument>
        Export
      </BaseLink>,
    ),
  ).not.toContain(routed);
});

test("works where there is no router, as in an e-mail or a picture", () => {
  expect(renderToStaticMarkup(<BaseLink href="/people">People</BaseLink>)).toBe(
    '<a href="/people">People</a>',
  );
});

test("without an address it is a link that leads nowhere, and says so", () => {
  expect(markup(<BaseLink href={null}>Back</BaseLink>)).toContain(
    '<a role="link" aria-disabled="true">Back</a>',
  );
});
