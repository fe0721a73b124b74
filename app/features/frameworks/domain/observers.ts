/** Whoever can see a behaviour: those who can be asked about it. */
export const observers = ["self", "manager", "peer", "direct_report", "other"] as const;
