import i18next, { type i18n, type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";

const files = import.meta.glob<ResourceKey>("./en/*.json", { eager: true, import: "default" });

const english = Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [path.replace(/^\.\/en\/|\.json$/g, ""), texts]),
);

function create(): i18n {
  const instance = i18next.createInstance();
  // Ready at once: every text is in the bundle, so nothing is awaited.
  instance.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: english },
    defaultNS: "shell",
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** Every text of the product. One language now; a request will pick its own when there are more. */
export const texts: i18n = create();
