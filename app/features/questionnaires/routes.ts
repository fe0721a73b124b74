import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

const FOLDER = "features/questionnaires/routes";
const DRAFT = "questionnaires/:questionnaire/draft";

/** Where questionnaires are kept. The page that asks has no address here: it is shown by whoever asks. */
export default {
  framed: [
    route("questionnaires", `${FOLDER}/questionnaires.tsx`),
    route("questionnaires/:questionnaire", `${FOLDER}/questionnaire.tsx`),
    route(DRAFT, `${FOLDER}/questionnaire-draft.tsx`),
    route(`${DRAFT}/about`, `${FOLDER}/draft-about.tsx`),
    route(`${DRAFT}/page`, `${FOLDER}/draft-page.tsx`),
    route(`${DRAFT}/item`, `${FOLDER}/draft-item.tsx`),
    route(`${DRAFT}/condition`, `${FOLDER}/draft-condition.tsx`),
    route(`${DRAFT}/scale`, `${FOLDER}/draft-scale.tsx`),
    route(`${DRAFT}/words`, `${FOLDER}/draft-words.tsx`),
    route(`${DRAFT}/import`, `${FOLDER}/draft-import.tsx`),
  ],
  bare: [route("questionnaires/:questionnaire/preview", `${FOLDER}/questionnaire-preview.tsx`)],
} satisfies FeatureRoutes;
