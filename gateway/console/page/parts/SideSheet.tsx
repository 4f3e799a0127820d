import { Drawer } from "antd";
import type { ReactNode } from "react";

interface SideSheetProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const WIDTH = 460; // leaves the table beside it readable at 1366

/** What is known of one row, beside the table it stands in. Esc closes it. */
export function SideSheet({ title, isOpen, onClose, children }: SideSheetProps): ReactNode {
  return (
    <Drawer title={title} open={isOpen} onClose={onClose} size={WIDTH} mask={false} destroyOnHidden>
      {children}
    </Drawer>
  );
}
