import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { faultsIn } from "./support/reading.ts";

// Whether the look at a page that every journey takes (support/reading.ts) finds what is wrong: on pages where it is,
// in one width and one look alone.
const PHONE = "(max-width: 500px)";
const DESK = "(min-width: 1000px)";
const LIGHT = "(prefers-color-scheme: light)";
const DARK = "(prefers-color-scheme: dark)";

/** A page that reads well, but for what is added. */
function pageOf(css: string, html: string): string {
  return `<!doctype html><html lang="en"><head><title>Page</title>
    <meta name="viewport" content="width=device-width">
    <style>
      body { color: #111; background: #fff } a { color: inherit }
      @media ${DARK} { body { color: #eee; background: #111 } }
      ${css}
    </style></head>
    <body><main><h1>Page</h1><p>Some words, and <a href="/">one more</a>.</p>${html}</main></body></html>`;
}

const PALE = "color: #777; background: #888";

/** Faults in colours that are there in one width and look alone: on how many texts of a page, by what makes them. */
const PLANTED = [
  { css: "", planted: `.text { ${PALE} }`, html: '<p class="text">pale text</p>' },
  {
    css: "",
    planted: `.field { ${PALE} }`,
    html: '<input class="field" aria-label="pale field" value="x">',
  },
  {
    css: `.shown { ${PALE}; display: none }`,
    planted: ".shown { display: block }",
    html: '<p class="shown">shown text</p>',
  },
  {
    css: ".small { color: #888; background: #fff; font-size: 30px }",
    planted: ".small { font-size: 12px }",
    html: '<p class="small">small text</p>',
  },
  {
    css: ".ground { background: #000 } .on { color: #888 }",
    planted: ".ground { background: #777 }",
    html: '<div class="ground"><p class="on">text on another ground</p></div>',
  },
  {
    css: ".late { transition: all 60s }",
    planted: `.late { ${PALE} }`,
    html: '<p class="late">text that is pale when it got there</p>',
  },
  {
    css: ".around { color: #555; background: #fff } .link { color: #666 }",
    planted: ".link { text-decoration: none }",
    html: '<p class="around">Many words, and then <a class="link" href="/">a link like them</a></p>',
  },
];

for (const [where, width, look] of [
  ["on a phone", PHONE, LIGHT],
  ["on a phone, dark", PHONE, DARK],
  ["on a desk", DESK, LIGHT],
  ["on a desk, dark", DESK, DARK],
])
  test(`colours that can't be told apart ${where} alone are found`, async ({ page }) => {
    const css = PLANTED.map(
      (each) => `${each.css} @media ${width} and ${look} { ${each.planted} }`,
    );
    const found = await faultsOf(page, css.join("\n"), PLANTED.map(({ html }) => html).join(""));
    const texts = [
      "pale text",
      "pale field",
      "shown text",
      "small text",
      "another ground",
      "got there",
    ];
    expect(found).toEqual([
      ...texts.map((text) =>
        expect.stringMatching(new RegExp(`^${where}: color-contrast.+${text}`)),
      ),
      expect.stringMatching(new RegExp(`^${where}: link-in-text-block.+like them`)),
    ]);
  });

test("what has no name is found where it is shown, and where it was folded away", async ({
  page,
}) => {
  const css = [
    ...[".phone, .desk { display: none }", `@media ${PHONE} { .phone { display: block } }`],
    `@media ${DESK} { .desk { display: block } }`,
  ];
  const html =
    '<button class="phone"></button><button class="desk"></button><details><summary>More</summary><button class="folded"></button></details>';
  expect(await faultsOf(page, css.join("\n"), html)).toEqual([
    expect.stringMatching(/^on a phone: button-name.+phone/),
    expect.stringMatching(/^on a phone: button-name.+folded/),
    expect.stringMatching(/^on a desk: button-name.+desk/),
    expect.stringMatching(/^on a desk: button-name.+folded/),
  ]);
});

test("what is too wide is found at the width where it is, and in a page that reads well nothing", async ({
  page,
}) => {
  const wide = (px: number) =>
    faultsOf(
      page,
      `@media (max-width: ${px}px) { .a { width: ${px}px } }`,
      '<p class="a">Words</p>',
    );
  expect(await wide(400)).toEqual([expect.stringMatching(/^at 390 px/)]);
  expect(await wide(750)).toEqual([
    expect.stringMatching(/^at 390 px/),
    expect.stringMatching(/^at 200 %/),
  ]);
  expect(await wide(100)).toEqual([]);
});

async function faultsOf(page: Page, css: string, html: string): Promise<string[]> {
  await page.unrouteAll();
  await page.route("**/planted", (route) =>
    route.fulfill({ contentType: "text/html", body: pageOf(css, html) }),
  );
  return faultsIn(page, "/planted");
}
