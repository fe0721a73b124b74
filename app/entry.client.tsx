import textsByLanguage from "virtual:texts";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { fetchTexts } from "~/platform/i18n/fetch-texts.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";

// The page is there already; its words have to be before it is made anew over it.
await fetchTexts(readerLanguage(), textsByLanguage);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});
