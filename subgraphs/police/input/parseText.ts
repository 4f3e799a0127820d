export { parseText } from "../../shared/parseText";
