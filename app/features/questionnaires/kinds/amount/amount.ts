import type { z } from "zod";
import { onScale, scaleKind } from "../../item/scale-kind.ts";

const schema = onScale("amount");

/** How much of something there is: far too little, the right amount, far too much. */
export const amount = scaleKind<z.infer<typeof schema>>(schema, 0);
