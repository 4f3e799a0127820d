export { isToken, requireToken } from "../../shared/requireToken";
