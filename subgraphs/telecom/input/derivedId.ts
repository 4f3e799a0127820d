export { derivedId } from "../../shared/derivedId";
