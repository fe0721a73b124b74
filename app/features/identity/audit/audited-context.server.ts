import { createContext } from "react-router";
import type { Audited } from "~/platform/feature/audited.ts";
import type { Actor } from "../domain/actor.ts";

/** What every feature records; given by whoever knows all features. */
export type AuditedOfAll = () => Promise<readonly Audited<Actor>[]>;

export const auditedContext = createContext<AuditedOfAll>();
