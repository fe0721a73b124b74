import { createContext, type Ref, useContext } from "react";
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
 * A form that, where it changes something, says of which organisation its page was: sent from a tab that shows another
 * one than somebody has switched to since, it changes nothing. What only asks keeps its address short.
 */
export function Form({ children, ...props }: FormProps & { ref?: Ref<HTMLFormElement> }) {
  const organisation = useContext(OrganisationContext);
  // With a file it is said in the address, so that nobody reads all of the file to learn of it.
  const inAddress = props.encType === "multipart/form-data" && organisation !== null;
  const { action = "" } = props;
  const saying = `${action}${action.includes("?") ? "&" : "?"}${OF_ORGANISATION}=${organisation}`;
  return (
    <RouterForm {...props} {...(inAddress && { action: saying })}>
      {props.method === "post" && !inAddress && <OfOrganisation />}
      {children}
    </RouterForm>
  );
}
