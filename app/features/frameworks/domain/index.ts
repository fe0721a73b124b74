export {
  type Framework,
  frameworkSchema,
} from "./framework.ts";
export { frameworkTranslationSchema } from "./framework-translation.ts";
export { ownFrameworkSchema } from "./own/own-framework.ts";
export { duplicateKeys, type Problem } from "./problem.ts";
export { readyMadeSchema } from "./roles/ready-made.ts";
export {
  hasStrayBraces,
  language,
  nameCount,
  slug,
  text,
  version,
  type Wording,
  withName,
  wordingFor,
} from "./wording.ts";
