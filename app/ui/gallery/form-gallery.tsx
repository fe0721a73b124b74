import type { ComponentProps } from "react";
import { Button } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import { CheckboxGroup } from "../checkbox-group.tsx";
import type { Choice } from "../choice.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { FileField } from "../file-field.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { SaveBar } from "../save-bar.tsx";
import { SearchField } from "../search-field.tsx";
import { Select } from "../select.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { longWord, rightToLeft, sampleParagraph } from "./samples.ts";
import { Section, Specimen } from "./section.tsx";

const amounts: readonly Choice[] = [
  { value: "-2", label: "Far too little" },
  { value: "-1", label: "Too little" },
  { value: "0", label: "The right amount" },
  { value: "1", label: "Too much" },
  { value: "2", label: "Far too much" },
  { value: "none", label: "Can't say", apart: true },
];

const departments = [
  { value: "marine", label: "Marine" },
  {
    label: "Ashore",
    options: [
      { value: "terminals", label: "Terminals" },
      { value: "long", label: longWord },
    ],
  },
];

const nothing = () => {};

/** Nothing changed; two things; just undone. */
const bars: readonly ComponentProps<typeof SaveBar>["draft"][] = [
  { isBack: false, unsaved: { was: {}, undo: nothing, putBack: null } },
  { isBack: false, unsaved: { was: { a: "", b: "" }, undo: nothing, putBack: null } },
  { isBack: false, unsaved: { was: {}, undo: nothing, putBack: nothing } },
];

function Texts() {
  return (
    <>
      <Specimen name="Text field: empty, filled, optional, error, disabled, read only, widths">
        <div className="grid gap-6 md:grid-cols-2">
          <TextField name="g-empty" label="Preferred name" hint="What colleagues call you." />
          <TextField name="g-rtl" label="Job title" defaultValue={rightToLeft} optional />
          <TextField
            name="g-error"
            type="email"
            label="E-mail address"
            hint="The one your organisation uses."
            error="Enter an e-mail address with an @, such as ana@harbourline.example"
            defaultValue="ana.duarte"
          />
          <TextField name="g-long" label={`${longWord} (a long label)`} defaultValue={longWord} />
          <TextField
            name="g-disabled"
            label="Employee id"
            defaultValue="HL-0042"
            disabled
            width="short"
          />
          <TextField
            name="g-readonly"
            label="Address of the link"
            defaultValue="https://…/r/9f2c"
            readOnly
          />
          <TextField name="g-date" type="date" label="Closes on" width="medium" />
          <TextField
            name="g-number"
            type="number"
            label="Raters at most"
            width="short"
            defaultValue={12}
          />
        </div>
      </Specimen>
      <Specimen name="Changed and not saved: fields, and the bar below a form in its three states">
        <div className="grid gap-6 ps-3 md:grid-cols-2">
          <TextField name="g-was" label="Job title" defaultValue="Captain" was="Mate" />
          <TextField
            name="g-was-date"
            type="date"
            label="Closes on"
            defaultValue="2026-05-08"
            was="2026-05-01"
            width="medium"
          />
          <Select
            name="g-was-select"
            label="Department"
            options={departments}
            defaultValue="marine"
            was="long"
          />
          <Checkbox name="g-was-box" label="Close by itself" was="" />
        </div>
        {bars.map((draft, index) => (
          <SaveBar key={String(index)} draft={draft}>
            <Button variant="primary">Save</Button>
          </SaveBar>
        ))}
      </Specimen>
      <Specimen name="Text area: empty, filled, error">
        <TextArea
          name="g-keep"
          label="What should Ana keep doing?"
          hint="One thing you saw, and what it led to."
        />
        <TextArea
          name="g-more"
          label="What should Ana do more of?"
          defaultValue={sampleParagraph}
        />
        <TextArea
          name="g-less"
          label="What should Ana do less of?"
          error="Write 2,000 characters or fewer"
        />
      </Specimen>
    </>
  );
}

function Choices() {
  return (
    <>
      <Specimen name="Select: placeholder, groups, error, disabled">
        <div className="grid gap-6 md:grid-cols-2">
          <Select
            name="g-dep"
            label="Department"
            placeholder="Choose a department"
            options={departments}
          />
          <Select
            name="g-dep2"
            label="Department"
            options={departments}
            error="Choose a department"
          />
          <Select name="g-dep3" label="Department" options={departments} disabled />
        </div>
      </Specimen>
      <Specimen name="Checkbox: plain, hint, error, disabled; group">
        <Checkbox name="g-check" label="Remind me on the last day" defaultChecked />
        <Checkbox
          name="g-check2"
          label="Set absent people to left"
          hint="31 people. Nothing is deleted."
        />
        <Checkbox name="g-check3" label="I have read who sees what" error="Tick this to go on" />
        <Checkbox name="g-check4" label="Not to be changed" disabled />
        <CheckboxGroup
          name="g-who"
          legend="Who rates?"
          hint="Groups of fewer than three are never shown alone."
          choices={[
            { value: "manager", label: "Manager" },
            { value: "peers", label: "Peers", hint: "Four to eight work best." },
            { value: "reports", label: "Direct reports" },
          ]}
          defaultValues={["peers"]}
        />
      </Specimen>
      <Specimen name="Radio group: list, scale, error">
        <RadioGroup
          name="g-instrument"
          legend="Which questions?"
          defaultValue="short"
          choices={[
            { value: "full", label: "Both hats 360", hint: "48 behaviours, about ten minutes." },
            {
              value: "short",
              label: "Both hats short",
              hint: "24 behaviours, about five minutes.",
            },
            { value: "own", label: "Your own", disabled: true },
          ]}
        />
        <RadioGroup
          name="g-amount"
          layout="scale"
          legend="Ana sets clear goals that can be measured."
          legendSize="large"
          defaultValue="1"
          choices={amounts}
        />
        <RadioGroup
          name="g-amount2"
          layout="scale"
          legend="Ana checks results against the plan."
          hint="How much, for what the situation needs?"
          error="Choose an answer, or can't say"
          choices={amounts}
        />
      </Specimen>
    </>
  );
}

export function FormGallery() {
  return (
    <Section id="forms" title="Forms">
      <Specimen name="Error summary">
        <ErrorSummary
          problems={[
            { field: "g-error", message: "Enter an e-mail address with an @" },
            { field: "g-amount2", message: "Choose an answer, or can't say" },
            { message: "The file could not be read. Nothing was changed." },
          ]}
        />
      </Specimen>
      <Texts />
      <Choices />
      <Specimen name="File field: empty, error">
        <FileField
          name="g-file"
          label="People file"
          hint="CSV or XLSX, up to 20 MB."
          accept=".csv,.xlsx"
        />
        <FileField
          name="g-file2"
          label="People file"
          error="This is a picture, not a table of people"
        />
      </Specimen>
      <Specimen name="Search field">
        <SearchField label="Search people" name="g-search" />
        <SearchField label="Search people" name="g-search2" defaultValue={rightToLeft} />
      </Specimen>
      <Specimen name="The end of a form">
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" wide>
            Save and go on
          </Button>
          <Button wide>Save the draft</Button>
        </div>
      </Specimen>
    </Section>
  );
}
