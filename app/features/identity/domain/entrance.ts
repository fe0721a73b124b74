type Standing = {
  /** The organisation demands that people come by its provider. */
  providerOnly: boolean;
  /** An owner who may come in another way, should the provider fail. */
  breakGlass: boolean;
};

/**
 * Whether an organisation is shut to whoever comes without its provider: to all but break-glass owners, and to those as
 * well while their account has no second step.
 */
export function isShut(
  { providerOnly, breakGlass }: Standing,
  { byProvider, hasFactor }: { byProvider: boolean; hasFactor: boolean },
): boolean {
  if (!providerOnly || byProvider) return false;
  return !(breakGlass && hasFactor);
}
