import type { ComponentProps, ReactNode } from "react";
import { words } from "../messages.ts";
import { Door, type DoorState } from "./door.tsx";
import { describedBy, FieldFrame, type FieldProps, HintAndError, LabelText, useField } from "./field.tsx";

export type Option = { value: string; label: string };

type SelectFieldProps = FieldProps & {
  options: readonly Option[];
  /** An empty first option ("Velg …"), so that nothing is chosen by accident. */
  hasEmpty?: boolean;
  width?: "s" | "xs";
} & Omit<ComponentProps<"select">, keyof FieldProps | "className" | "width">;

export function SelectField(props: SelectFieldProps) {
  const [field, { options, hasEmpty, width, ...select }] = useField(props);
  return (
    <FieldFrame field={field}>
      <select {...select} {...describedBy(field)} name={field.name} required={!field.isOptional} className={width && `w-${width}`}>
        {hasEmpty && <option value="">{words[field.language].chooseOne}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type CheckboxFieldProps = Omit<FieldProps, "label" | "isOptional"> & {
  /** May hold a link ("Jeg følger husreglene"). */
  children: ReactNode;
} & Omit<ComponentProps<"input">, keyof FieldProps | "type" | "className">;

/** One yes or no. */
export function CheckboxField({ children, ...props }: CheckboxFieldProps) {
  const [field, input] = useField({ ...props, label: "" });
  return (
    <div className={field.error ? "field bad" : "field"}>
      <HintAndError {...field} />
      <label className="agree">
        <input {...input} {...describedBy(field)} type="checkbox" name={field.name} />
        <span>{children}</span>
      </label>
    </div>
  );
}

export type RadioOption = Option & { about?: string; door?: DoorState };

type RadioFieldProps = FieldProps & { options: readonly RadioOption[]; defaultValue?: string };

/** One of a few, each with its consequence. The error summary's link leads to the first. */
export function RadioField(props: RadioFieldProps) {
  const [field, { options, defaultValue }] = useField(props);
  const { id, ...described } = describedBy(field);
  return (
    <fieldset className={field.error ? "field bad" : "field"}>
      <legend className="label">
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      <div className="options">
        {options.map((option, place) => (
          <label key={option.value} className="option">
            <input
              type="radio"
              id={place === 0 ? id : `${id}-${option.value}`}
              name={field.name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={!field.isOptional}
              {...described}
            />
            <span>
              <b>{option.label}</b>
              {option.about && (
                <>
                  <br />
                  <span className="small soft">{option.about}</span>
                </>
              )}
            </span>
            {option.door && <Door state={option.door} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
