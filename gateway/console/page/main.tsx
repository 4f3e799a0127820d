import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startTexts } from "./locales/startTexts";
import "./styles.css";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no place to stand in");
void startTexts().then(() => createRoot(root).render(<App />));
