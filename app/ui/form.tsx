import { createContext, useContext } from "react";
import { type FormProps, Form as RouterForm } from "react-router";

/** Which of several organisations of theirs a page shows somebody; null for whoever is in one alone. */
export const OrganisationContext = createContext<string | null>(null);

/** The field by which a form says of which organisation its page was. */
export const OF_ORGANISATION = "of-organisation";

/** Says in a form of which organisation its page was; nothing for whoever is in one alone. */
export function OfOrganisation() {
  const organisation = useContext(OrganisationContext);
  return organisation && <input type="hidden" name={OF_ORGANISATION} value={organisation} />;
}

/**
 * A form that changes something and whose address does not say of what: sent from a tab that shows another organisation
 * than the one somebody has switched to since, it changes nothing.
 */
export function Form({ children, ...props }: FormProps) {
  return (
    <RouterForm {...props}>
      <OfOrganisation />
      {children}
    </RouterForm>
  );
}
