import { Drawer } from "antd";
import { useLayoutEffect, useRef, type ReactNode } from "react";

interface SideSheetProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const WIDTH = 460; // leaves the table beside it readable at 1366

/** What is known of one row, beside the table it stands in. Esc closes it, and gives the keys back to where they were. */
export function SideSheet({ title, isOpen, onClose, children }: SideSheetProps): ReactNode {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (isOpen) opener.current = focused;
    else if (focused?.closest("[role='dialog']") && opener.current instanceof HTMLElement)
      opener.current.focus({ preventScroll: true });
  }, [isOpen]);
  return (
    <Drawer
      title={title}
      open={isOpen}
      onClose={onClose}
      size={WIDTH}
      mask={false}
      // The kit would do so only once the sheet has moved out, and take the keys from whoever types by then.
      focusable={{ focusTriggerAfterClose: false }}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}
