import type { z } from "zod";
import { onScale, scaleKind } from "../../item/scale-kind.ts";

const schema = onScale("frequency");

/** How often something happens. */
export const frequency = scaleKind<z.infer<typeof schema>>(schema, null);
