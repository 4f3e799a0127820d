import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface EnumBoxesProps {
  /** The enum whose words are shown. */
  readonly of: "Instrument" | "MeasureKind";
  readonly values: readonly string[];
  /** Given by the form. */
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

/** Boxes for some of several values. The form would also say `aria-required`, which a group of boxes may not have. */
export function EnumBoxes({ of, values, id, value, onChange }: EnumBoxesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      {...(id === undefined ? {} : { id })}
      value={value ?? []}
      onChange={chosen => onChange?.(chosen)}
      options={values.map(one => ({ value: one, label: t(`enums.${of}.${one}`) }))}
    />
  );
}
