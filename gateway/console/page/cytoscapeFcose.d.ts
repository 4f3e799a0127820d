declare module "cytoscape-fcose" {
  import type { Ext } from "cytoscape";
  const fcose: Ext;
  // eslint-disable-next-line import-x/no-default-export -- it is how the package is made
  export default fcose;
}
