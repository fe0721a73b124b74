import type { z } from "zod";
import { onScale, scaleKind } from "../../item/scale-kind.ts";

const schema = onScale("truth");

/** How true a statement is, or how far someone agrees, on 2 to 11 points. */
export const truth = scaleKind<z.infer<typeof schema>>(schema, null);
