import { describedBy, fieldId } from "../attributes.ts";
import { useSay } from "../words.ts";
import { controlAttributes, Field, type FieldProps } from "./field.tsx";

type FileFieldProps = FieldProps & {
  /** ".xlsx,.ods,.csv" */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** « 20 Mo »: said under the control. */
  readonly maxSize?: string | undefined;
};

/** A file to send. Its form needs `enctype="multipart/form-data"` (`<Form files>`). */
export const FileField = (props: FileFieldProps) => {
  const say = useSay();
  const sizeId = props.maxSize ? `${fieldId(props.name)}-size` : undefined;
  const control = controlAttributes(props);
  return (
    <Field {...props}>
      <input
        class="input input-file"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        {...control}
        aria-describedby={describedBy(control["aria-describedby"], sizeId)}
      />
      {sizeId && (
        <p class="count" id={sizeId}>
          {say("fileMax", { size: props.maxSize ?? "" })}
        </p>
      )}
    </Field>
  );
};
