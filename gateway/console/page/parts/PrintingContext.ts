import { createContext } from "react";

/** Whether the page is being laid out for paper: then nothing stays folded away. */
export const PrintingContext = createContext(false);
