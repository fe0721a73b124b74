import i18next from "i18next";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { createMemoryRouter, RouterProvider } from "react-router";
import shell from "~/shell/texts/en/shell.json";
import ui from "../texts/en/ui.json";

const i18n = i18next.createInstance();
await i18n.use(initReactI18next).init({
  lng: "en",
  resources: { en: { ui, shell } },
  interpolation: { escapeValue: false },
});

/** What the server would send for an element, in English. */
export function markup(element: ReactElement): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <RouterProvider router={createMemoryRouter([{ path: "*", element }])} />
    </I18nextProvider>,
  );
}

/** Every value of an attribute, in the order of the markup. */
export function attribute(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) => match[1] ?? "");
}
