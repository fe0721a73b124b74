import { z } from "zod";
import { ownFrameworkSchema } from "../domain/own/own-framework.ts";

/** How a framework is begun: its name, and what it starts with; "" for nothing. */
export const beginInput = z.object({
  name: ownFrameworkSchema.shape.name,
  from: z.string().default(""),
});
