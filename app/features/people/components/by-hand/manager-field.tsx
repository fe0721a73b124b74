import { type ComponentProps, useId } from "react";
import { useFetcher } from "react-router";
import { TextField } from "~/ui/text-field.tsx";

type Props = Omit<ComponentProps<typeof TextField>, "list" | "onChange">;

const SHORTEST = 2;

/** Somebody by name, address or employee id. With JavaScript, what is typed brings people to choose from. */
export function ManagerField(props: Props) {
  const { data, load } = useFetcher<{ people: string[] }>();
  const listId = useId();
  return (
    <>
      <TextField
        {...props}
        list={listId}
        autoComplete="off"
        onChange={({ target: { value } }) => {
          if (value.trim().length < SHORTEST) return;
          void load(`/people/names?${new URLSearchParams({ q: value })}`);
        }}
      />
      <datalist id={listId}>
        {data?.people.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
    </>
  );
}
