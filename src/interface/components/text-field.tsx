import type { ComponentProps } from "react";
import { describedBy, FieldFrame, type FieldProps, useField } from "./field.tsx";

type Width = { width?: "s" | "xs" };

type TextFieldProps = FieldProps & Width & Omit<ComponentProps<"input">, keyof FieldProps | "width" | "className">;

/** One line: text, email, tel, number, date, time, search, password, file. `width` for short ones. */
export function TextField(props: TextFieldProps) {
  const [field, { width, ...input }] = useField(props);
  return (
    <FieldFrame field={field}>
      <input
        type="text"
        {...input}
        {...describedBy(field)}
        name={field.name}
        required={!field.isOptional}
        className={width && `w-${width}`}
      />
    </FieldFrame>
  );
}

/** A file. `accept` says which kinds. */
export function FileField(props: Omit<TextFieldProps, "type" | "width">) {
  return <TextField {...props} type="file" />;
}

type TextareaFieldProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps | "className">;

/** Several lines. */
export function TextareaField(props: TextareaFieldProps) {
  const [field, textarea] = useField(props);
  return (
    <FieldFrame field={field}>
      <textarea rows={3} {...textarea} {...describedBy(field)} name={field.name} required={!field.isOptional} />
    </FieldFrame>
  );
}
